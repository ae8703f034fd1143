package org.eccexplorer.app.bench;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What the event-driven kernel in float32 was on 2026-11-28, as a copy that nobody changes: a
 * measure of the machine, with which the kernels of today are compared. Spikes select rows of
 * weights, a piece that fits the cache beside a core, and eight vectors of each are added up for 64
 * timesteps of 16 pixels.
 *
 * <p>If it changed, all ratios that were kept would mean nothing; so it uses nothing of the other
 * rooms.
 */
public final class FrozenKernel {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final int COLUMNS = 8 * LANES;
    private static final int ROWS = (3 << 16) / (COLUMNS * Float.BYTES);
    private static final int STEPS = 64;
    private static final int PIXELS = 16;
    private static final int MEAN_SPIKES = 20;

    /** Where a line of 64 bytes begins in an array of at least half a region of G1's of 1 MiB. */
    private static final int FIRST = 12;

    private static final int OWN_REGION = (1 << 19) / Float.BYTES;
    private static final int STRIDE = COLUMNS + LANES;

    private final float[] weights = array(ROWS * COLUMNS);
    private final float[] currents = array(PIXELS * STEPS * STRIDE);

    /** Where the spikes of a pixel and timestep begin, [pixel][step]. */
    private final int[] start = new int[PIXELS * STEPS + 1];

    private final int[] spike;

    /** With weights and spikes that are always the same. */
    public FrozenKernel() {
        Random random = new Random(1);
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            weights[FIRST + i] = (float) random.nextGaussian();
        }
        for (int list = 0; list < PIXELS * STEPS; list++) {
            start[list + 1] = start[list] + random.nextInt(2 * MEAN_SPIKES + 1);
        }
        spike = random.ints(start[PIXELS * STEPS], 0, ROWS).toArray();
    }

    private static float[] array(int size) {
        return new float[Math.max(OWN_REGION, FIRST + size)];
    }

    /** Adds all spikes up anew so many times, and gives the number of weights that were added. */
    public long run(int times) {
        for (int i = 0; i < times; i++) {
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                add(pixel);
            }
        }
        return (long) times * spike.length * COLUMNS;
    }

    /** The current of a column after {@link #run}. */
    float current(int pixel, int step, int column) {
        return currents[FIRST + (pixel * STEPS + step) * STRIDE + column];
    }

    /** The same, weight by weight. */
    float expected(int pixel, int step, int column) {
        float sum = 0;
        int list = pixel * STEPS + step;
        for (int i = start[list]; i < start[list + 1]; i++) {
            sum += weights[FIRST + spike[i] * COLUMNS + column];
        }
        return sum;
    }

    private void add(int pixel) {
        for (int t = 0; t < STEPS; t++) {
            int from = start[pixel * STEPS + t];
            int to = start[pixel * STEPS + t + 1];
            int target = FIRST + (pixel * STEPS + t) * STRIDE;
            FloatVector a = FloatVector.zero(FLOATS);
            FloatVector b = FloatVector.zero(FLOATS);
            FloatVector c = FloatVector.zero(FLOATS);
            FloatVector d = FloatVector.zero(FLOATS);
            FloatVector e = FloatVector.zero(FLOATS);
            FloatVector f = FloatVector.zero(FLOATS);
            FloatVector g = FloatVector.zero(FLOATS);
            FloatVector h = FloatVector.zero(FLOATS);
            for (int i = from; i < to; i++) {
                int row = FIRST + spike[i] * COLUMNS;
                a = FloatVector.fromArray(FLOATS, weights, row).add(a);
                b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
                c = FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).add(c);
                d = FloatVector.fromArray(FLOATS, weights, row + 3 * LANES).add(d);
                e = FloatVector.fromArray(FLOATS, weights, row + 4 * LANES).add(e);
                f = FloatVector.fromArray(FLOATS, weights, row + 5 * LANES).add(f);
                g = FloatVector.fromArray(FLOATS, weights, row + 6 * LANES).add(g);
                h = FloatVector.fromArray(FLOATS, weights, row + 7 * LANES).add(h);
            }
            a.intoArray(currents, target);
            b.intoArray(currents, target + LANES);
            c.intoArray(currents, target + 2 * LANES);
            d.intoArray(currents, target + 3 * LANES);
            e.intoArray(currents, target + 4 * LANES);
            f.intoArray(currents, target + 5 * LANES);
            g.intoArray(currents, target + 6 * LANES);
            h.intoArray(currents, target + 7 * LANES);
        }
    }
}
