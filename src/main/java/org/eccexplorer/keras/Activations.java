package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Activation functions, as layers and as options of other layers. */
final class Activations {
    private Activations() {}

    /** A stage, followed by the activation that its configuration names. */
    static List<Stage> after(Stage stage, LayerConfig config) throws Refusal {
        String name = name(config.get("activation"));
        if (name.equals("linear")) {
            return List.of(stage);
        }
        Layer layer = named(name);
        Stage activation =
                new Stage("/" + name, stage.shape(), stage.rank(), List.of(), w -> layer);
        return List.of(stage, activation);
    }

    static List<Stage> activation(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        String name = name(config.get("activation"));
        Layer layer = name.equals("linear") ? new Layer.Identity("linear activation") : named(name);
        checkSoftmax(layer, inputs.getFirst(), planes);
        return List.of(Stage.plain(layer, in, inputs.getFirst().rank()));
    }

    private static void checkSoftmax(Layer layer, Value input, boolean planes) throws Refusal {
        if (layer instanceof Layer.Softmax && planes && input.rank() > 2) {
            throw new Refusal("a softmax over the last axis of channels-first images");
        }
    }

    /** The name is a word, or in Keras 3 sometimes an object with one. */
    private static String name(JsonNode node) throws Refusal {
        if (node.isMissingNode() || node.isNull()) {
            return "linear";
        }
        JsonNode word = node.isObject() ? node.path("config") : node;
        if (node.isObject() && !word.isTextual()) {
            throw new Refusal(
                    "the activation is of the class "
                            + LayerTree.printable(node.path("class_name").asText("?")));
        }
        if (!word.isTextual()) {
            throw new Refusal("the activation is " + word.getNodeType());
        }
        return word.asText();
    }

    private static Layer named(String name) throws Refusal {
        return switch (name) {
            case "relu" -> new Layer.Relu(Float.POSITIVE_INFINITY);
            case "relu6" -> new Layer.Relu(6);
            case "softmax" -> new Layer.Softmax();
            default ->
                    throw new Refusal(
                            "the activation %s has no counterpart in a firing rate, which is"
                                            .formatted(LayerTree.printable(name))
                                    + " never negative and grows linearly");
        };
    }

    static List<Stage> relu(LayerConfig config, List<Value> inputs, boolean planes) throws Refusal {
        Shape in = Inputs.one(inputs);
        double ceiling = config.number("max_value", Double.POSITIVE_INFINITY);
        if (config.number("negative_slope", 0) != 0) {
            throw new Refusal("negative_slope is not 0: a firing rate is never negative");
        }
        if (config.number("threshold", 0) != 0) {
            throw new Refusal("threshold is not 0");
        }
        if (!(ceiling > 0)) {
            throw new Refusal("max_value is " + ceiling);
        }
        return List.of(Stage.plain(new Layer.Relu((float) ceiling), in, inputs.getFirst().rank()));
    }

    static List<Stage> softmax(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        Inputs.channelAxis(config.get("axis"), -1, inputs.getFirst(), planes);
        return List.of(Stage.plain(new Layer.Softmax(), in, inputs.getFirst().rank()));
    }
}
