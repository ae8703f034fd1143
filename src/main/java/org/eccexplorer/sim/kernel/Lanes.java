package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors that all kernels compute with: those of the machine's preferred width. Kernels keep
 * them in constants of their own, which the compiler folds.
 */
public final class Lanes {
    public static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /** Floats in a vector. */
    public static final int COUNT = FLOATS.length();

    /** As many bits of 16-bit integers. */
    static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, FLOATS.vectorShape());

    /** 16-bit integers in a vector. */
    static final int SHORT_COUNT = SHORTS.length();

    private Lanes() {}

    /** The next multiple of the number of floats in a vector. */
    public static int padded(int width) {
        return (width + COUNT - 1) / COUNT * COUNT;
    }

    /**
     * Rows with zeros after each; the rows themselves where they need none.
     *
     * @param rows any number × {@code width}
     * @param padded width of the rows of the result
     */
    public static float[] pad(float[] rows, int width, int padded) {
        if (width == padded) {
            return rows;
        }
        float[] wide = new float[rows.length / width * padded];
        for (int row = 0; row < rows.length / width; row++) {
            System.arraycopy(rows, row * width, wide, row * padded, width);
        }
        return wide;
    }
}
