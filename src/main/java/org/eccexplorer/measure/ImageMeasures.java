package org.eccexplorer.measure;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.layer.LayerSums;
import org.eccexplorer.measure.votes.ImageVotes;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/** The measures of one image, to be added to a {@link RunTally} in the order of the images. */
public final class ImageMeasures {
    final int index;
    final int cnnAnswer;
    final int[] answers;
    final float[] outputs;
    final ImageVotes votes;
    final List<LayerSums> layers = new ArrayList<>();

    /**
     * Measures an image.
     *
     * @param index of the image in its data set
     * @param activations of the CNN, per spiking layer: a batch of images, of which this is number
     *     {@code place}
     * @param cnnAnswer class that the CNN gives
     * @param rule how the counts of the run came about
     */
    public ImageMeasures(
            SpikingNetwork network,
            int index,
            ImageRun run,
            List<float[]> activations,
            int place,
            int cnnAnswer,
            CountRule rule) {
        this.index = index;
        votes = ImageVotes.of(run);
        this.cnnAnswer = cnnAnswer;
        answers = run.answers();
        int classes = network.classes();
        outputs = new float[classes];
        int last = (run.timesteps() - 1) * classes;
        System.arraycopy(run.outputs(), last, outputs, 0, classes);
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            layers.add(
                    LayerSums.of(
                            layer,
                            run.layers().get(l),
                            activations.get(l),
                            place * layer.neurons(),
                            run.timesteps(),
                            rule));
        }
    }

    private ImageMeasures(
            SpikingNetwork network, int index, ImageRun run, int cnnAnswer, CountRule rule) {
        this.index = index;
        votes = ImageVotes.of(run);
        this.cnnAnswer = cnnAnswer;
        answers = run.answers();
        int classes = network.classes();
        outputs = new float[classes];
        System.arraycopy(run.outputs(), (run.timesteps() - 1) * classes, outputs, 0, classes);
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            layers.add(LayerSums.brief(layer, run.layers().get(l), run.timesteps(), rule));
        }
    }

    /**
     * The answers, spikes and operations of an image, without what is told of single neurons
     * (currents, rates, errors, agreement): accuracy, spikes and energy come out the same.
     */
    public static ImageMeasures brief(
            SpikingNetwork network, int index, ImageRun run, int cnnAnswer, CountRule rule) {
        return new ImageMeasures(network, index, run, cnnAnswer, rule);
    }

    /** Its place in the data set, from 0: the order in which a {@link RunTally} takes images. */
    public int index() {
        return index;
    }
}
