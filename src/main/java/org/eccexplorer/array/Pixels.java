package org.eccexplorer.array;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of images, held as they were stored: bytes as bytes, all others as float32. They turn
 * into float32 where they are read, and to the same bits however they are held. Immutable.
 */
public abstract sealed class Pixels permits BytePixels, FloatPixels {
    /** Where they begin in what holds them. */
    final int start;

    final int size;
    private volatile @Nullable Extremes extremes;

    /**
     * Values from {@code start} on.
     *
     * @param held how many there are in all
     */
    Pixels(int start, int size, int held) {
        Objects.checkFromIndexSize(start, size, held);
        this.start = start;
        this.size = size;
    }

    /** Number of values. */
    public final int size() {
        return size;
    }

    /** Reads {@code count} values from {@code from} on to the beginning of an array. */
    public abstract void read(int from, int count, float[] target);

    /** Some of the values, which are not copied. */
    public abstract Pixels range(int from, int to);

    /**
     * The values of some images, copied as they are held.
     *
     * @param places of the images, in the order wanted
     * @param length values of an image
     */
    public abstract Pixels images(int[] places, int length);

    /** The same values multiplied, in double precision, and rounded to float32. */
    public final Pixels scaled(double factor) {
        return mapped(ChannelMap.scaling(factor, 1));
    }

    /** Values of whole channels-last images changed by channel, rounded to float32. */
    public abstract Pixels mapped(ChannelMap map);

    /** The smallest and the largest value, looked for once. */
    public final Extremes extremes() {
        Extremes known = extremes;
        if (known == null) {
            known = measure();
            extremes = known;
        }
        return known;
    }

    abstract Extremes measure();

    /**
     * How far values reach.
     *
     * @param low the smallest of those that are numbers
     * @param high the largest
     * @param broken how many are NaN or infinite
     */
    public record Extremes(float low, float high, int broken) {}
}
