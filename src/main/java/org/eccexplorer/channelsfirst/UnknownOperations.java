package org.eccexplorer.channelsfirst;

import java.util.Locale;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Texts;

/** Why an operation is not read, of those that CNNs are often made of. */
final class UnknownOperations {
    private UnknownOperations() {}

    /** By the name in PyTorch or ONNX, such as "layer_norm.default" or "LayerNormalization". */
    static Unreadable reason(String operation) {
        String name =
                operation
                        .replaceFirst("^com\\.microsoft\\.", "")
                        .replaceFirst("_?\\..*", "")
                        .toLowerCase(Locale.ROOT);
        String shown = SafeText.text(operation);
        return switch (name) {
            case "layer_norm",
                    "group_norm",
                    "instance_norm",
                    "layernormalization",
                    "groupnormalization",
                    "instancenormalization" ->
                    new Unreadable(
                            Texts.text("channelsfirst.normalisesEachImage", shown),
                            Texts.text("channelsfirst.trainWithBatchNormalisation"));
            case "lrn", "local_response_norm" ->
                    new Unreadable(
                            Texts.text("channelsfirst.localResponse", shown),
                            Texts.text("channelsfirst.trainWithBatchNormalisation"));
            // What PyTorch makes of it.
            case "avg_pool3d", "averagepool3d" ->
                    new Unreadable(
                            Texts.text("channelsfirst.averagesChannels", shown),
                            Texts.text("channelsfirst.trainWithBatchNormalisation"));
            case "pow" ->
                    new Unreadable(
                            Texts.text("channelsfirst.isPower", shown),
                            Texts.text("channelsfirst.trainWithBatchNormalisation"));
            case "qlinearconv",
                    "qlinearmatmul",
                    "qlinearadd",
                    "qlinearconcat",
                    "qlinearaveragepool",
                    "qlinearglobalaveragepool",
                    "qlinearsigmoid",
                    "qlinearleakyrelu",
                    "qgemm",
                    "convinteger",
                    "matmulinteger",
                    "matmulintegertofloat",
                    "dynamicquantizelinear",
                    "dynamicquantizematmul" ->
                    new Unreadable(
                            Texts.text("channelsfirst.calculatesInIntegers", shown),
                            Texts.text("channelsfirst.exportFloat"));
            case "lstm", "gru", "rnn_tanh" ->
                    new Unreadable(Texts.text("channelsfirst.isRecurrent", shown));
            case "scaled_dot_product_attention", "bmm", "einsum" ->
                    new Unreadable(Texts.text("channelsfirst.multipliesActivations", shown));
            default -> new Unreadable(Texts.text("channelsfirst.isUnknown", shown));
        };
    }
}
