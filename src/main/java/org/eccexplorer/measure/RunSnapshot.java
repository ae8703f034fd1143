package org.eccexplorer.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The state of a run after some of its images. The arrays belong to the record and are never
 * changed.
 *
 * @param images done so far
 * @param total images of the whole run
 * @param timesteps T
 * @param cnnRight images that the CNN classifies rightly
 * @param right per timestep, images that the SNN classifies rightly
 * @param agreeing per timestep, images on which SNN and CNN give the same class
 * @param answers [image][timestep] class; {@link #UNKNOWN} at timesteps that a closed form leaves
 *     out
 * @param cnnAnswers [image] class
 * @param outputs [image][class] at T: accumulated current, or spike count where the outputs fire
 */
public record RunSnapshot(
        int images,
        int total,
        int timesteps,
        int cnnRight,
        int[] right,
        int[] agreeing,
        int[][] answers,
        int[] cnnAnswers,
        float[] outputs,
        List<LayerMeasures> layers,
        Cost cost) {

    /** The margin within which an SNN counts as good as its CNN: one point of accuracy. */
    public static final double ONE_POINT = 0.01;

    /** The answer at a timestep that was not evaluated. */
    public static final int UNKNOWN = -1;

    public RunSnapshot {
        layers = List.copyOf(layers);
    }

    public boolean isComplete() {
        return images == total;
    }

    /** Share of images that the CNN classifies rightly, 0 to 1. */
    public double cnnAccuracy() {
        return share(cnnRight);
    }

    /** Share of images classified rightly after timestep t (from 1), 0 to 1. */
    public double accuracy(int t) {
        return share(right[t - 1]);
    }

    /** The 95 % interval of {@link #accuracy}. */
    public Interval interval(int t) {
        return Interval.wilson(right[t - 1], images);
    }

    private double share(int count) {
        return images == 0 ? 0 : (double) count / images;
    }

    /**
     * The first timestep within a share (such as {@link #ONE_POINT}) of the CNN's accuracy; 0 if
     * there is none.
     */
    public int firstWithin(double margin) {
        for (int t = 1; t <= timesteps; t++) {
            if (accuracy(t) >= cnnAccuracy() - margin) {
                return t;
            }
        }
        return 0;
    }

    /** Whether a timestep was evaluated: a closed form knows only some. */
    public boolean isKnown(int t) {
        return images == 0 || answers[0][t - 1] != UNKNOWN;
    }

    /** Whether all were, as in a simulation. (Named so that no file takes it for a property.) */
    public boolean knowsEachTimestep() {
        return IntStream.rangeClosed(1, timesteps).allMatch(this::isKnown);
    }

    /** Images to which SNN and CNN give different answers at the end. */
    public List<Integer> changedAnswers() {
        return IntStream.range(0, images)
                .filter(i -> answers[i][timesteps - 1] != cnnAnswers[i])
                .boxed()
                .toList();
    }

    /** The timestep from which the answer to an image no longer changes. */
    public int settledAt(int image) {
        int t = timesteps;
        while (t > 1 && answers[image][t - 2] == answers[image][timesteps - 1]) {
            t--;
        }
        return t;
    }

    public double spikesPerImage() {
        return layers.stream().mapToDouble(LayerMeasures::spikesPerImage).sum();
    }

    /** Spikes per neuron and timestep over all layers that fire. */
    public double meanRate() {
        double neurons =
                layers.stream()
                        .filter(LayerMeasures::hasRate)
                        .mapToDouble(LayerMeasures::neurons)
                        .sum();
        return neurons == 0 ? 0 : spikesPerImage() / neurons / timesteps;
    }

    /** Synaptic operations per image, summed over all layers and the timesteps up to each. */
    public double[] synOpsUntil() {
        double[] sum = new double[timesteps];
        double total = 0;
        for (int t = 0; t < timesteps; t++) {
            for (LayerMeasures layer : layers) {
                total += layer.operationsPerStep()[t];
            }
            sum[t] = total;
        }
        return sum;
    }

    /** Energy of the SNN per image in microjoules, up to each timestep. */
    public double[] microjoulesUntil(EnergyModel model) {
        double[] energy = synOpsUntil();
        for (int t = 0; t < timesteps; t++) {
            energy[t] = cost.snnMicrojoules(model, t + 1, energy[t]);
        }
        return energy;
    }

    /** Energy of the SNN up to timestep t (from 1) over that of the CNN. */
    public double energyRatio(EnergyModel model, int t) {
        return cost.energyRatio(model, microjoulesUntil(model)[t - 1]);
    }

    /** Energy of the SNN over the whole run over that of the CNN. */
    public double energyRatio(EnergyModel model) {
        return cost.energyRatio(model, cost.snnMicrojoules(model, timesteps));
    }
}
