package org.eccexplorer.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.Cost;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.measure.votes.ReadVotes;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.StoredVotes;
import org.jspecify.annotations.Nullable;

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
 * @param answers [image][timestep] class; {@link StoredVotes#UNKNOWN} at timesteps that a closed
 *     form leaves out
 * @param cnnAnswers [image] class
 * @param outputs [image][class] at T: accumulated current, or spike count where the outputs fire
 * @param reading how the answers were read from the outputs
 * @param early when images were answered, where some were before T; else null
 * @param votes from which the answers can be read in another way; null if they were not kept
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
        Cost cost,
        Reading reading,
        @Nullable EarlyAnswers early,
        @Nullable StoredVotes votes) {

    /** The margin within which an SNN counts as good as its CNN: one point of accuracy. */
    public static final double ONE_POINT = 0.01;

    public RunSnapshot {
        // Sessions of earlier versions read all outputs.
        reading = Objects.requireNonNullElse(reading, Reading.PLAIN);
        layers = List.copyOf(Objects.requireNonNull(layers, "layers"));
        Objects.requireNonNull(cost, "cost");
        if (cost.inputNeurons().equals(Cost.UNKNOWN)) {
            // Almost always it is the first layer alone.
            boolean constant = cost.inputMacsPerStep() > 0 && !layers.isEmpty();
            cost = cost.withInputNeurons(constant ? layers.getFirst().neurons() : 0);
        }
    }

    /** Without votes, all outputs read and every image at T. */
    public RunSnapshot(
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
        this(
                images,
                total,
                timesteps,
                cnnRight,
                right,
                agreeing,
                answers,
                cnnAnswers,
                outputs,
                layers,
                cost,
                Reading.PLAIN,
                null,
                null);
    }

    /**
     * The same run with its answers read in another way, without simulating it again; itself if
     * nothing is kept to read them from. What was measured of layers stays that of the whole run.
     *
     * @param wanted from a timestep on whose votes are kept, or the nearest one is taken
     */
    public RunSnapshot read(Reading wanted) {
        if (votes == null) {
            return this;
        }
        Reading other = wanted.withFrom(votes.nearest(wanted.from()));
        if (other.equals(reading)) {
            return this;
        }
        ReadVotes read = ReadVotes.of(votes, other);
        return new RunSnapshot(
                images,
                total,
                timesteps,
                cnnRight,
                read.right(),
                read.agreeing(),
                read.answers().toArray(int[][]::new),
                cnnAnswers,
                outputs,
                layers,
                cost,
                other,
                read.early().orElse(null),
                votes);
    }

    /** The same with fewer votes, or without any. */
    public RunSnapshot withVotes(@Nullable StoredVotes kept) {
        return new RunSnapshot(
                images,
                total,
                timesteps,
                cnnRight,
                right,
                agreeing,
                answers,
                cnnAnswers,
                outputs,
                layers,
                cost,
                reading,
                early,
                kept);
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
     * The timestep from which the accuracy stays within a share (such as {@link #ONE_POINT}) of the
     * CNN's until T, of those that were evaluated; 0 if it is not within it at T.
     */
    public int withinFrom(double margin) {
        // Whole images: a share such as 0.905 has no exact binary form.
        double allowed = margin * images + 1e-9;
        int from = 0;
        for (int t = timesteps; t >= 1 && images > 0; t--) {
            if (isKnown(t)) {
                if (cnnRight - right[t - 1] > allowed) {
                    return from;
                }
                from = t;
            }
        }
        return from;
    }

    /** Whether a timestep was evaluated: a closed form knows only some. */
    public boolean isKnown(int t) {
        return images == 0 || answers[0][t - 1] != StoredVotes.UNKNOWN;
    }

    /**
     * Whether all were, as in a simulation, or could be. (Named so that no file takes it for a
     * property.)
     */
    public boolean knowsEachTimestep() {
        return votes != null || IntStream.rangeClosed(1, timesteps).allMatch(this::isKnown);
    }

    /** The last timestep up to t whose answers are known, or the first one that is. */
    public int knownUpTo(int t) {
        int last = Math.clamp(t, 1, timesteps);
        return IntStream.iterate(last, at -> at >= 1, at -> at - 1)
                .filter(this::isKnown)
                .findFirst()
                .orElseGet(() ->
                        IntStream.rangeClosed(last, timesteps)
                                .filter(this::isKnown)
                                .findFirst()
                                .orElse(timesteps));
    }

    /** Images to which SNN and CNN give different answers at a timestep, or at an earlier end. */
    public List<Integer> changedAnswers(int t) {
        int at = knownUpTo(t) - 1;
        return IntStream.range(0, images)
                .filter(i -> answers[i][at] != cnnAnswers[i])
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

    /** The timestep at which an image was answered: T, unless it was answered early. */
    public int exit(int image) {
        return early == null ? timesteps : early.exits()[image];
    }

    /** Timesteps until an answer, mean over images, of those up to t (from 1). */
    public double meanTimesteps(int t) {
        return early == null ? t : early.timesteps()[t - 1];
    }

    /** Of all layers, until each image is answered. */
    public double spikesPerImage() {
        if (early != null) {
            return early.spikes()[timesteps - 1];
        }
        return layers.stream().mapToDouble(LayerMeasures::spikesPerImage).sum();
    }

    /** Spikes per image, summed over all layers and the timesteps up to each. */
    public double[] spikesUntil() {
        double[][] until =
                layers.stream()
                        .map(layer -> running(layer.spikesPerStep()))
                        .toArray(double[][]::new);
        double[] sum = new double[timesteps];
        for (int t = 0; t < timesteps; t++) {
            int at = t;
            sum[t] = Arrays.stream(until).mapToDouble(layer -> layer[at]).sum();
        }
        return sum;
    }

    private static double[] running(double[] values) {
        double[] sums = new double[values.length];
        double sum = 0;
        for (int t = 0; t < sums.length; t++) {
            sum += values[t];
            sums[t] = sum;
        }
        return sums;
    }

    /** Spikes per neuron and timestep over all layers that fire, of the whole run. */
    public double meanRate() {
        double neurons =
                layers.stream()
                        .filter(LayerMeasures::hasRate)
                        .mapToDouble(LayerMeasures::neurons)
                        .sum();
        double spikes = layers.stream().mapToDouble(LayerMeasures::spikesPerImage).sum();
        return neurons == 0 ? 0 : spikes / neurons / timesteps;
    }

    /** Synaptic operations per image of all layers, until the image is answered. */
    public double synOps() {
        return early == null ? cost.synOps() : early.synOps()[timesteps - 1];
    }

    /**
     * Synaptic operations per image, summed over all layers and the timesteps up to each, until the
     * image is answered.
     */
    public double[] synOpsUntil() {
        if (early != null) {
            return early.synOps().clone();
        }
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

    /** What the SNN's energy per image is made of, up to each timestep. */
    public List<EnergyParts> energyUntil(Accounting accounting) {
        double[] operations = synOpsUntil();
        long neurons = layers.stream().mapToLong(LayerMeasures::neurons).sum();
        return IntStream.rangeClosed(1, timesteps)
                .mapToObj(t -> cost.parts(accounting, neurons, meanTimesteps(t), operations[t - 1]))
                .toList();
    }

    /** What the SNN's energy per image is made of, up to timestep t (from 1). */
    public EnergyParts energy(Accounting accounting, int t) {
        return energyUntil(accounting).get(t - 1);
    }

    /** What the SNN's energy per image is made of over the whole run. */
    public EnergyParts energy(Accounting accounting) {
        return energy(accounting, timesteps);
    }

    /** Energy of the CNN per image in microjoules. */
    public double cnnMicrojoules(Accounting accounting) {
        return cost.cnnMicrojoules(accounting.model());
    }

    /** Energy of the SNN, made of these parts, over that of the CNN. */
    public double energyRatio(Accounting accounting, EnergyParts snn) {
        return cost.ratio(accounting, snn);
    }

    /** Energy of the SNN up to timestep t (from 1) over that of the CNN. */
    public double energyRatio(Accounting accounting, int t) {
        return energyRatio(accounting, energy(accounting, t));
    }

    /** Energy of the SNN over the whole run over that of the CNN. */
    public double energyRatio(Accounting accounting) {
        return energyRatio(accounting, timesteps);
    }
}
