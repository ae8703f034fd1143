package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;

/** Activation functions, as layers and as options of other layers. */
final class Activations {
    /** Of the function leaky_relu of Keras where nothing else is said. */
    private static final double LEAKY_SLOPE = 0.2;

    private Activations() {}

    /** A stage, followed by the activation that its configuration names. */
    static List<Stage> after(Stage stage, LayerCall call) throws Refusal {
        JsonNode node = call.config().get("activation");
        String name = word(node);
        if (name.equals("linear")) {
            return List.of(stage);
        }
        Layer layer = layer(node, stage.rank(), call);
        Stage activation =
                new Stage("/" + name, stage.shape(), stage.rank(), new Recipe.Ready(layer));
        return List.of(stage, activation);
    }

    static List<Stage> activation(LayerCall call) throws Refusal {
        Value input = call.input();
        Layer layer = layer(call.config().get("activation"), input.rank(), call);
        return List.of(Stage.same(layer, input));
    }

    /** An operation of Keras 3 or of the backend without parameters. */
    static LayerReader operation(String name) {
        return call -> {
            Value input = call.input();
            return List.of(Stage.same(named(name, input.rank(), call), input));
        };
    }

    /** The name of an activation; of one that is a layer, the name of its class. */
    private static String word(JsonNode node) throws Refusal {
        if (node.isMissingNode()) {
            return "linear";
        }
        if (isLayer(node)) {
            return SafeText.text(node.path("class_name").asText());
        }
        JsonNode word = node.isObject() ? node.path("config") : node;
        if (!word.isTextual()) {
            String of = node.isObject() ? node.path("class_name").asText() : SafeText.json(node);
            throw new Refusal(Texts.text("keras.layer.activationClass", SafeText.text(of)));
        }
        return word.asText();
    }

    /** Whether an activation is a layer with settings, such as LeakyReLU(0.1). */
    private static boolean isLayer(JsonNode node) {
        return node.isObject() && node.path("config").isObject();
    }

    private static Layer layer(JsonNode node, int rank, LayerCall call) throws Refusal {
        if (!isLayer(node)) {
            return named(word(node), rank, call);
        }
        LayerConfig config = new LayerConfig(node.path("config"));
        Layer layer = Slopes.layer(node.path("class_name").asText(), config);
        config.complaints().forEach(call.config()::complain);
        return layer;
    }

    private static Layer named(String name, int rank, LayerCall call) {
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
            case "leaky_relu" -> ActivationFunctions.leaky(LEAKY_SLOPE);
            case "hard_sigmoid" ->
                    call.isOld()
                            ? ActivationFunctions.hardSigmoid(0.2, 0.5)
                            : ActivationFunctions.hardSigmoid(1.0 / 6, 0.5);
            default -> {
                Layer other = ActivationFunctions.named(name);
                if (other == null) {
                    call.config()
                            .complain(
                                    Texts.text(
                                            "keras.layer.activationUnsupported",
                                            SafeText.text(name)));
                }
                yield other == null ? new Layer.Identity(name) : other;
            }
        };
    }

    /** min(max(x, 0), c); Keras 2 and 3 name the bounds differently. */
    static List<Stage> clip(LayerCall call) throws Refusal {
        LayerConfig config = call.config();
        String prefix = config.has("clip_value_min") ? "clip_value" : "x";
        double low = config.number(prefix + "_min", Double.NaN);
        double high = config.number(prefix + "_max", Double.NaN);
        if (!(low < high)) {
            throw new Refusal(Texts.text("keras.layer.clips", low, high));
        }
        Layer layer =
                low == 0 ? new Layer.Relu((float) high) : ActivationFunctions.clamp(low, high);
        return List.of(Stage.same(layer, call.input()));
    }

    static List<Stage> softmax(LayerCall call) throws Refusal {
        Value input = call.input();
        call.channelAxis();
        return List.of(Stage.same(new Layer.Softmax(false), input));
    }
}
