package org.eccexplorer.script;

import java.util.List;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * What the simulation of a network gave on the images that are written with it: a script is held
 * against this. The arrays belong to the record and are never changed.
 *
 * @param timesteps T
 * @param readFrom t₀: classes are read from the outputs of the timesteps after it
 * @param seed of Poisson input
 * @param accuracy share of images whose class is right at T, 0 to 1
 * @param answers class of each image at T
 * @param truths class that each image has; without labels what the CNN answers
 * @param labelled whether the images have labels
 * @param spikes per layer, of all images and timesteps
 * @param counts [image][layer]: net count of each neuron, of the first {@link #COUNTED} images
 */
public record Expected(
        int timesteps,
        int readFrom,
        long seed,
        double accuracy,
        int[] answers,
        int[] truths,
        boolean labelled,
        long[] spikes,
        List<List<float[]>> counts) {

    /** Of so many images, the first ones, the count of each neuron is written. */
    public static final int COUNTED = 10;

    public Expected {
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** How the image enters, as the scripts say it. */
    static String coding(SpikingNetwork network) {
        return network.dynamics().hasConstantInput()
                ? InputCoding.CONSTANT.name()
                : InputCoding.POISSON.name();
    }
}
