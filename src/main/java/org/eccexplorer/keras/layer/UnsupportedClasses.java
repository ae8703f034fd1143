package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.config.TensorFlowCall;
import org.eccexplorer.text.Texts;

/** Why a class of layer is refused and what to use in its place. */
public final class UnsupportedClasses {
    private UnsupportedClasses() {}

    public static String why(KerasLayer layer) {
        if (TensorFlowCall.isOne(layer.node())) {
            return Texts.text(
                    "keras.layer.tensorFlowOperation",
                    SafeText.text(
                            layer.config()
                                    .path("function")
                                    .asText(Texts.text("keras.layer.unnamed"))));
        }
        if (layer.isOperator()) {
            return Texts.text("keras.layer.operator", SafeText.text(layer.className()));
        }
        if (layer.isCustom() || layer.className().contains(">")) {
            return Texts.text("keras.layer.notOfKeras", name(layer));
        }
        return switch (layer.className()) {
            case "Lambda" -> Texts.text("keras.layer.pythonCode");
            case "LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM2D" ->
                    Texts.text("keras.layer.recurrent");
            case "LayerNormalization",
                    "GroupNormalization",
                    "RMSNormalization",
                    "UnitNormalization",
                    "SpectralNormalization" ->
                    Texts.text("keras.layer.measuresImages");
            case "Multiply", "Dot" -> Texts.text("keras.layer.multiplies");
            case "Maximum", "Minimum" -> Texts.text("keras.layer.compares");
            case "Attention", "AdditiveAttention", "MultiHeadAttention", "GroupedQueryAttention" ->
                    Texts.text("keras.layer.attention");
            case "InputLayer" -> Texts.text("keras.layer.inputInside");
            default -> Texts.text("keras.layer.classUnsupported", SafeText.text(layer.className()));
        };
    }

    private static String name(KerasLayer layer) {
        JsonNode registered = layer.node().path("registered_name");
        JsonNode module = layer.node().path("module");
        String name = registered.isTextual() ? registered.asText() : layer.className();
        return SafeText.text(module.isTextual() ? module.asText() + "." + name : name);
    }

    public static String remedy(KerasLayer layer) {
        if (layer.isCustom()) {
            return Texts.text("keras.layer.replaceCustom");
        }
        return switch (layer.className()) {
            case "Lambda", "TFOpLambda", "SlicingOpLambda" -> Texts.text("keras.layer.replaceCode");
            case "LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM2D" ->
                    Texts.text("keras.layer.feedForwardOnly");
            case "LayerNormalization", "GroupNormalization", "RMSNormalization" ->
                    Texts.text("keras.layer.trainWithBatchNormalisation");
            default -> Texts.text("keras.layer.replaceLayer");
        };
    }
}
