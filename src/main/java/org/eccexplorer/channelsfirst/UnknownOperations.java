package org.eccexplorer.channelsfirst;

import java.util.Locale;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Why an operation is not read, of those that CNNs are often made of. */
final class UnknownOperations {
    private UnknownOperations() {}

    /** Sigmoids of several values at the end of a model. */
    static Unreadable sigmoids(Arrangement values) {
        return values.dims().length == 1
                ? new Unreadable(
                        Texts.text("channelsfirst.sigmoids", Numbers.count(values.dims()[0])),
                        Texts.text("channelsfirst.oneClassPerImage"))
                : reason("sigmoid");
    }

    /** By the name in PyTorch or ONNX, such as "layer_norm.default" or "LayerNormalization". */
    static Unreadable reason(String operation) {
        String name = operation.replaceFirst("_?\\..*", "").toLowerCase(Locale.ROOT);
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
            case "sigmoid",
                    "hardsigmoid",
                    "silu",
                    "hardswish",
                    "gelu",
                    "tanh",
                    "elu",
                    "selu",
                    "leaky_relu",
                    "leakyrelu",
                    "prelu",
                    "mish",
                    "softplus",
                    "swish" ->
                    new Unreadable(
                            Texts.text("channelsfirst.noFiringRate", shown),
                            Texts.text("channelsfirst.trainWithRelu"));
            case "lstm", "gru", "rnn_tanh" ->
                    new Unreadable(Texts.text("channelsfirst.isRecurrent", shown));
            case "scaled_dot_product_attention", "bmm", "einsum" ->
                    new Unreadable(Texts.text("channelsfirst.multipliesActivations", shown));
            default -> new Unreadable(Texts.text("channelsfirst.isUnknown", shown));
        };
    }
}
