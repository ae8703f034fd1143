package org.eccexplorer.measure.layer;

import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.PerStep;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;

/** Everything that is summed over the neurons of one layer: of one image, or of all so far. */
public final class LayerSums {
    /**
     * Currents are shown from −1.5 to 1.5 V_thr, rates from 0 to 1 or, of both signs, from −1 on,
     * residuals from 0 to 2.
     */
    final Histogram current = new Histogram(-1.5, 1.5);

    /** More values of a rate than this are not told apart. */
    private static final int MOST_STEPS = 100_000;

    final Histogram rate;
    final Histogram residual = new Histogram(0, 2);
    final ErrorSums errors = new ErrorSums();
    final Correlation correlation = new Correlation();
    final SampledNeurons points = new SampledNeurons();
    private final PerStep perStep;
    double currentSum;
    double rateSum;
    double residualSum;
    double clipped;
    private long images;

    public LayerSums(SpikingLayer layer, int timesteps, CountRule rule) {
        int least = layer.firing().goesBelowZero() ? -1 : 0;
        long steps = (long) timesteps * layer.firing().unitsPerSpike();
        rate =
                rule.whole() && steps <= MOST_STEPS
                        ? Histogram.grid(least, (int) steps)
                        : new Histogram(least, 1);
        perStep = PerStep.of(timesteps);
    }

    /**
     * The sums of one image.
     *
     * @param activations of the CNN at the layer's node, from {@code offset} on
     */
    public static LayerSums of(
            SpikingLayer layer,
            LayerRun run,
            float[] activations,
            int offset,
            int timesteps,
            CountRule rule) {
        LayerSums sums = new LayerSums(layer, timesteps, rule);
        LayerRun.Neurons neurons = run.neurons();
        if (!NeuronSums.add(layer, neurons, activations, offset, timesteps, rule, sums)) {
            sums.addEach(layer, neurons, activations, offset, timesteps, rule);
        }
        sums.images = 1;
        sums.perStep.add(run.perStep());
        return sums;
    }

    /** One neuron after the other: any layer, and the reference of {@link NeuronSums}. */
    void addEach(
            SpikingLayer layer,
            LayerRun.Neurons run,
            float[] activations,
            int offset,
            int timesteps,
            CountRule rule) {
        double threshold = layer.threshold();
        double rounding = layer.firing().offset(layer.theta());
        int units = layer.firing().unitsPerSpike();
        boolean isCurrent = layer.isCurrentOutput();
        double limit = isCurrent ? Double.POSITIVE_INFINITY : rule.most() / timesteps;
        double least = layer.firing().goesBelowZero() ? -limit : Double.NEGATIVE_INFINITY;
        double fewest = layer.firing().goesBelowZero() ? -rule.most() : 0;
        int channels = layer.shape().channels();
        double perThreshold = 1 / threshold;
        double perThresholdAndStep = perThreshold / timesteps;
        float[] charge = run.charge();
        float[] count = run.count();
        float[] membrane = run.membrane();
        int channel = 0;
        for (int i = 0; i < layer.neurons(); i++) {
            double target = layer.target(activations[offset + i]) / layer.scale()[channel];
            double unit = layer.scaleInLambda(channel);
            channel = channel + 1 == channels ? 0 : channel + 1;
            double mean = charge[i] * perThresholdAndStep;
            double own = (double) count[i] / timesteps;
            double rest = Math.abs(membrane[i]) * perThreshold;
            current.add(mean);
            if (!isCurrent) {
                rate.add(own);
            }
            residual.add(rest);
            currentSum += mean;
            rateSum += own;
            residualSum += rest;
            double within = Math.clamp(target, least, limit);
            clipped += target == within ? 0 : 1;
            correlation.add(target * unit, own * unit);
            if (i == points.next(layer.neurons())) {
                points.add(target * unit, own * unit);
            }
            double quantised =
                    rule.whole()
                            ? Math.floor(within * timesteps * units + rounding) / units / timesteps
                            : within;
            if (layer.role() == Role.MAXIMUM_GATE) {
                // A gate has no membrane: all that is not quantisation came from before.
                errors.add(target, within, quantised, own, own, unit);
            } else if (isCurrent) {
                errors.add(target, target, target, own, own, unit);
            } else {
                double charged =
                        Math.clamp(asked(rule, layer, run, i), fewest, rule.most()) / timesteps;
                errors.add(target, within, quantised, charged, own, unit);
            }
        }
    }

    /** How many spikes the charge of a neuron asks for, before clipping. */
    private static double asked(
            CountRule rule, SpikingLayer layer, LayerRun.Neurons run, int neuron) {
        int units = layer.firing().unitsPerSpike();
        double unit = (double) layer.threshold() / units;
        if (!rule.conserving()) {
            double offset = layer.firing().offset(layer.theta());
            return Math.floor(run.charge()[neuron] / unit + offset) / units;
        }
        double residual = run.membrane()[neuron] / unit + layer.firing().offset(0);
        return run.count()[neuron] + (rule.whole() ? Math.floor(residual) : residual) / units;
    }

    /** What happened at each timestep of one image, and nothing of its neurons. */
    public static LayerSums brief(SpikingLayer layer, LayerRun run, int timesteps, CountRule rule) {
        LayerSums sums = new LayerSums(layer, timesteps, rule);
        sums.images = 1;
        sums.perStep.add(run.perStep());
        return sums;
    }

    public void add(LayerSums other) {
        current.add(other.current);
        rate.add(other.rate);
        residual.add(other.residual);
        errors.add(other.errors);
        correlation.add(other.correlation);
        points.add(other.points);
        perStep.add(other.perStep);
        currentSum += other.currentSum;
        rateSum += other.rateSum;
        residualSum += other.residualSum;
        clipped += other.clipped;
        images += other.images;
    }

    public LayerMeasures measures(SpikingLayer layer) {
        double n = Math.max(1, images);
        double all = n * layer.neurons();
        PerStep mean = perStep.mean(n);
        double spikesPerImage = 0;
        for (double spikes : mean.spikes()) {
            spikesPerImage += spikes;
        }
        return new LayerMeasures(
                layer.name(),
                layer.role(),
                layer.shape(),
                layer.threshold(),
                current.distribution(currentSum / all),
                layer.isCurrentOutput() ? null : rate.distribution(rateSum / all),
                residual.distribution(residualSum / all),
                clipped / all,
                spikesPerImage,
                mean.spikes(),
                mean.residual(),
                mean.remainder(),
                mean.operations(),
                errors.split(),
                points.agreement(correlation.pearson()));
    }
}
