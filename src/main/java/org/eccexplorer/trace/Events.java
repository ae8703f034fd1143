package org.eccexplorer.trace;

import java.util.Arrays;

/** Spikes one after the other: by image, then timestep, then neuron. */
public final class Events {
    private static final int FIRST_ROOM = 256;

    private int[] image = new int[FIRST_ROOM];
    private int[] timestep = new int[FIRST_ROOM];
    private int[] neuron = new int[FIRST_ROOM];
    private float[] value = new float[FIRST_ROOM];
    private int size;
    private boolean plain = true;

    /**
     * Adds a spike.
     *
     * @param ofImage its place in the data set, from 0
     * @param t from 1
     * @param from index of the neuron in its layer, channels-last
     * @param sent 1, or another value of a spike
     */
    public void add(int ofImage, int t, int from, float sent) {
        if (size == image.length) {
            image = Arrays.copyOf(image, 2 * size);
            timestep = Arrays.copyOf(timestep, 2 * size);
            neuron = Arrays.copyOf(neuron, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
        }
        image[size] = ofImage;
        timestep[size] = t;
        neuron[size] = from;
        value[size++] = sent;
        plain &= sent == 1;
    }

    public int size() {
        return size;
    }

    /** Whether all have the value 1. */
    public boolean isPlain() {
        return plain;
    }

    public int image(int event) {
        return image[event];
    }

    public int timestep(int event) {
        return timestep[event];
    }

    public int neuron(int event) {
        return neuron[event];
    }

    public float value(int event) {
        return value[event];
    }
}
