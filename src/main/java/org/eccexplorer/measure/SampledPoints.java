package org.eccexplorer.measure;

import java.util.Arrays;

/** A few neurons of each image for the scatter chart, the same ones in every run. */
final class SampledPoints {
    private static final int PER_IMAGE = 16;
    private static final int MOST = 2000;

    private float[] activations = new float[PER_IMAGE];
    private float[] rates = new float[PER_IMAGE];
    private int size;

    /** Offers a neuron; every so many are kept. */
    void add(int neuron, int neurons, double activation, double rate) {
        int every = Math.max(1, neurons / PER_IMAGE);
        if (neuron % every == every / 2 && size < PER_IMAGE) {
            activations[size] = (float) activation;
            rates[size++] = (float) rate;
        }
    }

    void add(SampledPoints other) {
        int count = Math.min(other.size, MOST - size);
        if (size + count > activations.length) {
            activations = Arrays.copyOf(activations, Math.min(MOST, 2 * (size + count)));
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
