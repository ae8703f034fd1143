package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Builds a network from operations on channels-first arrays (N, C, H, W). Inside, everything is
 * channels-last; where an array is flattened, its values are put into PyTorch's order.
 */
public final class ChannelsFirst {
    private static final int MOST_PADDING = 65_536;

    private final Network.Builder builder;

    private final Value.Node input;

    public ChannelsFirst(Shape input) {
        builder = new Network.Builder(input);
        this.input = new Value.Node(0, input, input.isVector());
    }

    /** What enters the network. */
    public Value input() {
        return input;
    }

    /** The shape of a value that is a vector or an image. */
    public Shape shape(Value value) throws Unreadable {
        return node(value).shape();
    }

    private static Value.Node node(Value value) throws Unreadable {
        return switch (value) {
            case Value.Node node -> node;
            case Arrangement other ->
                    throw new Unreadable(
                            "its input has the shape %s; images are (N, C, H, W)"
                                    .formatted(other.text()));
        };
    }

    /** Adds what moves values of a node, if a node can hold the result. */
    Value arranged(String name, String kind, Arrangement arrangement) throws Unreadable {
        if (!arrangement.fitsNode()) {
            return arrangement;
        }
        Layer.Rearrangement layer = arrangement.layer(kind);
        boolean same = layer.to().equals(layer.from());
        for (int i = 0; i < layer.source().length && same; i++) {
            same = layer.source()[i] == i;
        }
        Value.Node node = add(name, same ? new Layer.Identity(kind) : layer, arrangement.node());
        return new Value.Node(node.index(), node.shape(), arrangement.dims().length == 1);
    }

    /** The same values, (N, C, 1, 1) as (N, C). */
    public Value withoutPixels(Value value) throws Unreadable {
        Value.Node node = node(value);
        return new Value.Node(node.index(), node.shape(), true);
    }

    /**
     * The network.
     *
     * @param output what the last operation made
     */
    public Network build(String name, Value output) throws Unreadable {
        if (output instanceof Arrangement other) {
            arranged("output", "flatten", other.reshaped(-1));
        }
        return builder.build(name);
    }

