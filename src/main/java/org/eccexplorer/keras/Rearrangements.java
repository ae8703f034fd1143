package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Layers that only move values: flatten, reshape, permute, padding, cropping, up-sampling. */
final class Rearrangements {
    private Rearrangements() {}

    static List<Stage> flatten(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        boolean reorder = !config.text("data_format", "channels_last").equals("channels_first");
        int[] source = new int[in.size()];
        for (int i = 0; i < source.length; i++) {
            // Without its data format, flattening a channels-first image runs through whole planes.
            source[i] =
                    planes && reorder && inputs.getFirst().rank() > 2
                            ? i % in.pixels() * in.channels() + i / in.pixels()
                            : i;
        }
        Shape out = Shape.vector(in.size());
        return List.of(Stage.plain(new Layer.Rearrangement("flatten", in, out, source), out, 2));
    }

    static List<Stage> reshape(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        JsonNode target = config.get("target_shape");
        if (planes || !target.isArray() || target.isEmpty() || target.size() > 3) {
            throw new Refusal("target_shape is " + target);
        }
        int[] sizes = new int[target.size()];
        int unknown = -1;
        int known = 1;
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = target.get(d).asInt();
            if (sizes[d] == -1 && unknown < 0) {
                unknown = d;
            } else if (sizes[d] < 1 || sizes[d] > in.size()) {
                throw new Refusal("target_shape is " + target);
            } else {
                known *= sizes[d];
            }
        }
        if (unknown >= 0) {
            sizes[unknown] = in.size() / known;
        }
        Shape out = shape(sizes);
        if (out.size() != in.size()) {
            throw new Refusal("%s cannot be reshaped to %s".formatted(in, target));
        }
        return List.of(
                Stage.plain(
                        new Layer.Rearrangement("reshape", in, out, inOrder(in.size())),
                        out,
                        sizes.length + 1));
    }

    /** A shape of one to three sizes, as images are stored here. */
    static Shape shape(int[] sizes) {
        return switch (sizes.length) {
            case 1 -> Shape.vector(sizes[0]);
            case 2 -> new Shape(1, sizes[0], sizes[1]);
            default -> new Shape(sizes[0], sizes[1], sizes[2]);
        };
    }

    private static int[] inOrder(int size) {
        int[] source = new int[size];
        for (int i = 0; i < size; i++) {
            source[i] = i;
        }
        return source;
    }

    static List<Stage> permute(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        JsonNode dims = config.get("dims");
        if (planes || inputs.getFirst().rank() != 4 || dims.size() != 3) {
            throw new Refusal("dims is " + dims);
        }
        int[] size = {in.height(), in.width(), in.channels()};
        int[] stride = {in.width() * in.channels(), in.channels(), 1};
        int[] axis = new int[3];
        for (int d = 0; d < 3; d++) {
            axis[d] = dims.get(d).asInt() - 1;
            if (axis[d] < 0 || axis[d] > 2) {
                throw new Refusal("dims is " + dims);
            }
        }
        if (Arrays.stream(axis).distinct().count() != 3) {
            throw new Refusal("dims is " + dims);
        }
        Shape out = new Shape(size[axis[0]], size[axis[1]], size[axis[2]]);
        int[] source = new int[in.size()];
        for (int i = 0; i < source.length; i++) {
            int y = i / (out.width() * out.channels());
            int x = i / out.channels() % out.width();
            int c = i % out.channels();
            source[i] = y * stride[axis[0]] + x * stride[axis[1]] + c * stride[axis[2]];
        }
        return List.of(Stage.plain(new Layer.Rearrangement("permute", in, out, source), out, 4));
    }

    static List<Stage> padding(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        Windows.format(config, planes);
        int[] border = border(config.get("padding"));
        Shape out =
                new Shape(
                        in.height() + border[0] + border[1],
                        in.width() + border[2] + border[3],
                        in.channels());
        return moved("zero padding", in, out, -border[0], -border[2], 1, inputs.getFirst().rank());
    }

    static List<Stage> cropping(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        Windows.format(config, planes);
        int[] border = border(config.get("cropping"));
        int height = in.height() - border[0] - border[1];
        int width = in.width() - border[2] - border[3];
        if (height < 1 || width < 1) {
            throw new Refusal("nothing is left of %s".formatted(in));
        }
        Shape out = new Shape(height, width, in.channels());
        return moved("cropping", in, out, border[0], border[2], 1, inputs.getFirst().rank());
    }

    static List<Stage> upSampling(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        Windows.format(config, planes);
        int[] size = config.pair("size", 2, 1, false);
        String interpolation = config.text("interpolation", "nearest");
        if (!interpolation.equals("nearest") || size[0] != size[1]) {
            throw new Refusal(
                    "interpolation=%s, size %d × %d".formatted(interpolation, size[0], size[1]));
        }
        Shape out = new Shape(in.height() * size[0], in.width() * size[1], in.channels());
        return moved("up-sampling", in, out, 0, 0, size[0], inputs.getFirst().rank());
    }

    /** Output pixel (y, x) is input pixel (y/factor + top, x/factor + left), or zero outside. */
    private static List<Stage> moved(
            String kind, Shape in, Shape out, int top, int left, int factor, int rank) {
        int[] source = new int[out.size()];
        for (int i = 0; i < source.length; i++) {
            int pixel = i / out.channels();
            int y = pixel / out.width() / factor + top;
            int x = pixel % out.width() / factor + left;
            boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
            source[i] = inside ? (y * in.width() + x) * in.channels() + i % in.channels() : -1;
        }
        return List.of(Stage.plain(new Layer.Rearrangement(kind, in, out, source), out, rank));
    }

    /** top, bottom, left, right from n, [n, m] or [[t, b], [l, r]]. */
    private static int[] border(JsonNode node) throws Refusal {
        int[] border = new int[4];
        for (int i = 0; i < 4; i++) {
            JsonNode side = node;
            if (node.isArray() && node.size() == 2) {
                side = node.get(i / 2);
                side = side.isArray() && side.size() == 2 ? side.get(i % 2) : side;
            }
            if (!side.isIntegralNumber() || side.asInt() < 0 || side.asInt() > 4096) {
                throw new Refusal("the border is " + node);
            }
            border[i] = side.asInt();
        }
        return border;
    }
}
