package org.eccexplorer.measure.layer;

import java.util.Arrays;

/** A few neurons of each image for the scatter chart, the same ones in every run. */
final class SampledNeurons {
    private static final int PER_IMAGE = 16;
    private static final int MAX_NEURONS = 2000;

    private float[] activations = new float[PER_IMAGE];
    private float[] rates = new float[PER_IMAGE];
    private int size;

    /** Which neuron of an image, of this many, is to be added next; −1 if none. */
    int next(int neurons) {
        int every = Math.max(1, neurons / PER_IMAGE);
        return size < PER_IMAGE ? size * every + every / 2 : -1;
    }

    /** Adds the neuron that {@link #next} has named. */
    void add(double activation, double rate) {
        activations[size] = (float) activation;
        rates[size++] = (float) rate;
    }

    void add(SampledNeurons other) {
        int count = Math.min(other.size, MAX_NEURONS - size);
        if (size + count > activations.length) {
            activations = Arrays.copyOf(activations, Math.min(MAX_NEURONS, 2 * (size + count)));
            rates = Arrays.copyOf(rates, activations.length);
        }
        System.arraycopy(other.activations, 0, activations, size, count);
        System.arraycopy(other.rates, 0, rates, size, count);
        size += count;
    }

    Agreement agreement(double pearson) {
        return new Agreement(pearson, Arrays.copyOf(activations, size), Arrays.copyOf(rates, size));
    }
}
