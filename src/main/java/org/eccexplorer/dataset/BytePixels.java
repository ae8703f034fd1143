package org.eccexplorer.dataset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bytes, each standing for one of 256 values. */
final class BytePixels implements Pixels {
    private final byte[] bytes;
    private final int start;
    private final int size;
    private final float[] values;
    private volatile @Nullable Extremes extremes;

    /** Unsigned bytes as numbers; the array is wrapped. */
    BytePixels(byte[] bytes) {
        this(bytes, 0, bytes.length, numbers());
    }

    private BytePixels(byte[] bytes, int start, int size, float[] values) {
        Objects.checkFromIndexSize(start, size, bytes.length);
        this.bytes = bytes;
        this.start = start;
        this.size = size;
        this.values = values;
    }

    private static float[] numbers() {
        float[] numbers = new float[256];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(int from, int count, float[] target) {
        Objects.checkFromIndexSize(from, count, size);
        for (int i = 0; i < count; i++) {
            target[i] = values[bytes[start + from + i] & 0xff];
        }
    }

    @Override
    public Pixels range(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new BytePixels(bytes, start + from, to - from, values);
    }

    @Override
    public Pixels scaled(double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return new BytePixels(bytes, start, size, scaled);
    }

    @Override
    public Extremes extremes() {
        Extremes known = extremes;
        if (known == null) {
            known = measure();
            extremes = known;
        }
        return known;
    }

    private Extremes measure() {
        int[] counts = new int[values.length];
        for (int i = start; i < start + size; i++) {
            counts[bytes[i] & 0xff]++;
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int b = 0; b < counts.length; b++) {
            if (counts[b] > 0) {
                low = Math.min(low, values[b]);
                high = Math.max(high, values[b]);
            }
        }
        return new Extremes(low, high, 0);
    }
}
