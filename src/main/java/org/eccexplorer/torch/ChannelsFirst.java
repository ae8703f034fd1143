package org.eccexplorer.torch;

import java.util.Arrays;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Window;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Builds a network from operations on channels-first arrays (N, C, H, W). Inside, everything is
 * channels-last; where an array is flattened, its values are put into PyTorch's order.
 */
final class ChannelsFirst {
    private final Network.Builder builder;

    ChannelsFirst(Shape input) {
        builder = new Network.Builder(input);
    }

    /** How a window moves: each array holds rows, then columns. */
    record Sliding(int[] kernel, int[] stride, int[] dilation, int[] begin, int[] end) {
        Window window() throws Unreadable {
            try {
                return new Window(
                        kernel[0],
                        kernel[1],
                        stride[0],
                        stride[1],
                        dilation[0],
                        dilation[1],
                        begin[0],
                        begin[1],
                        end[0],
                        end[1]);
            } catch (IllegalArgumentException e) {
                throw new Unreadable("kernel, stride, dilation or padding is out of range");
            }
        }

        /** With the padding that keeps the size at stride 1, the odd row or column at the end. */
        Sliding same(Shape in, boolean oddAtEnd) {
            int[] first = new int[2];
            int[] last = new int[2];
            int[] size = {in.height(), in.width()};
            for (int d = 0; d < 2; d++) {
                int outputs = (size[d] + stride[d] - 1) / stride[d];
                int total =
                        Math.max(
                                0,
                                (outputs - 1) * stride[d]
                                        + (kernel[d] - 1) * dilation[d]
                                        + 1
                                        - size[d]);
                first[d] = oddAtEnd ? total / 2 : total - total / 2;
                last[d] = total - first[d];
            }
            return new Sliding(kernel, stride, dilation, first, last);
        }
    }

    Shape shape(int node) {
        return builder.shape(node);
    }

    Network build(String name) {
        return builder.build(name);
    }

    private int add(String name, Layer layer, int... inputs) throws Unreadable {
        try {
            return builder.add(name, layer, inputs);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A convolution.
     *
     * @param weight (outputs, inputs / groups, rows, columns)
     */
    int convolution(
            String name, int x, Tensor weight, @Nullable Tensor bias, Sliding sliding, int groups)
            throws Unreadable {
        int outputs = weight.rank(4, "the kernel").size(0);
        int inputs = weight.size(1);
        int taps = weight.size(2) * weight.size(3);
        float[] kernel = new float[weight.values().length];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int t = 0; t < taps; t++) {
                    kernel[(t * inputs + i) * outputs + o] =
                            weight.values()[(o * inputs + i) * taps + t];
                }
            }
        }
        Layer layer;
        try {
            layer =
                    new Layer.Convolution(
                            sliding.window(),
                            groups,
                            Math.multiplyExact(inputs, groups),
                            outputs,
                            kernel,
                            vector(bias, outputs, 0));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
        return add(name, layer, x);
    }

    private static float[] vector(@Nullable Tensor given, int length, float otherwise)
            throws Unreadable {
        if (given == null) {
            float[] values = new float[length];
            Arrays.fill(values, otherwise);
            return values;
        }
        if (given.values().length != length) {
            throw new Unreadable(
                    "%,d values where one for each of %,d channels was expected"
                            .formatted(given.values().length, length));
        }
        return given.values();
    }

    int normalization(
            String name,
            int x,
            @Nullable Tensor gamma,
            @Nullable Tensor beta,
            Tensor mean,
            Tensor variance,
            double epsilon)
            throws Unreadable {
        int channels = shape(x).channels();
        return add(
                name,
                new Layer.BatchNormalization(
                        vector(gamma, channels, 1),
                        vector(beta, channels, 0),
                        vector(mean, channels, 0),
                        vector(variance, channels, 1),
                        epsilon),
                x);
    }

