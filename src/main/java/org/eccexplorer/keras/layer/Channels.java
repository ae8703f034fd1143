package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The channels of an image taken apart and put together again, as the preparation of images for VGG
 * and ResNet does to go from RGB to BGR.
 */
final class Channels {
    private Channels() {}

    /** x[..., ::-1] turns the order of the channels round; x[..., c] takes one of them. */
    static List<Stage> part(LayerCall call, JsonNode slices) throws Refusal {
        Value input = call.input();
        boolean last =
                slices.size() == 2
                        && slices.get(0).path("class_name").asText().equals("__ellipsis__");
        JsonNode taken = slices.path(1);
        if (!last || (call.planes() && input.rank() > 2)) {
            throw new Refusal(Texts.text("keras.layer.takesPart", SafeText.json(slices)));
        }
        JsonNode slice = taken.has("config") ? taken.path("config") : taken;
        boolean whole = slice.isObject() && !slice.hasNonNull("start") && !slice.hasNonNull("stop");
        if (whole && slice.path("step").asInt() == -1) {
            return reversed(input);
        }
        int channels = input.shape().channels();
        int channel = taken.isInt() ? Math.floorMod(taken.asInt(), channels) : -1;
        if (channel < 0 || input.rank() != 4) {
            throw new InputRefusal(
                    Texts.text("keras.layer.takesPartOf", SafeText.json(slices), input.shape()));
        }
        return one(input, channel);
    }

    private static List<Stage> reversed(Value input) {
        int channels = input.shape().channels();
        return Rearrangements.moving(
                "channels reversed",
                input.shape(),
                input.shape(),
                input.rank(),
                source -> {
                    for (int i = 0; i < source.length; i++) {
                        source[i] = i - i % channels + channels - 1 - i % channels;
                    }
                });
    }

    private static List<Stage> one(Value input, int channel) {
        Shape in = input.shape();
        return Rearrangements.moving(
                "channel " + channel,
                in,
                new Shape(in.height(), in.width(), 1),
                Value.ONE_CHANNEL,
                source -> {
                    for (int i = 0; i < source.length; i++) {
                        source[i] = i * in.channels() + channel;
                    }
                });
    }

    /** Channels taken with x[..., c] become one image. */
    static List<Stage> stack(LayerCall call) throws Refusal {
        Shape first = call.inputs().getFirst().shape();
        for (Value input : call.inputs()) {
            if (input.rank() != Value.ONE_CHANNEL || !input.shape().equals(first)) {
                throw new InputRefusal(Texts.text("keras.layer.stacksOther"));
            }
        }
        double axis = call.config().number("axis", 0);
        if (axis != -1 && axis != 3) {
            throw new InputRefusal(Texts.text("keras.layer.stacksAlong", Numbers.fixed(axis, 0)));
        }
        Shape out = new Shape(first.height(), first.width(), call.inputs().size());
        return List.of(new Stage("", out, 4, new Recipe.Ready(new Layer.Concatenation())));
    }
}
