package org.eccexplorer.convert;

import java.util.Arrays;
import java.util.Random;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;

/** Small random CNNs of many shapes, the same ones for the same seed. */
public final class RandomNetworks {
    private final Random random;
    private Network.Builder builder;

    private RandomNetworks(long seed) {
        random = new Random(seed);
        builder = new Network.Builder(new Shape(1, 1, 1));
    }

    /**
     * A network with strides, padding, groups, poolings, a skip and a concatenation, by the seed.
     */
    public static Network of(long seed) {
        return new RandomNetworks(seed).make();
    }

    /** A dense network of one hidden layer. */
    public static Network oneLayer(long seed) {
        RandomNetworks random = new RandomNetworks(seed);
        int inputs = 1 + random.random.nextInt(30);
        random.builder = new Network.Builder(Shape.vector(inputs));
        int hidden = random.dense(0, 1 + random.random.nextInt(40));
        random.builder.add("relu", new Layer.Relu(Float.POSITIVE_INFINITY), hidden);
        return random.builder.build("one layer");
    }

    /**
     * A convolution over a pooling, both {@code width} wide: of all numbers of vectors that a
     * kernel takes at once, and from 128 on with more weights than it reads in one go.
     */
    public static Network wide(int width, long seed) {
        RandomNetworks random = new RandomNetworks(seed);
        random.builder = new Network.Builder(new Shape(10, 8, 2));
        int node = random.relu(random.same(0, width));
        Layer pooling =
                new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, SlidingWindow.valid(2, 2, 2, 2));
        node = random.relu(random.same(random.builder.add("pool", pooling, node), width));
        pooling = new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, SlidingWindow.valid(5, 4, 1, 1));
        node = random.dense(random.builder.add("global", pooling, node), 3);
        random.builder.add("softmax", new Layer.Softmax(false), node);
        return random.builder.build("wide");
    }

    /** Like {@link #wide}, smaller, and with weights that are equal. */
    public static Network uniform(int width) {
        Network.Builder builder = new Network.Builder(new Shape(8, 8, 1));
        int node = relu(builder, equal(builder, 0, width, 1));
        Layer pooling =
                new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, SlidingWindow.valid(2, 2, 2, 2));
        node = relu(builder, equal(builder, builder.add("pool", pooling, node), width, 3));
        equal(builder, node, 3, 2);
        return builder.build("uniform");
    }

    private static int relu(Network.Builder builder, int node) {
        return builder.add("relu" + node, new Layer.Relu(Float.POSITIVE_INFINITY), node);
    }

    private static int equal(Network.Builder builder, int node, int outputs, int size) {
        int inputs = builder.shape(node).channels();
        float[] kernel = new float[size * size * inputs * outputs];
        Arrays.fill(kernel, 1f / (size * size * inputs));
        SlidingWindow window = SlidingWindow.valid(size, size, 1, 1);
        return builder.add(
                "convolution" + node,
                new Layer.Convolution(window, 1, inputs, outputs, kernel, new float[outputs]),
                node);
    }

    private Network make() {
        Shape input =
                new Shape(4 + random.nextInt(6), 4 + random.nextInt(6), 1 + random.nextInt(3));
        builder = new Network.Builder(input);
        int node = relu(normalised(convolution(0, 1)));
        if (random.nextBoolean()) {
            node = builder.add("pool", pooling(node), node);
        }
        if (random.nextBoolean()) {
            node = builder.add("dropout", new Layer.Identity("dropout"), node);
        }
        int before = node;
        int channels = builder.shape(node).channels();
        int branch = normalised(same(node, channels));
        node =
                switch (random.nextInt(3)) {
                    case 0 ->
                            relu(
                                    builder.add(
                                            "add",
                                            new Layer.Sum(new float[] {1, 1}),
                                            branch,
                                            before));
                    case 1 ->
                            builder.add("concat", new Layer.Concatenation(), relu(branch), before);
                    default -> relu(branch);
                };
        node = relu(convolution(node, groups(builder.shape(node).channels())));
        if (random.nextBoolean()) {
            node = normalised(node);
        }
        Shape shape = builder.shape(node);
        int[] source = new int[shape.size()];
        for (int i = 0; i < source.length; i++) {
            source[i] = i;
        }
        node =
                builder.add(
                        "flatten",
                        new Layer.Rearrangement(
                                "flatten", shape, Shape.vector(shape.size()), source),
                        node);
        node = dense(node, 2 + random.nextInt(5));
        builder.add("softmax", new Layer.Softmax(false), node);
        return builder.build("random");
    }

    private int relu(int node) {
        float ceiling = random.nextInt(4) == 0 ? 6 : Float.POSITIVE_INFINITY;
        return builder.add("relu" + node, new Layer.Relu(ceiling), node);
    }

    private static int groups(int channels) {
        return channels % 2 == 0 ? 2 : 1;
    }

    private int convolution(int node, int groups) {
        Shape in = builder.shape(node);
        int outputs = groups * (1 + random.nextInt(9));
        SlidingWindow window =
                new SlidingWindow(
                        1 + random.nextInt(2),
                        1 + random.nextInt(3),
                        1 + random.nextInt(2),
                        1,
                        1,
                        1,
                        random.nextInt(2),
                        random.nextInt(2),
                        1,
                        random.nextInt(2));
        return add(node, in, window, groups, outputs);
    }

    private int same(int node, int outputs) {
        Shape in = builder.shape(node);
        return add(node, in, SlidingWindow.same(3, 3, 1, 1, 1, 1, in), 1, outputs);
    }

    private int add(int node, Shape in, SlidingWindow window, int groups, int outputs) {
        float[] kernel = weights(window.taps() * in.channels() / groups * outputs, in.channels());
        return builder.add(
                "conv" + node,
                new Layer.Convolution(
                        window, groups, in.channels(), outputs, kernel, weights(outputs, 4)),
                node);
    }

    private int dense(int node, int outputs) {
        int inputs = builder.shape(node).channels();
        return builder.add(
                "dense" + node,
                new Layer.Dense(
                        inputs, outputs, weights(inputs * outputs, inputs), weights(outputs, 4)),
                node);
    }

    private int normalised(int node) {
        int channels = builder.shape(node).channels();
        float[] variance = weights(channels, 1);
        float[] gamma = weights(channels, 1);
        for (int c = 0; c < channels; c++) {
            variance[c] = 0.1f + Math.abs(variance[c]);
            gamma[c] = 0.5f + Math.abs(gamma[c]);
        }
        return builder.add(
                "bn" + node,
                new Layer.BatchNormalization(
                        gamma, weights(channels, 1), weights(channels, 1), variance, 1e-3),
                node);
    }

    private Layer pooling(int node) {
        Shape in = builder.shape(node);
        SlidingWindow window = SlidingWindow.same(2, 2, 2, 2, 1, 1, in);
        return new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, window);
    }

    private float[] weights(int count, int fanIn) {
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (random.nextGaussian() / Math.sqrt(fanIn));
        }
        return weights;
    }

    /** Two 4 × 4 channels through a ReLU, maximum pooling and a dense layer. */
    public static Network withMaximumPooling() {
        Network.Builder builder = new Network.Builder(new Shape(4, 4, 2));
        float[] kernel = {1, 0, 0, 1};
        int node =
                builder.add(
                        "conv",
                        new Layer.Convolution(
                                SlidingWindow.valid(1, 1, 1, 1), 1, 2, 2, kernel, new float[2]),
                        0);
        node = builder.add("relu", new Layer.Relu(Float.POSITIVE_INFINITY), node);
        node =
                builder.add(
                        "pool",
                        new Layer.Pooling(
                                Layer.Pooling.Kind.MAXIMUM, SlidingWindow.valid(2, 2, 2, 2)),
                        node);
        int[] source = {0, 1, 2, 3, 4, 5, 6, 7};
        node =
                builder.add(
                        "flatten",
                        new Layer.Rearrangement(
                                "flatten", new Shape(2, 2, 2), Shape.vector(8), source),
                        node);
        float[] weights = new float[16];
        for (int i = 0; i < 16; i++) {
            weights[i] = (i % 3 - 1) * 0.5f;
        }
        builder.add("dense", new Layer.Dense(8, 2, weights, new float[2]), node);
        return builder.build("maximum");
    }

    /** So many random images with values from 0 to 1. */
    public static float[] images(long seed, int values) {
        Random random = new Random(seed);
        float[] images = new float[values];
        for (int i = 0; i < values; i++) {
            images[i] = random.nextFloat();
        }
        return images;
    }
}
