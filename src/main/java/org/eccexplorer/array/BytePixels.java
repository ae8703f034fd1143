package org.eccexplorer.array;

import java.util.Objects;

/** Bytes, each standing for one of 256 values. */
public final class BytePixels extends Pixels {
    private final byte[] bytes;
    private final float[] values;

    /** Unsigned bytes as numbers; the array is wrapped. */
    public BytePixels(byte[] bytes) {
        this(bytes, 0, bytes.length, numbers());
    }

    private BytePixels(byte[] bytes, int start, int size, float[] values) {
        super(start, size, bytes.length);
        this.bytes = bytes;
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
    Extremes measure() {
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
