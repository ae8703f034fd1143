package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.measure.energy.Cost;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.layer.LayerSums;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.spiking.SpikingNetwork;
import org.jspecify.annotations.Nullable;

/** Adds up the images of a run, in their order, and can be asked for a snapshot at any time. */
public final class RunTally {
    private final SpikingNetwork network;
    private final int timesteps;
    private final int total;
    private final int[] labels;
    private final long macs;
    private final List<LayerSums> layers = new ArrayList<>();
    private final int[] right;
    private final int[] agreeing;
    private final int[][] answers;
    private final int[] cnnAnswers;
    private final float[] outputs;
    private @Nullable VoteKeeper keeper;
    private int cnnRight;
    private int images;

    /**
     * A tally of no images yet.
     *
     * @param timesteps T
     * @param labels class of each image; empty if unknown: then the CNN's answer counts as right
     * @param total number of images of the whole run
     * @param macs of the CNN, per image
     * @param rule how the counts of the run come about
     */
    public RunTally(
            SpikingNetwork network,
            int timesteps,
            int total,
            int[] labels,
            long macs,
            CountRule rule) {
        this.network = network;
        this.timesteps = timesteps;
        this.total = total;
        this.labels = labels;
        this.macs = macs;
        right = new int[timesteps];
        agreeing = new int[timesteps];
        answers = new int[total][];
        cnnAnswers = new int[total];
        outputs = new float[total * network.classes()];
        for (int l = 0; l < network.layers().size(); l++) {
            layers.add(new LayerSums(network.layers().get(l), timesteps, rule));
        }
    }

    /**
     * Keeps the outputs of each image, so that answers can be read in another way; to be called
     * before the first one.
     *
     * @param from a timestep that is to be read from, which is kept in any case
     */
    public void keepVotes(int from) {
        keeper = new VoteKeeper(network, timesteps, total, from);
    }

    /** Adds the next image. */
    public void add(ImageMeasures image) {
        if (image.index != images) {
            throw new IllegalArgumentException("image " + image.index + " out of order");
        }
        int label = labels.length == 0 ? image.cnnAnswer : labels[image.index];
        for (int t = 0; t < timesteps; t++) {
            right[t] += image.answers[t] == label ? 1 : 0;
            agreeing[t] += image.answers[t] == image.cnnAnswer ? 1 : 0;
        }
        cnnRight += image.cnnAnswer == label ? 1 : 0;
        answers[image.index] = image.answers;
        cnnAnswers[image.index] = image.cnnAnswer;
        System.arraycopy(
                image.outputs,
                0,
                outputs,
                image.index * image.outputs.length,
                image.outputs.length);
        for (int l = 0; l < layers.size(); l++) {
            layers.get(l).add(image.layers.get(l));
        }
        if (keeper != null) {
            keeper.add(image, label);
        }
        images++;
    }

    public int images() {
        return images;
    }

    /** What is known so far, never changed afterwards. */
    public RunSnapshot snapshot() {
        List<LayerMeasures> measures = new ArrayList<>();
        double[] spikes = new double[layers.size()];
        double synOps = 0;
        for (int l = 0; l < layers.size(); l++) {
            LayerMeasures layer = layers.get(l).measures(network.layers().get(l));
            measures.add(layer);
            spikes[l] = layer.spikesPerImage();
            synOps += Arrays.stream(layer.operationsPerStep()).sum();
        }
        Cost cost =
                new Cost(
                        macs,
                        Cost.inputMacsPerStep(network),
                        synOps,
                        Cost.paperMops(network, spikes),
                        Cost.inputNeurons(network));
        return new RunSnapshot(
                images,
                total,
                timesteps,
                cnnRight,
                right.clone(),
                agreeing.clone(),
                Arrays.copyOf(answers, images),
                Arrays.copyOf(cnnAnswers, images),
                Arrays.copyOf(outputs, images * network.classes()),
                measures,
                cost,
                Reading.PLAIN,
                null,
                keeper == null ? null : keeper.votes());
    }
}
