package org.eccexplorer.convert;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eccexplorer.convert.lambda.ActivationHistogram;
import org.eccexplorer.convert.lambda.ActivationMoments;
import org.eccexplorer.convert.lambda.ActivationSample;
import org.eccexplorer.convert.lambda.LeastSquares;
import org.eccexplorer.convert.lambda.ThresholdIteration;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.tensor.Rows;
import org.eccexplorer.tensor.Shape;

/**
 * How large the CNN's activations get over the calibration images: what λ is taken from. Maxima,
 * counts and values, so that the parts of a data set can be measured by many threads and merged in
 * their order with the same result.
 */
public final class ActivationRanges {
    private final Network network;
    private final Set<Integer> nodes;

    /** Of which absolute values count. */
    private final Set<Integer> bothSigns;

    private final Map<Integer, float[]> maxima = new HashMap<>();
    private final Map<Integer, ActivationHistogram> histograms = new HashMap<>();
    private final Map<Integer, ActivationSample> samples = new HashMap<>();

    /** Of the values before a ReLU, by that ReLU. */
    private final Map<Integer, ActivationMoments> moments = new HashMap<>();

    /** Nodes with values that are no numbers. */
    private final NavigableSet<Integer> overflowing = new TreeSet<>();

    private final LambdaRule rule;
    private final long images;

    /** λ that was asked for before: to find the one that errs least takes a while. */
    private final Map<Asked, double[]> known = new ConcurrentHashMap<>();

    /**
     * All that decides λ of a node where it is chosen for T.
     *
     * @param levels above 0 that a rate can have
     * @param theta θ in these levels
     */
    private record Asked(int node, LambdaRule rule, LambdaScope scope, int levels, double theta) {
        static Asked of(int node, ConversionOptions options) {
            Firing firing = options.firing();
            return new Asked(
                    node,
                    options.lambdaRule(),
                    options.lambdaScope(),
                    options.lambdaFor() * firing.unitsPerSpike(),
                    firing.offset(options.effectiveTheta()));
        }
    }

    private float inputMaximum;

    /**
     * For maxima and percentiles.
     *
     * @param nodes of the network that will be asked for
     */
    public ActivationRanges(Network network, Set<Integer> nodes) {
        this(network, nodes, Set.of(), LambdaRule.PERCENTILE, 0);
    }

    /**
     * Nothing so far.
     *
     * @param nodes of the network that will be asked for
     * @param bothSigns those of which absolute values count
     * @param rule by which λ will be asked for
     * @param images that will be added in all
     */
    public ActivationRanges(
            Network network,
            Set<Integer> nodes,
            Set<Integer> bothSigns,
            LambdaRule rule,
            long images) {
        this.network = network;
        this.nodes = Set.copyOf(nodes);
        this.bothSigns = Set.copyOf(bothSigns);
        this.rule = rule;
        this.images = images;
        for (int node : this.nodes) {
            float[] maximum = new float[network.nodes().get(node).shape().channels()];
            Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
            maxima.put(node, maximum);
            Shape shape = network.nodes().get(node).shape();
            switch (rule) {
                case PERCENTILE -> {}
                case MSE ->
                        samples.put(
                                node,
                                new ActivationSample(shape.pixels(), shape.channels(), images));
                case ITERATION ->
                        moments.put(node, new ActivationMoments(shape.pixels(), shape.channels()));
            }
        }
    }

    /** The same without any images. */
    public ActivationRanges empty() {
        return new ActivationRanges(network, nodes, bothSigns, rule, images);
    }

    /** Widens the maxima by some images: count × input shape from {@code offset} values on. */
    public void addMaxima(CnnEvaluator cnn, float[] images, int offset, int count) {
        add(cnn, images, offset, count, 0);
    }

    /**
     * Widens the maxima by some images, and adds what the rule of λ needs besides.
     *
     * @param images count × input shape from {@code offset} values on
     * @param first index of the first of them in its data set
     */
    public void add(CnnEvaluator cnn, float[] images, int offset, int count, int first) {
        int size = network.inputShape().size();
        for (int i = offset; i < offset + count * size; i++) {
            inputMaximum = Math.max(inputMaximum, Math.abs(images[i]));
        }
        cnn.evaluate(
                images,
                offset,
                count,
                (node, values) -> {
                    float[] counted = counted(node, values, count);
                    widen(node, counted, count);
                    ActivationSample sample = samples.get(node);
                    if (sample != null) {
                        sample.add(counted, count, first);
                    }
                    moments.forEach((relu, own) -> {
                        if (beforeRelu(relu) == node) {
                            own.add(bothSigns.contains(relu) ? counted : values, count);
                        }
                    });
                });
    }

    /** The values that λ is taken from. */
    private float[] counted(int node, float[] values, int count) {
        if (!bothSigns.contains(node)) {
            return values;
        }
        float[] sizes = new float[count * network.nodes().get(node).shape().size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(values[i]);
        }
        return sizes;
    }

    /** The node whose values a ReLU clamps; the node itself if it is none. */
    private int beforeRelu(int index) {
        Node node = network.nodes().get(index);
        return node.layer() instanceof Layer.Relu ? node.inputs().getFirst() : index;
    }

    private void widen(int node, float[] values, int count) {
        int used = count * network.nodes().get(node).shape().size();
        if (!areFinite(values, used)) {
            overflowing.add(node);
        }
        float[] maximum = maxima.get(node);
        if (maximum == null) {
            return;
        }
        for (int i = 0; i < used; i += maximum.length) {
            Rows.raise(values, i, maximum, 0, maximum.length);
        }
    }

