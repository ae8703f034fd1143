package org.eccexplorer.convert.lambda;

import java.lang.ref.SoftReference;
import java.util.Arrays;

/**
 * Activations above zero of one layer, channel by channel, of positions that are drawn by chance:
 * all of them, where there are few. Which ones are drawn depends on image and pixel alone, so that
 * parts of a data set can be sampled by many threads and merged in any order.
 */
public final class ActivationSample {
    /** So many values of a layer are drawn from, zeros too. */
    public static final int VALUES = 1 << 22;

    private static final int FIRST_ROOM = 16;

    private final int pixels;
    private final long chosen;
    private final float[][] positive;
    private final int[] counts;
    private long positions;
    private boolean sorted;

    /** What was put in order last of the whole layer, as long as memory is not short. */
    private volatile SoftReference<Values> layer = new SoftReference<>(null);

    /**
     * Nothing so far.
     *
     * @param pixels of the layer
     * @param images that will be added in all
     */
    public ActivationSample(int pixels, int channels, long images) {
        this.pixels = pixels;
        double share = (double) VALUES / channels / Math.max(1, pixels * images);
        chosen = share >= 1 ? Long.MAX_VALUE : (long) (share * Long.MAX_VALUE);
        positive = new float[channels][FIRST_ROOM];
        counts = new int[channels];
    }

    /**
     * Adds images.
     *
     * @param values count × pixels × channels
     * @param first index of the first image in its data set
     */
    public void add(float[] values, int count, int first) {
        changed();
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < pixels; p++) {
                if (isChosen(first + i, p)) {
                    addPosition(values, (i * pixels + p) * counts.length);
                }
            }
        }
    }

    private boolean isChosen(int image, int pixel) {
        return chosen == Long.MAX_VALUE || mixed(((long) image << 32) + pixel) >>> 1 < chosen;
    }

    /** SplitMix64, Steele, Lea and Flood 2014: bits without any visible order. */
    private static long mixed(long value) {
        long z = (value + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private void changed() {
        sorted = false;
        layer.clear();
    }

    private void addPosition(float[] values, int from) {
        positions++;
        for (int c = 0; c < counts.length; c++) {
            float value = values[from + c];
            if (value > 0) {
                makeRoom(c, 1);
                positive[c][counts[c]++] = value;
            }
        }
    }

    private void makeRoom(int channel, int more) {
        int needed = counts[channel] + more;
        if (needed > positive[channel].length) {
            positive[channel] =
                    Arrays.copyOf(positive[channel], Math.max(needed, 2 * counts[channel]));
        }
    }

    /** Adds what another part of the same data set gave. */
    public void merge(ActivationSample other) {
        changed();
        positions += other.positions;
        for (int c = 0; c < counts.length; c++) {
            makeRoom(c, other.counts[c]);
            System.arraycopy(other.positive[c], 0, positive[c], counts[c], other.counts[c]);
            counts[c] += other.counts[c];
        }
    }

    /** Puts the values in order, which makes all that is asked later independent of theirs. */
    public void sort() {
        if (!sorted) {
            for (int c = 0; c < counts.length; c++) {
                positive[c] = Arrays.copyOf(positive[c], counts[c]);
                Arrays.sort(positive[c]);
            }
            sorted = true;
        }
    }

    /** What is above zero in one channel, in order, with the number of zeros beside it. */
    public Values channel(int channel) {
        sort();
        return new Values(positive[channel], positions - counts[channel]);
    }

    /** The same of the whole layer. */
    public Values layer() {
        Values known = layer.get();
        if (known == null) {
            known = all();
            layer = new SoftReference<>(known);
        }
        return known;
    }

    private Values all() {
        float[] all = new float[Arrays.stream(counts).sum()];
        int at = 0;
        for (int c = 0; c < counts.length; c++) {
            System.arraycopy(positive[c], 0, all, at, counts[c]);
            at += counts[c];
        }
        Arrays.sort(all);
        return new Values(all, positions * counts.length - all.length);
    }

    /**
     * Activations in ascending order.
     *
     * @param positive those above zero
     * @param zeros number of the others
     */
    public record Values(float[] positive, long zeros) {}
}
