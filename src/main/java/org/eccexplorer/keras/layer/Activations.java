package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.TwoClasses;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Activation functions, as layers and as options of other layers. */
final class Activations {
    private Activations() {}

    /** A stage, followed by the activation that its configuration names. */
    static List<Stage> after(Stage stage, LayerCall call) throws Refusal {
        String name = name(call.config().get("activation"));
        if (name.equals("linear")) {
            return List.of(stage);
        }
        if (isOneSigmoid(name, stage.shape())) {
            List<Stage> stages = new ArrayList<>(List.of(stage));
            stages.addAll(twoClasses("/" + name));
            return stages;
        }
        Layer layer = named(name, stage.shape(), stage.rank(), call);
        Stage activation =
                new Stage("/" + name, stage.shape(), stage.rank(), new Recipe.Ready(layer));
        return List.of(stage, activation);
    }

    static List<Stage> activation(LayerCall call) throws Refusal {
        Value input = call.input();
        String name = name(call.config().get("activation"));
        return isOneSigmoid(name, input.shape())
                ? twoClasses("")
                : List.of(Stage.same(named(name, input.shape(), input.rank(), call), input));
    }

    /** The probability of the second of two classes. */
    private static boolean isOneSigmoid(String name, Shape shape) {
        return name.equals("sigmoid") && shape.size() == 1;
    }

    private static List<Stage> twoClasses(String suffix) {
        Shape two = TwoClasses.LAYER.to();
        return List.of(
                new Stage("/classes", two, 2, new Recipe.Ready(TwoClasses.LAYER)),
                new Stage(suffix, two, 2, new Recipe.Ready(new Layer.Softmax(false))));
    }

    /** The operation of Keras 3, or of the backend. */
    static List<Stage> sigmoid(LayerCall call) throws Refusal {
        Value input = call.input();
        return isOneSigmoid("sigmoid", input.shape())
                ? twoClasses("")
                : List.of(Stage.same(named("sigmoid", input.shape(), input.rank(), call), input));
    }

    /** The name is a word, or in Keras 3 sometimes an object with one. */
    private static String name(JsonNode node) throws Refusal {
        if (node.isMissingNode()) {
            return "linear";
        }
        JsonNode word = node.isObject() ? node.path("config") : node;
        if (!word.isTextual()) {
            String of = node.isObject() ? node.path("class_name").asText() : SafeText.json(node);
            throw new Refusal(Texts.text("keras.layer.activationClass", SafeText.text(of)));
        }
        return word.asText();
    }

    private static Layer named(String name, Shape shape, int rank, LayerCall call) {
        return switch (name) {
            case "linear" -> new Layer.Identity("linear activation");
            case "relu" -> new Layer.Relu(Float.POSITIVE_INFINITY);
            case "relu6" -> new Layer.Relu(6);
            case "softmax", "log_softmax" -> {
                if (call.planes() && rank > 2) {
                    call.config().complain(Texts.text("keras.layer.softmaxOverColumns"));
                }
                yield new Layer.Softmax(name.equals("log_softmax"));
            }
            case "sigmoid" -> {
                String why =
                        shape.isVector()
                                ? Texts.text("keras.layer.sigmoids", Numbers.count(shape.size()))
                                : Texts.text("keras.layer.activationUnsupported", name);
                call.config().complain(why);
                yield new Layer.Identity(name);
            }
            default -> {
                call.config()
                        .complain(
                                Texts.text(
                                        "keras.layer.activationUnsupported", SafeText.text(name)));
                yield new Layer.Identity(name);
            }
        };
    }

    /** min(max(x, 0), max_value). */
    static List<Stage> relu(LayerCall call) throws Refusal {
        LayerConfig config = call.config();
        double ceiling = config.number("max_value", Double.POSITIVE_INFINITY);
        double slope = config.number("negative_slope", 0);
        double threshold = config.number("threshold", 0);
        if (slope != 0) {
            config.complain(Texts.text("keras.layer.negativeSlope", slope));
        }
        if (threshold != 0) {
            config.complain(Texts.text("keras.layer.thresholdNotZero", threshold));
        }
        if (!((float) ceiling > 0)) {
            throw new Refusal(Texts.text("keras.layer.maxValue", ceiling));
        }
        return List.of(Stage.same(new Layer.Relu((float) ceiling), call.input()));
    }

    /** min(max(x, 0), c); Keras 2 and 3 name the bounds differently. */
    static List<Stage> clip(LayerCall call) throws Refusal {
        LayerConfig config = call.config();
        String prefix = config.has("clip_value_min") ? "clip_value" : "x";
        double low = config.number(prefix + "_min", Double.NaN);
        double high = config.number(prefix + "_max", Double.NaN);
        if (low != 0 || !((float) high > 0)) {
            throw new Refusal(Texts.text("keras.layer.clips", low, high));
        }
        return List.of(Stage.same(new Layer.Relu((float) high), call.input()));
    }

    static List<Stage> softmax(LayerCall call) throws Refusal {
        Value input = call.input();
        call.channelAxis();
        return List.of(Stage.same(new Layer.Softmax(false), input));
    }
}
