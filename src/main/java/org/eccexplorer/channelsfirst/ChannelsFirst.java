package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Builds a network from operations on channels-first arrays (N, C, H, W). Inside, everything is
 * channels-last; where an array is flattened, its values are put into PyTorch's order.
 */
public final class ChannelsFirst {
    private final Network.Builder builder;

    private final Value input;

    /**
     * Nothing but the input.
     *
     * @param dimensions without the batch, as those of a {@link Value.Node}
     */
    ChannelsFirst(Shape input, int dimensions) {
        builder = new Network.Builder(input);
        this.input = new Value.Node(0, input, dimensions);
    }

    /** Images or sequences with the channels as the last dimension: (N, H, W, C), (N, L, C). */
    ChannelsFirst(Shape input, int dimensions, boolean last) throws Unreadable {
        builder = new Network.Builder(input);
        Value.Node node = new Value.Node(0, input, dimensions);
        int[] order = dimensions == 3 ? new int[] {1, 2, 0} : new int[] {1, 0};
        this.input = last ? Arrangement.of(node).permuted(order) : node;
    }

    /** What enters the network. */
    public Value input() {
        return input;
    }

    /** Whether a value is what enters the network, perhaps scaled or moved, before any layer. */
    public boolean isInput(Value value) {
        Node node = builder.nodes().get(value.arrangement().node().index());
        while (node.layer() instanceof Layer.Identity
                || node.layer() instanceof Layer.Rearrangement
                || node.layer() instanceof Layer.ChannelAffine) {
            node = builder.nodes().get(node.inputs().getFirst());
        }
        return node.layer() instanceof Layer.Input;
    }

    /** The shape of a value that is a vector, a sequence or an image. */
    public Shape shape(Value value) throws Unreadable {
        return switch (value) {
            case Value.Node node -> node.shape();
            case Arrangement other when other.isSequence() || other.fitsNode() -> other.shape();
            case Arrangement other -> throw inputShape(other);
        };
    }

    private static Unreadable inputShape(Arrangement other) {
        return new Unreadable(Texts.text("channelsfirst.inputShapeIs", other.text()));
    }

    /** Whether a value is a sequence, (N, C, L). */
    public boolean isSequence(Value value) {
        return value.arrangement().isSequence();
    }

    /** The node that holds a value; one is added for a sequence that was only arranged so far. */
    private Value.Node node(String name, Value value) throws Unreadable {
        return switch (value) {
            case Value.Node node -> node;
            case Arrangement other when other.isNode() -> other.node();
            case Arrangement other when other.isSequence() ->
                    held(name + "/sequence", "reshape", other);
            case Arrangement other when other.fitsNode() ->
                    held(name + "/permuted", "permute", other);
            case Arrangement other -> throw inputShape(other);
        };
    }

    /** Adds what moves values of a node, if a node can hold the result. */
    Value arranged(String name, String kind, Arrangement arrangement) throws Unreadable {
        if (!arrangement.fitsNode()) {
            return arrangement;
        }
        return held(name, kind, arrangement);
    }

    private Value.Node held(String name, String kind, Arrangement arrangement) throws Unreadable {
        Layer.Rearrangement layer = arrangement.layer(kind);
        boolean same = layer.to().equals(layer.from());
        for (int i = 0; i < layer.source().length && same; i++) {
            same = layer.source()[i] == i;
        }
        Value.Node node = add(name, same ? new Layer.Identity(kind) : layer, arrangement.node());
        return new Value.Node(node.index(), node.shape(), arrangement.dims().length);
    }

    /** The same values with other dimensions; (N, C, 1, 1) becomes (N, C) without a layer. */
    Value reshaped(String name, Value value, long... dims) throws Unreadable {
        long[] given = Arrays.stream(value.arrangement().dims()).asLongStream().toArray();
        if (Arrays.equals(given, dims)) {
            return value;
        }
        Value.Node node = node(name, value);
        return dims.length == 1 && node.shape().isVector()
                ? new Value.Node(node.index(), node.shape(), 1)
                : arranged(name, "reshape", Arrangement.of(node).reshaped(dims));
    }

    /**
     * The network.
     *
     * @param output what the last operation made
     */
    public Network build(String name, Value output) throws Unreadable {
        Value last =
                output instanceof Arrangement other
                        ? arranged("output", "flatten", other.reshaped(-1))
                        : output;
        return builder.build(name).upTo(node("output", last).index());
    }