    /** For the second pass that percentiles need: counts values once the maxima are complete. */
    public ActivationRanges withHistograms() {
        ActivationRanges copy = empty();
        copy.inputMaximum = inputMaximum;
        copy.overflowing.addAll(overflowing);
        maxima.forEach((node, maximum) -> {
            copy.maxima.put(node, maximum.clone());
            copy.histograms.put(node, new ActivationHistogram(maximum));
        });
        return copy;
    }

    /** Counts the values of some images. */
    public void addCounts(CnnEvaluator cnn, float[] images, int offset, int count) {
        cnn.evaluate(
                images,
                offset,
                count,
                (node, values) -> {
                    ActivationHistogram histogram = histograms.get(node);
                    if (histogram != null) {
                        histogram.add(
                                counted(node, values, count),
                                count * network.nodes().get(node).shape().size());
                    }
                });
    }

    /** Whether all of the first values are numbers: those that are none have the largest bits. */
    private static boolean areFinite(float[] values, int count) {
        int most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
        }
        return most < Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    }

    /** The first node with activations that float32 does not hold; empty if there is none. */
    public Optional<Node> overflowing() {
        return overflowing.isEmpty()
                ? Optional.empty()
                : Optional.of(network.nodes().get(overflowing.first()));
    }

    /** Joins what another part of the same data set gave. */
    public void merge(ActivationRanges other) {
        overflowing.addAll(other.overflowing);
        inputMaximum = Math.max(inputMaximum, other.inputMaximum);
        other.maxima.forEach((node, maximum) -> {
            float[] mine = maxima.get(node);
            for (int c = 0; mine != null && c < mine.length; c++) {
                mine[c] = Math.max(mine[c], maximum[c]);
            }
        });
        other.histograms.forEach((node, histogram) -> {
            ActivationHistogram mine = histograms.get(node);
            if (mine != null) {
                mine.merge(histogram);
            }
        });
        samples.forEach(
                (node, sample) -> sample.merge(Objects.requireNonNull(other.samples.get(node))));
        moments.forEach((node, own) -> own.merge(Objects.requireNonNull(other.moments.get(node))));
    }

    /** To be called when all images are there. */
    public void finish() {
        samples.values().forEach(ActivationSample::sort);
    }

    /** Whether λ can be had by a rule. */
    public boolean serves(ConversionOptions options) {
        boolean counted = options.lambdaPercentile() == 100 || hasHistograms();
        return switch (options.lambdaRule()) {
            case PERCENTILE -> counted;
            case MSE, ITERATION -> rule == options.lambdaRule();
        };
    }

    public boolean hasHistograms() {
        return !histograms.isEmpty();
    }

    /** The largest absolute value of the input. */
    double inputMaximum() {
        return inputMaximum;
    }

    /**
     * λ of a node for every channel, not yet limited by a ceiling; 0 or less where nothing fired.
     */
    double[] lambda(int node, ConversionOptions options) {
        return switch (options.lambdaRule()) {
            case PERCENTILE -> byPercentile(node, options);
            case MSE, ITERATION ->
                    known.computeIfAbsent(Asked.of(node, options), this::forTimesteps).clone();
        };
    }

    private double[] forTimesteps(Asked asked) {
        float[] maximum = Objects.requireNonNull(maxima.get(asked.node()));
        double[] lambda = new double[maximum.length];
        if (asked.scope() == LambdaScope.CHANNEL) {
            for (int c = 0; c < lambda.length; c++) {
                lambda[c] = forTimesteps(asked, c, maximum[c]);
            }
        } else {
            Arrays.fill(lambda, forTimesteps(asked, -1, largest(maximum)));
        }
        return lambda;
    }

    /** λ of a channel, or of the whole layer for −1. */
    private double forTimesteps(Asked asked, int channel, float largest) {
        if (!(largest > 0)) {
            return 0;
        }
        if (asked.levels() < 1) {
            throw new IllegalStateException("λ for which T?");
        }
        if (asked.rule() == LambdaRule.MSE) {
            ActivationSample sample = Objects.requireNonNull(samples.get(asked.node()));
            ActivationSample.Values values = channel < 0 ? sample.layer() : sample.channel(channel);
            return new LeastSquares(values, asked.levels(), asked.theta()).lambda(largest);
        }
        ActivationMoments own = Objects.requireNonNull(moments.get(asked.node()));
        return ThresholdIteration.lambda(
                channel < 0 ? own.layer() : own.channel(channel), asked.levels(), largest);
    }

    private static float largest(float[] values) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private double[] byPercentile(int node, ConversionOptions options) {
        float[] maximum = Objects.requireNonNull(maxima.get(node));
        double[] lambda = new double[maximum.length];
        boolean perChannel = options.lambdaScope() == LambdaScope.CHANNEL;
        if (options.lambdaPercentile() < 100) {
            ActivationHistogram histogram = histograms.get(node);
            if (histogram == null) {
                throw new IllegalStateException("a percentile needs histograms");
            }
            for (int c = 0; c < lambda.length; c++) {
                lambda[c] =
                        perChannel
                                ? histogram.channelPercentile(c, options.lambdaPercentile())
                                : histogram.percentile(options.lambdaPercentile());
            }
            return lambda;
        }
        double largest = largest(maximum);
        for (int c = 0; c < lambda.length; c++) {
            lambda[c] = perChannel ? maximum[c] : largest;
        }
        return lambda;
    }
}
