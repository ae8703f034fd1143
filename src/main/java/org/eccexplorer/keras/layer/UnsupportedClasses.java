package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.config.TensorFlowCall;

/** Why a class of layer is refused and what to use in its place. */
public final class UnsupportedClasses {
    private UnsupportedClasses() {}

    public static String why(KerasLayer layer) {
        if (TensorFlowCall.isOne(layer.node())) {
            return "the TensorFlow operation %s is not supported in this form"
                    .formatted(SafeText.text(layer.config().path("function").asText("of no name")));
        }
        if (layer.isOperator()) {
            return "the operator %s is not supported in this form"
                    .formatted(SafeText.text(layer.className()));
        }
        if (layer.isCustom() || layer.className().contains(">")) {
            return "%s is no class of Keras".formatted(name(layer));
        }
        return switch (layer.className()) {
            case "Lambda" -> "it holds Python code";
            case "LeakyReLU", "PReLU", "ELU", "ThresholdedReLU" ->
                    "a firing rate is never negative and grows linearly, which this is not";
            case "LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM2D" ->
                    "it is recurrent";
            case "LayerNormalization",
                    "GroupNormalization",
                    "RMSNormalization",
                    "UnitNormalization",
                    "SpectralNormalization" ->
                    "it divides by what it measures of each image, which no fixed weights do";
            case "Multiply", "Dot" -> "it multiplies activations, but currents only add";
            case "Maximum", "Minimum" -> "it compares activations, but currents only add";
            case "Attention", "AdditiveAttention", "MultiHeadAttention", "GroupedQueryAttention" ->
                    "it weights activations by others, but currents only add";
            case "InputLayer" -> "an input inside the model";
            default ->
                    "layers of the class %s are not supported"
                            .formatted(SafeText.text(layer.className()));
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
            return "Replace it by layers of Keras; code in a model is never run";
        }
        return switch (layer.className()) {
            case "Lambda", "TFOpLambda", "SlicingOpLambda" ->
                    "Replace it by a layer of Keras; code in a model is never run";
            case "LeakyReLU", "PReLU", "ELU", "ThresholdedReLU" -> "Train with ReLU in its place";
            case "LSTM", "GRU", "SimpleRNN", "RNN", "Bidirectional", "ConvLSTM2D" ->
                    "Only feed-forward CNNs are converted";
            case "LayerNormalization", "GroupNormalization", "RMSNormalization" ->
                    "Train with batch normalisation in its place";
            default -> "Replace it by layers that the documentation lists, and train again";
        };
    }
}
