package org.eccexplorer.measure.votes;

import java.util.stream.IntStream;

/** Which timesteps' outputs are kept, and how they are picked. */
public final class KeptSteps {
    /** Numbers that a run keeps of its outputs: 32 MiB as float32. */
    public static final long MOST = 1L << 23;

    private KeptSteps() {}

    /**
     * All timesteps up to T, or every second, every third …, T among them.
     *
     * @param perStep numbers that a timestep takes, of all images
     * @param most numbers in all
     * @param also a timestep that is kept besides; 0 for none
     */
    public static int[] of(int timesteps, long perStep, long most, int also) {
        long fitting = Math.clamp(most / Math.max(1, perStep), 1, timesteps);
        long every = (timesteps + fitting - 1) / fitting;
        return IntStream.rangeClosed(1, timesteps)
                .filter(t -> t % every == 0 || t == also || t == timesteps)
                .toArray();
    }

    /**
     * Some rows of a table.
     *
     * @param values [row][column]; an empty table stays empty
     * @param rows which, from 0
     */
    public static float[] rows(float[] values, int columns, int[] rows) {
        if (values.length == 0 || values.length == rows.length * columns) {
            return values;
        }
        float[] some = new float[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(values, rows[r] * columns, some, r * columns, columns);
        }
        return some;
    }
}
