package org.eccexplorer.convert;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.tensor.Rows;

/**
 * How large the CNN's activations get over the calibration images: what λ is taken from. Maxima and
 * counts, so that the parts of a data set can be measured by many threads and merged in any order
 * with the same result.
 */
public final class ActivationRanges {
    static final int LAYER_BINS = 1 << 14;
    static final int CHANNEL_BINS = 1 << 10;

    private final Network network;
    private final Set<Integer> nodes;
    private final Map<Integer, float[]> maxima = new HashMap<>();
    private final Map<Integer, ActivationHistogram> histograms = new HashMap<>();
    private float inputMaximum;

    /**
     * @param nodes of the network that will be asked for
     */
    public ActivationRanges(Network network, Set<Integer> nodes) {
        this.network = network;
        this.nodes = Set.copyOf(nodes);
        for (int node : this.nodes) {
            float[] maximum = new float[network.nodes().get(node).shape().channels()];
            Arrays.fill(maximum, Float.NEGATIVE_INFINITY);
            maxima.put(node, maximum);
        }
    }

    /** Widens the maxima by some images: count × input shape from {@code offset} values on. */
    public void addMaxima(CnnEvaluator cnn, float[] images, int offset, int count) {
        int size = network.inputShape().size();
        for (int i = offset; i < offset + count * size; i++) {
            inputMaximum = Math.max(inputMaximum, Math.abs(images[i]));
        }
        cnn.evaluate(images, offset, count, (node, values) -> widen(node, values, count));
    }

    private void widen(int node, float[] values, int count) {
        float[] maximum = maxima.get(node);
        if (maximum == null) {
            return;
        }
        int used = count * network.nodes().get(node).shape().size();
        for (int i = 0; i < used; i += maximum.length) {
            Rows.raise(values, i, maximum, 0, maximum.length);
        }
    }

    /** For the second pass that percentiles need: counts values once the maxima are complete. */
    public ActivationRanges withHistograms() {
        ActivationRanges copy = new ActivationRanges(network, nodes);
        copy.inputMaximum = inputMaximum;
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
                        histogram.add(values, count * network.nodes().get(node).shape().size());
                    }
                });
    }

    /** Joins what another part of the same data set gave. */
    public void merge(ActivationRanges other) {
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
        double largest = Double.NEGATIVE_INFINITY;
        for (float m : maximum) {
            largest = Math.max(largest, m);
        }
        for (int c = 0; c < lambda.length; c++) {
            lambda[c] = perChannel ? maximum[c] : largest;
        }
        return lambda;
    }
}
