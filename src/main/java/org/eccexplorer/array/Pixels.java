package org.eccexplorer.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The values of images, held as they were stored: bytes as bytes, all others as float32. They turn
 * into float32 where they are read, and to the same bits however they are held. Immutable.
 */
public abstract sealed class Pixels permits BytePixels, FloatPixels {
    /** Values that are summed at once. */
    private static final int PIECE = 1 << 14;

    /** Where they begin in what holds them. */
    final int start;

    final int size;
    private volatile @Nullable Extremes extremes;
    private volatile @Nullable Long checksum;

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

    /** CRC-32C of the values as little-endian float32, however they are held; computed once. */
    public final long checksum() {
        Long known = checksum;
        if (known == null) {
            known = sum();
            checksum = known;
        }
        return known;
    }

    private long sum() {
        CRC32C sum = new CRC32C();
        float[] values = new float[Math.min(size, PIECE)];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < size; from += values.length) {
            int count = Math.min(values.length, size - from);
            read(from, count, values);
            bytes.clear();
            bytes.asFloatBuffer().put(values, 0, count);
            sum.update(bytes.array(), 0, Float.BYTES * count);
        }
        return sum.getValue();
    }

    /**
     * How far values reach.
     *
     * @param low the smallest of those that are numbers
     * @param high the largest
     * @param broken how many are NaN or infinite
     */
    public record Extremes(float low, float high, int broken) {}
}
