package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TwoClasses;
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

    private final Value.Node input;

    /**
     * Nothing but the input.
     *
     * @param flat whether it is (N, C); otherwise it is (N, C, H, W), even with only one pixel
     */
    ChannelsFirst(Shape input, boolean flat) {
        builder = new Network.Builder(input);
        this.input = new Value.Node(0, input, flat);
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
                    throw new Unreadable(Texts.text("channelsfirst.inputShapeIs", other.text()));
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

    /** Adds a layer; one that keeps the shape of a vector makes a vector. */
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
            throw new Unreadable(
                    Texts.text("channelsfirst.doesNotFit", String.valueOf(e.getMessage())));
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
            long groups)
            throws Unreadable {
        int outputs = weight.kernel().size(0);
        if (groups < 1 || groups > outputs || outputs % groups != 0) {
            throw new Unreadable(
                    Texts.text("channelsfirst.groups", groups, Numbers.count(outputs)));
        }
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
                            (int) groups,
                            Math.multiplyExact(inputs, (int) groups),
                            outputs,
                            kernel,
                            vector(bias, outputs, 0));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Unreadable(
                    Texts.text("channelsfirst.doesNotFit", String.valueOf(e.getMessage())));
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
        return add(name, new Layer.Relu((float) ceiling), x);
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
        if (!shape(x).isVector()) {
            throw new Unreadable(Texts.text("channelsfirst.denseOfImage"));
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

    /** The sigmoid at the end, of one value: the probability of class 1 of two classes. */
    public Value sigmoid(String name, Value x) throws Unreadable {
        Arrangement given = x.arrangement();
        if (given.source().length != 1) {
            throw UnknownOperations.sigmoids(given);
        }
        Value z = arranged(name + "/value", "reshape", given.reshaped(1));
        return add(name, new Layer.Softmax(false), add(name + "/classes", TwoClasses.LAYER, z));
    }

    public Value identity(String name, Value x, String kind) throws Unreadable {
        return switch (x) {
            case Value.Node node -> add(name, new Layer.Identity(kind), node);
            case Arrangement other -> other;
        };
    }
}
