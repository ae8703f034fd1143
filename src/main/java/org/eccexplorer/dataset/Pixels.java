package org.eccexplorer.dataset;

/**
 * The values of images, held as they were stored: bytes as bytes, all others as float32. They turn
 * into float32 where they are read, and to the same bits however they are held. Immutable.
 */
public sealed interface Pixels permits BytePixels, FloatPixels {
    /** Number of values. */
    int size();

    /** Reads {@code count} values from {@code from} on to the beginning of an array. */
    void read(int from, int count, float[] target);

    /** Some of the values, which are not copied. */
    Pixels range(int from, int to);

    /** The same values multiplied, in double precision, and rounded to float32. */
    Pixels scaled(double factor);

    /** The smallest and the largest value. */
    Extremes extremes();

    /**
     * How far values reach.
     *
     * @param low the smallest of those that are numbers
     * @param high the largest
     * @param broken how many are NaN or infinite
     */
    record Extremes(float low, float high, int broken) {}
}