    /** Adds a layer; what changes no shape leaves a vector one. */
    Value.Node add(String name, Layer layer, Value... inputs) throws Unreadable {
        int[] nodes = new int[inputs.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = node(inputs[i]).index();
        }
        try {
            int index = builder.add(name, layer, nodes);
            boolean window =
                    layer instanceof Layer.Convolution
                            || layer instanceof Layer.Pooling
                            || layer instanceof Layer.Resampling;
            boolean flat = layer instanceof Layer.Dense || (!window && node(inputs[0]).flat());
            return new Value.Node(index, builder.shape(index), flat);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * A convolution.
     *
     * @param weight (outputs, inputs / groups, rows, columns)
     */
    public Value convolution(
            String name,
            Value x,
            TrainedTensor weight,
            @Nullable TrainedTensor bias,
            Sliding sliding,
            int groups)
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

    private static float[] vector(@Nullable TrainedTensor given, int length, float otherwise)
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

    public Value normalization(
            String name,
            Value x,
            @Nullable TrainedTensor gamma,
            @Nullable TrainedTensor beta,
            TrainedTensor mean,
            TrainedTensor variance,
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

    public Value relu(String name, Value x, double ceiling) throws Unreadable {
        if (!(ceiling > 0)) {
            throw new Unreadable("it cuts off at " + ceiling);
        }
        return add(name, new Layer.Relu((float) ceiling), x);
    }

    public Value maximum(String name, Value x, Sliding sliding, boolean partial) throws Unreadable {
        Sliding whole = partial ? sliding.withPartialWindows(shape(x)) : sliding;
        return add(name, new Layer.Pooling(Layer.Pooling.Kind.MAXIMUM, whole.window()), x);
    }

    /**
     * Average pooling.
     *
     * @param partial whether windows count that are only partly filled
     * @param countPadding whether zeros of the padding count, as they do in PyTorch by default
     */
    public Value average(
            String name, Value x, Sliding sliding, boolean partial, boolean countPadding)
            throws Unreadable {
        SlidingWindow given = sliding.window();
        SlidingWindow whole = (partial ? sliding.withPartialWindows(shape(x)) : sliding).window();
        boolean pads = given.top() + given.left() + given.bottom() + given.right() > 0;
        if (!pads || !countPadding) {
            return add(name, new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, whole), x);
        }
        Border zeros = new Border(given.top(), given.left(), given.bottom(), given.right());
        Value from = padded(name + "/padding", x, zeros);
        // What a partly filled window has beyond the padding does not count.
        SlidingWindow rest =
                new SlidingWindow(
                        whole.height(),
                        whole.width(),
                        whole.strideY(),
                        whole.strideX(),
                        1,
                        1,
                        0,
                        0,
                        whole.bottom() - given.bottom(),
                        whole.right() - given.right());
        return add(name, new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, rest), from);
    }

    /** Zeros around an image. */
    public Value padded(String name, Value x, Border zeros) throws Unreadable {
        int most =
                Math.max(
                        Math.max(zeros.top(), zeros.bottom()),
                        Math.max(zeros.left(), zeros.right()));
        if (most > MOST_PADDING) {
            throw new Unreadable("it pads by " + most);
        }
        return moved(name, () -> Planes.padded(shape(x), zeros), x);
    }

    private interface Moving {
        Layer layer() throws Unreadable;
    }

    private Value moved(String name, Moving moving, Value x) throws Unreadable {
        try {
            return add(name, moving.layer(), x);
        } catch (ArithmeticException e) {
            throw new Unreadable("its output would be too large");
        }
    }

    /**
     * Bilinear scaling.
     *
     * @param stepY input rows per output row, and {@code stepX} columns
     */
    public Value bilinear(
            String name,
            Value x,
            int rows,
            int columns,
            Scaling.Grid grid,
            double stepY,
            double stepX)
            throws Unreadable {
        Shape in = shape(x);
        if (rows < 1 || columns < 1 || rows > MOST_PADDING || columns > MOST_PADDING) {
            throw new Unreadable("it scales to %d × %d".formatted(rows, columns));
        }
        return moved(name, () -> Scaling.bilinear(in, rows, columns, grid, stepY, stepX), x);
    }

    /**
     * The average of all pixels of each channel.
     *
     * @param dimensions over which it is taken, which must be all but the channels
     * @param kept whether they are left with length 1
     */
    public Value mean(String name, Value x, long[] dimensions, boolean kept) throws Unreadable {
        Arrangement given = x.arrangement();
        int rank = given.dims().length + 1;
        long[] sorted = Arrays.stream(dimensions).map(d -> d < 0 ? d + rank : d).sorted().toArray();
        if (rank < 3 || !Arrays.equals(sorted, LongStream.range(2, rank).toArray())) {
            throw new Unreadable("only a mean over rows and columns is read");
        }
        Value image =
                given.fitsNode()
                        ? x
                        : arranged(
                                name + "/pixels",
                                "reshape",
                                given.reshaped(given.dims()[0], -1, 1));
        Value mean = adaptiveAverage(name, image, 1, 1);
        return kept ? mean : withoutPixels(mean);
    }

    /**
     * The average over windows that cover the image in so many rows and columns, overlapping where
     * these do not divide it; more of them than the image has repeat its pixels.
     */
    public Value adaptiveAverage(String name, Value x, int rows, int columns) throws Unreadable {
        Shape in = shape(x);
        if (rows < 1 || columns < 1 || rows > MOST_PADDING || columns > MOST_PADDING) {
            throw new Unreadable("it makes %d × %d averages".formatted(rows, columns));
        }
        if (!divides(in.height(), rows) || !divides(in.width(), columns)) {
            return moved(name, () -> Scaling.averages(in, rows, columns), x);
        }
        int[] size = {Math.max(1, in.height() / rows), Math.max(1, in.width() / columns)};
        boolean repeats = rows > in.height() || columns > in.width();
        String averaged = repeats ? name + "/average" : name;
        Value tiles = average(averaged, x, Sliding.tiles(size[0], size[1]), false, true);
        return repeats ? repeated(name, tiles, rows, columns) : tiles;
    }

    private static boolean divides(int a, int b) {
        return a % b == 0 || b % a == 0;
    }

    /**
     * Repeats pixels up to so many rows and columns, which must be multiples of those there are.
     */
    public Value repeated(String name, Value x, int rows, int columns) throws Unreadable {
        Shape in = shape(x);
        if (rows < 1 || columns < 1 || rows % in.height() != 0 || columns % in.width() != 0) {
            throw new Unreadable(
                    "%d × %d is no multiple of %d × %d"
                            .formatted(rows, columns, in.height(), in.width()));
        }
        return moved(name, () -> Planes.repeated(in, rows / in.height(), columns / in.width()), x);
    }

    /** The maximum of each channel. */
    public Value globalMaximum(String name, Value x) throws Unreadable {
        Shape in = shape(x);
        return maximum(name, x, Sliding.tiles(in.height(), in.width()), false);
    }

    /**
     * A dense layer.
     *
     * @param weight (outputs, inputs)
     */
    public Value dense(String name, Value x, TrainedTensor weight, @Nullable TrainedTensor bias)
            throws Unreadable {
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

    public Value sum(String name, Value a, Value b, float factor) throws Unreadable {
        return add(name, new Layer.Sum(new float[] {1, factor}), a, b);
    }

    /**
     * scale·x + offset.
     *
     * @param scale one number, or one for each channel; so is {@code offset}
     */
    Value affine(String name, Value x, float[] scale, float[] offset) throws Unreadable {
        int channels = shape(x).channels();
        return add(name, new Layer.ChannelAffine(each(scale, channels), each(offset, channels)), x);
    }

    private static float[] each(float[] values, int channels) throws Unreadable {
        if (values.length != 1 && values.length != channels) {
            throw new Unreadable("%,d numbers for %,d channels".formatted(values.length, channels));
        }
        float[] all = new float[channels];
        for (int c = 0; c < channels; c++) {
            all[c] = values[c % values.length];
            if (!Float.isFinite(all[c])) {
                throw new Unreadable("it calculates with " + all[c]);
            }
        }
        return all;
    }

    Value concatenation(String name, Value... nodes) throws Unreadable {
        return add(name, new Layer.Concatenation(), nodes);
    }

    public Value softmax(String name, Value x) throws Unreadable {
        return add(name, new Layer.Softmax(), x);
    }

    public Value identity(String name, Value x, String kind) throws Unreadable {
        return switch (x) {
            case Value.Node node -> add(name, new Layer.Identity(kind), node);
            case Arrangement other -> other;
        };
    }
}