    int relu(String name, int x, double ceiling) throws Unreadable {
        if (!(ceiling > 0)) {
            throw new Unreadable("it cuts off at " + ceiling);
        }
        return add(name, new Layer.Relu((float) ceiling), x);
    }

    int maximum(String name, int x, Sliding sliding) throws Unreadable {
        return add(name, new Layer.Pooling(Layer.Pooling.Kind.MAXIMUM, sliding.window()), x);
    }

    /** Average pooling; zeros of the padding may count, as they do in PyTorch by default. */
    int average(String name, int x, Sliding sliding, boolean countPadding) throws Unreadable {
        Window window = sliding.window();
        int from = x;
        boolean pads = window.top() + window.left() + window.bottom() + window.right() > 0;
        if (pads && countPadding) {
            from = padded(name + "/padding", x, window);
            window =
                    Window.valid(
                            window.height(), window.width(), window.strideY(), window.strideX());
        }
        return add(name, new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, window), from);
    }

    private int padded(String name, int x, Window window) throws Unreadable {
        Shape in = shape(x);
        Shape out =
                new Shape(
                        in.height() + window.top() + window.bottom(),
                        in.width() + window.left() + window.right(),
                        in.channels());
        int[] source = new int[out.size()];
        Arrays.fill(source, -1);
        for (int y = 0; y < in.height(); y++) {
            for (int i = 0; i < in.width() * in.channels(); i++) {
                int row = (y + window.top()) * out.width() + window.left();
                source[row * in.channels() + i] = y * in.width() * in.channels() + i;
            }
        }
        return add(name, new Layer.Rearrangement("zero padding", in, out, source), x);
    }

    /** The average over windows that cut the image into so many rows and columns. */
    int adaptiveAverage(String name, int x, int rows, int columns) throws Unreadable {
        Shape in = shape(x);
        if (rows < 1 || columns < 1 || in.height() % rows != 0 || in.width() % columns != 0) {
            throw new Unreadable("%d × %d windows do not divide %s".formatted(rows, columns, in));
        }
        int[] size = {in.height() / rows, in.width() / columns};
        int[] none = {0, 0};
        return average(name, x, new Sliding(size, size, new int[] {1, 1}, none, none), true);
    }

    /** All values in PyTorch's order: channel by channel. */
    int flatten(String name, int x) throws Unreadable {
        Shape in = shape(x);
        int[] source = new int[in.size()];
        for (int c = 0; c < in.channels(); c++) {
            for (int p = 0; p < in.pixels(); p++) {
                source[c * in.pixels() + p] = p * in.channels() + c;
            }
        }
        Shape out = Shape.vector(in.size());
        return add(name, new Layer.Rearrangement("flatten", in, out, source), x);
    }

    /**
     * A dense layer.
     *
     * @param weight (outputs, inputs)
     */
    int dense(String name, int x, Tensor weight, @Nullable Tensor bias) throws Unreadable {
        int outputs = weight.rank(2, "the weight").size(0);
        int inputs = weight.size(1);
        if (!shape(x).isVector()) {
            throw new Unreadable("its input is an image; flatten it first");
        }
        return add(
                name,
                new Layer.Dense(
                        inputs, outputs, weight.transposed().values(), vector(bias, outputs, 0)),
                x);
    }

    int sum(String name, int a, int b, float factor) throws Unreadable {
        return add(name, new Layer.Sum(new float[] {1, factor}), a, b);
    }

    /** A constant added to each channel. */
    int shift(String name, int x, Tensor constant, int channels) throws Unreadable {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return add(name, new Layer.ChannelAffine(ones, vector(constant, channels, 0)), x);
    }

    int concatenation(String name, int... nodes) throws Unreadable {
        return add(name, new Layer.Concatenation(), nodes);
    }

    int softmax(String name, int x) throws Unreadable {
        return add(name, new Layer.Softmax(), x);
    }

    int identity(String name, int x, String kind) throws Unreadable {
        return add(name, new Layer.Identity(kind), x);
    }
}
