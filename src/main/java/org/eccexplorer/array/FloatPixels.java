package org.eccexplorer.array;

import java.util.Objects;

/** Values that were no bytes. */
public final class FloatPixels extends Pixels {
    private final float[] values;

    /** The array is wrapped. */
    public FloatPixels(float[] values) {
        this(values, 0, values.length);
    }

    private FloatPixels(float[] values, int start, int size) {
        super(start, size, values.length);
        this.values = values;
    }

    @Override
    public void read(int from, int count, float[] target) {
        Objects.checkFromIndexSize(from, count, size);
        System.arraycopy(values, start + from, target, 0, count);
    }

    @Override
    public Pixels range(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new FloatPixels(values, start + from, to - from);
    }

    @Override
    public Pixels images(int[] places, int length) {
        float[] some = new float[places.length * length];
        for (int i = 0; i < places.length; i++) {
            Objects.checkFromIndexSize(places[i] * length, /* size= */ length, /* length= */ size);
            System.arraycopy(values, start + places[i] * length, some, i * length, length);
        }
        return new FloatPixels(some);
    }

    @Override
    public Pixels mapped(ChannelMap map) {
        float[] mapped = new float[size];
        for (int i = 0; i < size; i++) {
            mapped[i] = map.of(values[start + map.source(i)], i % map.channels());
        }
        return new FloatPixels(mapped);
    }

    @Override
    Extremes measure() {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        int broken = 0;
        for (int i = start; i < start + size; i++) {
            float value = values[i];
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            } else {
                broken++;
            }
        }
        return new Extremes(low, high, broken);
    }
}
