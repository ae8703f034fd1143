package org.eccexplorer.measure.layer;

import java.util.Arrays;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;

/**
 * What {@link LayerSums} sums over the neurons of an image, for those that are many: of layers that
 * send spikes of 1 and lose no charge. The same values are added up in the same order, so that the
 * sums are the same bit by bit. Neurons are taken some at a time, first all their values, then the
 * sums, in loops that are compiled early and wait for no division: shares of T are looked up.
 */
final class NeuronSums {
    /** Neurons at a time, and no fewer than a pixel has. */
    private static final int AT_ONCE = 512;

    private static final int MOST_STEPS = 1 << 16;

    private final SpikingLayer layer;
    private final int timesteps;
    private final double rounding;
    private final double limit;
    private final int size;

    /** n/T by n. */
    private final double[] shares;

    /** Per neuron of those that are taken at once: the scale, and what turns it to units of λ. */
    private final double[] scale;

    private final double[] unit;
    private final double[] target;
    private final double[] clipped;
    private final double[] quantised;
    private final double[] charged;
    private final double[] rate;
    private final double[] mean;
    private final double[] residual;
    private final int[] bins;
    private final int[] spikes;

    private NeuronSums(SpikingLayer layer, int timesteps, CountRule rule) {
        this.layer = layer;
        this.timesteps = timesteps;
        double most = rule.most();
        limit = most / timesteps;
        rounding = layer.firing().offset(layer.theta());
        int channels = layer.shape().channels();
        size = channels * Math.max(1, AT_ONCE / channels);
        shares = new double[(int) (most + rounding) + 2];
        Arrays.setAll(shares, n -> (double) n / timesteps);
        scale = new double[size];
        unit = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = layer.scale()[i % channels];
            unit[i] = layer.scaleInLambda(i % channels);
        }
        target = new double[size];
        clipped = new double[size];
        quantised = new double[size];
        charged = new double[size];
        rate = new double[size];
        mean = new double[size];
        residual = new double[size];
        bins = new int[size];
        spikes = new int[size];
    }

    /** Whether a layer is of this kind. */
    static boolean fits(SpikingLayer layer, int timesteps, CountRule rule) {
        return layer.firing().isPlain()
                && !layer.isCurrentOutput()
                && rule.whole()
                && rule.conserving()
                && rule.most() == timesteps
                && timesteps <= MOST_STEPS
                && layer.theta() >= 0
                && layer.theta() <= timesteps;
    }

    /**
     * Adds the neurons of an image.
     *
     * @param activations of the CNN at the layer's node, from {@code offset} on
     * @return whether it did: not where some values are no numbers
     */
    static boolean add(
            SpikingLayer layer,
            LayerRun.Neurons run,
            float[] activations,
            int offset,
            int timesteps,
            CountRule rule,
            LayerSums sums) {
        if (!fits(layer, timesteps, rule)
                || !areNumbers(activations, offset, layer.neurons())
                || !areNumbers(run.membrane(), 0, layer.neurons())) {
            return false;
        }
        NeuronSums own = new NeuronSums(layer, timesteps, rule);
        for (int first = 0; first < layer.neurons(); first += own.size) {
            int count = Math.min(own.size, layer.neurons() - first);
            own.values(activations, offset + first, run, first, count);
            own.count(run, first, count, sums);
            sums.rate.addBins(own.spikes, count);
            sums.correlation.add(own.target, own.rate, own.unit, count);
            sums.errors.add(
                    own.target, own.clipped, own.quantised, own.charged, own.rate, own.unit, count);
        }
        own.sample(activations, offset, run, sums.points);
        return true;
    }

    /** Those that are none have the largest bits. */
    private static boolean areNumbers(float[] values, int from, int count) {
        int largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Float.floatToRawIntBits(values[i]) & Integer.MAX_VALUE);
        }
        return largest < Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
    }

    private void values(float[] activations, int at, LayerRun.Neurons run, int first, int count) {
        float ceiling = layer.ceiling();
        float[] counts = run.count();
        float[] membrane = run.membrane();
        double threshold = layer.threshold();
        double none = layer.firing().offset(0);
        for (int i = 0; i < count; i++) {
            float activation = Math.min(Math.max(activations[at + i], 0), ceiling);
            target[i] = activation / scale[i];
            clipped[i] = Math.min(target[i], limit);
        }
        for (int i = 0; i < count; i++) {
            quantised[i] = shares[(int) (clipped[i] * timesteps + rounding)];
            spikes[i] = (int) counts[first + i];
            rate[i] = shares[spikes[i]];
        }
        if (layer.role() == Role.MAXIMUM_GATE) {
            // A gate has no membrane: all that is not quantisation came from before.
            System.arraycopy(rate, 0, charged, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            charged[i] = Math.floor(membrane[first + i] / threshold + none);
        }
        for (int i = 0; i < count; i++) {
            int asked = (int) (spikes[i] + charged[i]);
            charged[i] = shares[Math.min(Math.max(asked, 0), timesteps)];
        }
    }

    private void count(LayerRun.Neurons run, int first, int count, LayerSums sums) {
        double perThreshold = 1 / (double) layer.threshold();
        double perThresholdAndStep = perThreshold / timesteps;
        float[] charge = run.charge();
        float[] membrane = run.membrane();
        for (int i = 0; i < count; i++) {
            mean[i] = charge[first + i] * perThresholdAndStep;
        }
        for (int i = 0; i < count; i++) {
            residual[i] = Math.abs(membrane[first + i]) * perThreshold;
        }
        sums.current.add(mean, bins, count);
        sums.residual.add(residual, bins, count);
        double current = sums.currentSum;
        double rates = sums.rateSum;
        double residuals = sums.residualSum;
        double above = sums.clipped;
        for (int i = 0; i < count; i++) {
            current += mean[i];
            rates += rate[i];
            residuals += residual[i];
            above += target[i] == clipped[i] ? 0 : 1;
        }
        sums.currentSum = current;
        sums.rateSum = rates;
        sums.residualSum = residuals;
        sums.clipped = above;
    }

    private void sample(
            float[] activations, int offset, LayerRun.Neurons run, SampledNeurons points) {
        int neurons = layer.neurons();
        for (int i = points.next(neurons); i >= 0 && i < neurons; i = points.next(neurons)) {
            int own = i % size;
            double wanted = layer.target(activations[offset + i]) / scale[own];
            points.add(wanted * unit[own], shares[(int) run.count()[i]] * unit[own]);
        }
    }
}
