package org.eccexplorer.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Joins a row of values to another, element by element. Written out in vectors because the two
 * arrays might be one, which keeps the compiler from doing it.
 */
public final class Rows {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final boolean FUSED = Fused.AVAILABLE;

    private Rows() {}

    /** Adds {@code count} values from {@code from} on to those from {@code to} on. */
    public static void add(float[] values, int from, float[] sums, int to, int count) {
        int whole = FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector.fromArray(FLOATS, sums, to + i)
                    .add(FloatVector.fromArray(FLOATS, values, from + i))
                    .intoArray(sums, to + i);
        }
        for (int i = whole; i < count; i++) {
            sums[to + i] += values[from + i];
        }
    }

    /**
     * Adds {@code count} products of values from {@code from} on and factors from {@code row} on to
     * the sums from {@code to} on, each as {@link Fused#multiplyAdd} does.
     */
    public static void addProducts(
            float[] values, int from, float[] factors, int row, float[] sums, int to, int count) {
        int whole = FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, values, from + i);
            FloatVector factor = FloatVector.fromArray(FLOATS, factors, row + i);
            FloatVector sum = FloatVector.fromArray(FLOATS, sums, to + i);
            FloatVector next = FUSED ? value.fma(factor, sum) : value.mul(factor).add(sum);
            next.intoArray(sums, to + i);
        }
        for (int i = whole; i < count; i++) {
            sums[to + i] = Fused.multiplyAdd(values[from + i], factors[row + i], sums[to + i]);
        }
    }

    /** The same, each product rounded before it is added. */
    public static void addRoundedProducts(
            float[] values, int from, float[] factors, int row, float[] sums, int to, int count) {
        int whole = FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector.fromArray(FLOATS, values, from + i)
                    .mul(FloatVector.fromArray(FLOATS, factors, row + i))
                    .add(FloatVector.fromArray(FLOATS, sums, to + i))
                    .intoArray(sums, to + i);
        }
        for (int i = whole; i < count; i++) {
            sums[to + i] += values[from + i] * factors[row + i];
        }
    }

    /** Raises {@code count} values from {@code to} on to those from {@code from} on. */
    public static void raise(float[] values, int from, float[] maxima, int to, int count) {
        int whole = FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector.fromArray(FLOATS, maxima, to + i)
                    .max(FloatVector.fromArray(FLOATS, values, from + i))
                    .intoArray(maxima, to + i);
        }
        for (int i = whole; i < count; i++) {
            maxima[to + i] = Math.max(maxima[to + i], values[from + i]);
        }
    }
}
