package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Layers that put all values into another order: flatten, reshape, permute. */
final class Rearrangements {
    private Rearrangements() {}

    /** Without its data format, flattening a channels-first image runs through whole planes. */
    static List<Stage> flatten(LayerCall call) throws Refusal {
        Value input = call.input();
        boolean reordered = call.config().text("data_format", "").equals("channels_first");
        if (reordered && !call.planes() && input.rank() > 2) {
            throw new Refusal(Texts.text("keras.layer.onlyOneChannelsFirst"));
        }
        return ordered(
                "flatten",
                input,
                Shape.vector(input.shape().size()),
                2,
                call.planes() && !reordered);
    }

    /** The same values under new lengths, one of which may be −1 for what is left. */
    static List<Stage> reshape(LayerCall call) throws Refusal {
        return reshaped(call.input(), call.config().get("target_shape"), call.planes());
    }

    /** As an operator; the first length is that of the batch and stays. */
    static List<Stage> reshapeWithImages(LayerCall call) throws Refusal {
        LayerConfig config = call.config();
        JsonNode whole = config.get(config.has("newshape") ? "newshape" : "shape");
        ArrayNode target = JsonNodeFactory.instance.arrayNode();
        for (int d = 1; d < whole.size(); d++) {
            target.add(whole.get(d));
        }
        if (whole.path(0).asInt(-1) != -1) {
            throw new InputRefusal(Texts.text("keras.layer.mixesImages", SafeText.json(whole)));
        }
        return reshaped(call.input(), target, call.planes());
    }

    private static List<Stage> reshaped(Value input, JsonNode target, boolean planes)
            throws Refusal {
        if (!target.isArray() || target.isEmpty() || target.size() > 3) {
            throw new Refusal(Texts.text("keras.layer.targetLengths", SafeText.json(target)));
        }
        int[] lengths = new int[target.size()];
        int open = -1;
        long known = 1;
        for (int d = 0; d < lengths.length; d++) {
            lengths[d] = target.get(d).asInt();
            if (lengths[d] == -1 && open < 0) {
                open = d;
            } else if (lengths[d] < 1 || !target.get(d).isInt()) {
                throw new Refusal(Texts.text("keras.layer.targetIs", SafeText.json(target)));
            } else {
                known = Math.multiplyExact(known, lengths[d]);
            }
        }
        if (open >= 0) {
            lengths[open] = (int) Math.max(1, input.shape().size() / known);
            known *= lengths[open];
        }
        if (known != input.shape().size()) {
            throw new InputRefusal(
                    Texts.text("keras.layer.cannotReshape", input.shape(), SafeText.json(target)));
        }
        Shape out = ElementOrder.shape(lengths, planes);
        return ordered("reshape", input, out, lengths.length + 1, planes);
    }

    /** All values in Keras's order, which stays as it is while the shape changes. */
    private static List<Stage> ordered(
            String kind, Value input, Shape out, int rank, boolean planes) {
        Shape in = input.shape();
        boolean planesIn = planes && input.rank() > 2;
        boolean planesOut = planes && rank > 2;
        return moving(
                kind,
                in,
                out,
                rank,
                source -> {
                    for (int i = 0; i < source.length; i++) {
                        source[ElementOrder.index(i, out, planesOut)] =
                                ElementOrder.index(i, in, planesIn);
                    }
                });
    }

    /** Exchanges dimensions; they count from 1, in Keras's order. */
    static List<Stage> permute(LayerCall call) throws Refusal {
        Value input = call.input();
        JsonNode dims = call.config().get("dims");
        int count = input.rank() - 1;
        int[] axes = new int[count];
        for (int d = 0; d < count; d++) {
            axes[d] = dims.path(d).asInt() - 1;
        }
        boolean complete =
                Arrays.stream(axes).distinct().filter(axis -> axis >= 0 && axis < count).count()
                        == count;
        if (dims.size() != count || !complete) {
            throw new InputRefusal(
                    Texts.text("keras.layer.notDimensions", SafeText.json(dims), count));
        }
        Shape in = input.shape();
        int[] from = ElementOrder.lengths(in, count, call.planes());
        int[] to = Arrays.stream(axes).map(axis -> from[axis]).toArray();
        Shape out = ElementOrder.shape(to, call.planes());
        boolean planes = call.planes() && count > 1;
        return moving(
                "permute",
                in,
                out,
                input.rank(),
                source -> {
                    for (int i = 0; i < source.length; i++) {
                        source[ElementOrder.index(i, out, planes)] =
                                ElementOrder.index(origin(i, axes, from, to), in, planes);
                    }
                });
    }

    /** The index, in Keras's order, of the value that the i-th value of the output is. */
    private static int origin(int i, int[] axes, int[] from, int[] to) {
        int[] position = new int[from.length];
        int rest = i;
        for (int d = to.length - 1; d >= 0; d--) {
            position[axes[d]] = rest % to[d];
            rest /= to[d];
        }
        int index = 0;
        for (int d = 0; d < from.length; d++) {
            index = index * from[d] + position[d];
        }
        return index;
    }

    /** Fills a table of sources. */
    @FunctionalInterface
    interface Sources {
        void fill(int[] source);
    }

    /** A stage whose table is made when the whole model was found readable. */
    static List<Stage> moving(String kind, Shape in, Shape out, int rank, Sources sources) {
        Supplier<Layer> make =
                () -> {
                    int[] source = new int[out.size()];
                    sources.fill(source);
                    return new Layer.Rearrangement(kind, in, out, source);
                };
        return List.of(new Stage("", out, rank, new Recipe.Moving(out.size(), make)));
    }
}