    /** Adds a layer; one that keeps the shape of a vector or a sequence makes one. */
    Value.Node add(String name, Layer layer, Value... inputs) throws Unreadable {
        int[] nodes = new int[inputs.length];
        int dimensions = 1;
        for (int i = 0; i < nodes.length; i++) {
            Value.Node node = node(name, inputs[i]);
            nodes[i] = node.index();
            dimensions = i == 0 ? node.dimensions() : dimensions;
        }
        try {
            int index = builder.add(name, layer, nodes);
            boolean window =
                    layer instanceof Layer.Convolution
                            || layer instanceof Layer.Pooling
                            || layer instanceof Layer.Resampling;
            int made = window && dimensions == 1 ? 3 : dimensions;
            return new Value.Node(index, builder.shape(index), made);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Unreadable.doesNotFit(e);
        }
    }

    /**
     * A convolution.
     *
     * @param weight (outputs, inputs / groups, rows, columns), of sequences without rows
     */
    public Value convolution(
            String name,
            Value x,
            TrainedTensor weight,
            @Nullable TrainedTensor bias,
            Sliding sliding,
            long groups)
            throws Unreadable {
        TrainedTensor taken = weight.kernel();
        int outputs = taken.size(0);
        boolean ofSequence = weight.shape().length == 3;
        if (ofSequence != isSequence(x)) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.weightShape",
                            Arrays.toString(weight.shape()),
                            isSequence(x) ? 3 : 4));
        }
        if (groups < 1 || groups > outputs || outputs % groups != 0) {
            throw new Unreadable(
                    Texts.text("channelsfirst.groups", groups, Numbers.count(outputs)));
        }
        int inputs = taken.size(1);
        int taps = taken.size(2) * taken.size(3);
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
                            (int) groups,
                            Math.multiplyExact(inputs, (int) groups),
                            outputs,
                            kernel,
                            vector(bias, outputs, 0));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw Unreadable.doesNotFit(e);
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
                    Texts.text(
                            "channelsfirst.notOnePerChannel",
                            Numbers.count(given.values().length),
                            Numbers.count(length)));
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
            throw new Unreadable(Texts.text("channelsfirst.ceiling", ceiling));
        }
        return elementwise(name, new Layer.Relu((float) ceiling), x);
    }

    /**
     * A dense layer.
     *
     * @param weight (outputs, inputs)
     */
    public Value dense(String name, Value x, TrainedTensor weight, @Nullable TrainedTensor bias)
            throws Unreadable {
        int outputs = weight.matrix().size(0);
        int inputs = weight.size(1);
        Layer layer =
                new Layer.Dense(
                        inputs, outputs, weight.transposed().values(), vector(bias, outputs, 0));
        Arrangement given = x.arrangement();
        if (given.isSequence()) {
            // PyTorch's acts on the last dimension of (N, steps, features).
            Value steps = held(name + "/steps", "permute", given.permuted(1, 0));
            return add(name, layer, steps).arrangement().permuted(1, 0);
        }
        if (!shape(x).isVector()) {
            throw new Unreadable(Texts.text("channelsfirst.denseOfImage"));
        }
        Value.Node dense = add(name, layer, x);
        return new Value.Node(dense.index(), dense.shape(), 1);
    }

    public Value sum(String name, Value a, Value b, float factor) throws Unreadable {
        Layer sum = new Layer.Sum(new float[] {1, factor});
        Arrangement left = a.arrangement();
        Arrangement right = b.arrangement();
        boolean alike =
                Arrays.equals(left.dims(), right.dims())
                        && Arrays.equals(left.source(), right.source())
                        && left.node().shape().equals(right.node().shape())
                        && left.isWhole();
        boolean plain = a instanceof Value.Node && b instanceof Value.Node;
        return alike && !plain
                ? left.with(add(name, sum, left.node(), right.node()))
                : add(name, sum, a, b);
    }

    /** All of several values added. */
    public Value sum(String name, List<Value> values) throws Unreadable {
        float[] ones = new float[values.size()];
        Arrays.fill(ones, 1);
        return values.size() == 1
                ? identity(name, values.getFirst(), "sum")
                : add(name, new Layer.Sum(ones), values.toArray(Value[]::new));
    }

    /**
     * scale·x + offset.
     *
     * @param scale one number, or one for each channel; so is {@code offset}
     */
    Value affine(String name, Value x, float[] scale, float[] offset) throws Unreadable {
        if (x instanceof Arrangement given && scale.length == 1 && offset.length == 1) {
            int all = given.isWhole() ? given.node().shape().channels() : 1;
            Layer layer = new Layer.ChannelAffine(each(scale, all), each(offset, all));
            if (given.isWhole()) {
                return given.with(add(name, layer, given.node()));
            }
        }
        int channels = shape(x).channels();
        return add(name, new Layer.ChannelAffine(each(scale, channels), each(offset, channels)), x);
    }

    private static float[] each(float[] values, int channels) throws Unreadable {
        if (values.length != 1 && values.length != channels) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.notOnePerChannel",
                            Numbers.count(values.length),
                            Numbers.count(channels)));
        }
        float[] all = new float[channels];
        for (int c = 0; c < channels; c++) {
            all[c] = values[c % values.length];
            if (!Float.isFinite(all[c])) {
                throw new Unreadable(Texts.text("channelsfirst.calculatesWith", all[c]));
            }
        }
        return all;
    }

    Value concatenation(String name, Value... nodes) throws Unreadable {
        return add(name, new Layer.Concatenation(), nodes);
    }

    /**
     * Softmax over the classes, which must be the dimension that it works on.
     *
     * @param logarithm whether it gives logarithms
     */
    public Value softmax(String name, Value x, long dimension, boolean logarithm)
            throws Unreadable {
        if (!shape(x).isVector() || (dimension != 1 && dimension != -1)) {
            throw new Unreadable(Texts.text("channelsfirst.softmaxOtherwise"));
        }
        return add(name, new Layer.Softmax(logarithm), x);
    }

    /** An activation function other than ReLU. */
    public Value activation(String name, Value x, Layer.Activation activation) throws Unreadable {
        return elementwise(name, activation, x);
    }

    /** A layer that treats every value by itself, whatever the order and the dimensions. */
    private Value elementwise(String name, Layer layer, Value x) throws Unreadable {
        if (!(x instanceof Arrangement given)) {
            return add(name, layer, x);
        }
        if (given.isWhole()) {
            return given.with(add(name, layer, given.node()));
        }
        Value values = arranged(name + "/values", "reshape", given.reshaped(-1));
        long[] dims = Arrays.stream(given.dims()).asLongStream().toArray();
        return add(name, layer, values).arrangement().reshaped(dims);
    }

    /**
     * Two values multiplied, which is read where it makes an activation function of one, such as
     * x·sigmoid(x).
     */
    public Value product(String name, Value a, Value b) throws Unreadable {
        return gated(name, a, b, Gating.PRODUCT);
    }

    /** One value divided by another, which is read as {@link #product} is: x/(1 + |x|). */
    public Value quotient(String name, Value a, Value b) throws Unreadable {
        return gated(name, a, b, Gating.QUOTIENT);
    }

    private Value gated(String name, Value a, Value b, DoubleBinaryOperator operation)
            throws Unreadable {
        if (a instanceof Value.Node left && b instanceof Value.Node right) {
            Gating gating =
                    Gating.of(builder.nodes(), left.index(), right.index(), operation).orElse(null);
            if (gating != null) {
                Shape shape = builder.shape(gating.node());
                Value x = new Value.Node(gating.node(), shape, left.dimensions());
                boolean scaled = Math.abs(gating.factor() - 1) > 1e-6;
                Value made = add(scaled ? name + "/function" : name, gating.function(), x);
                float[] factor = {(float) gating.factor()};
                return scaled ? affine(name, made, factor, new float[1]) : made;
            }
        }
        throw new Unreadable(Texts.text("channelsfirst.valuesMultiplied"));
    }

    /**
     * x times a trained slope below 0.
     *
     * @param slope one number, or one per channel in the shape in which NumPy would repeat it
     */
    public Value parametric(String name, Value x, TrainedTensor slope) throws Unreadable {
        return parametric(name, x, Arithmetic.perChannel(slope, x.arrangement().dims().length));
    }

    /**
     * As {@link #parametric(String, Value, TrainedTensor)}.
     *
     * @param slopes one, or one per channel
     */
    public Value parametric(String name, Value x, float[] slopes) throws Unreadable {
        int channels = shape(x).channels();
        return activation(name, x, ActivationFunctions.parametric(each(slopes, channels)));
    }

    public Value identity(String name, Value x, String kind) throws Unreadable {
        return switch (x) {
            case Value.Node node -> add(name, new Layer.Identity(kind), node);
            case Arrangement other -> other;
        };
    }
}
