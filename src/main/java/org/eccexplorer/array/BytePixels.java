package org.eccexplorer.array;

import java.util.Objects;

/** Bytes, each standing for one of 256 values of its channel. */
public final class BytePixels extends Pixels {
    private static final ChannelMap AS_THEY_ARE = ChannelMap.scaling(1, 1);

    private final byte[] bytes;
    private final ChannelMap map;

    /** What each byte stands for, by channel. */
    private final float[][] values;

    /** Unsigned bytes as numbers; the array is wrapped. */
    public BytePixels(byte[] bytes) {
        this(bytes, 0, bytes.length, AS_THEY_ARE);
    }

    private BytePixels(byte[] bytes, int start, int size, ChannelMap map) {
        super(start, size, bytes.length);
        this.bytes = bytes;
        this.map = map;
        values = new float[map.channels()][256];
        for (int c = 0; c < values.length; c++) {
            for (int b = 0; b < 256; b++) {
                values[c][b] = map.of(b, c);
            }
        }
    }

    /** Whether they stand for other numbers than their own. */
    public boolean isScaled() {
        return !map.equals(AS_THEY_ARE);
    }

    @Override
    public void read(int from, int count, float[] target) {
        Objects.checkFromIndexSize(from, count, size);
        for (int i = 0; i < count; i++) {
            target[i] = value(from + i);
        }
    }

    /** Images begin with their first channel, so a place tells its channel. */
    private float value(int place) {
        return values[place % values.length][bytes[start + map.source(place)] & 0xff];
    }

    @Override
    public Pixels range(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return new BytePixels(bytes, start + from, to - from, map);
    }

    @Override
    public Pixels images(int[] places, int length) {
        byte[] some = new byte[places.length * length];
        for (int i = 0; i < places.length; i++) {
            Objects.checkFromIndexSize(places[i] * length, /* size= */ length, /* length= */ size);
            System.arraycopy(bytes, start + places[i] * length, some, i * length, length);
        }
        return new BytePixels(some, 0, some.length, map);
    }

    /** What stands for bytes still does; of what does not, the values are changed. */
    @Override
    public Pixels mapped(ChannelMap other) {
        if (map.equals(AS_THEY_ARE)) {
            return new BytePixels(bytes, start, size, other);
        }
        float[] floats = new float[size];
        read(0, size, floats);
        return new FloatPixels(floats).mapped(other);
    }

    @Override
    Extremes measure() {
        int[][] counts = new int[values.length][256];
        for (int i = 0; i < size; i++) {
            counts[i % values.length][bytes[start + map.source(i)] & 0xff]++;
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < counts.length; c++) {
            for (int b = 0; b < 256; b++) {
                if (counts[c][b] > 0) {
                    low = Math.min(low, values[c][b]);
                    high = Math.max(high, values[c][b]);
                }
            }
        }
        return new Extremes(low, high, 0);
    }
}
