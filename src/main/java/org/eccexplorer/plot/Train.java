package org.eccexplorer.plot;

import java.util.Arrays;

/**
 * The spikes of a row of a raster.
 *
 * @param steps timesteps, ascending from 1
 * @param values of these spikes: 1 of plain ones
 */
public record Train(int[] steps, float[] values) {

    public Train {
        if (steps.length != values.length) {
            throw new IllegalArgumentException("not a value for each spike");
        }
    }

    /** Spikes of the value 1. */
    public static Train of(int... steps) {
        float[] values = new float[steps.length];
        Arrays.fill(values, 1);
        return new Train(steps, values);
    }

    /** Whether all spikes have the value 1. */
    public boolean isPlain() {
        for (float value : values) {
            if (value != 1) {
                return false;
            }
        }
        return true;
    }
}
