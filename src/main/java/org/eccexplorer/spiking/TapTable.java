package org.eccexplorer.spiking;

import java.util.Arrays;

/**
 * Which source pixels reach which target pixel, and through which kernel position (tap): the
 * geometry of any convolution, pooling, padding, cropping or chain of these, shared by all
 * channels. The entries of target pixel p are {@code start[p]} to {@code start[p+1] − 1}.
 *
 * @param start one more value than target pixels, ascending from 0
 * @param source for each entry the pixel it reads
 * @param tap for each entry its kernel position, below {@code taps}
 * @param taps number of kernel positions
 */
public record TapTable(int[] start, int[] source, int[] tap, int taps) {

    public TapTable {
        if (source.length != tap.length || start[start.length - 1] != source.length) {
            throw new IllegalArgumentException("not a tap table");
        }
    }

    /** Every pixel reads itself. */
    public static TapTable identity(int pixels) {
        int[] start = new int[pixels + 1];
        int[] source = new int[pixels];
        for (int p = 0; p < pixels; p++) {
            source[p] = p;
            start[p + 1] = p + 1;
        }
        return new TapTable(start, source, new int[pixels], 1);
    }

    /** Whether every pixel reads itself, as in {@link #identity}. */
    public boolean isIdentity() {
        for (int p = 0; p < targets(); p++) {
            if (taps != 1 || start[p + 1] != p + 1 || source[p] != p) {
                return false;
            }
        }
        return true;
    }

    /** Number of target pixels. */
    public int targets() {
        return start.length - 1;
    }

    /** Whether no target pixel reads two source pixels through the same tap. */
    public boolean hasDistinctTaps() {
        int[] lastTarget = new int[taps];
        for (int p = 0; p < targets(); p++) {
            for (int e = start[p]; e < start[p + 1]; e++) {
                if (lastTarget[tap[e]] == p + 1) {
                    return false;
                }
                lastTarget[tap[e]] = p + 1;
            }
        }
        return true;
    }

    /** How many source pixels a target pixel reads, at most. */
    public int mostSources() {
        int most = 0;
        for (int p = 0; p < targets(); p++) {
            most = Math.max(most, start[p + 1] - start[p]);
        }
        return most;
    }

    /** How many source pixels a target pixel reads through the same tap, at most. */
    public int mostSourcesOfOneTap() {
        int most = 0;
        for (int p = 0; p < targets(); p++) {
            int[] sources = new int[taps];
            for (int e = start[p]; e < start[p + 1]; e++) {
                most = Math.max(most, ++sources[tap[e]]);
            }
        }
        return most;
    }

    /** For each of this many source pixels, how many entries read it: its fan-out in pixels. */
    public int[] fanOut(int sourcePixels) {
        int[] fanOut = new int[sourcePixels];
        for (int s : source) {
            fanOut[s]++;
        }
        return fanOut;
    }

    /** Collects the entries of one target pixel after the other. */
    public static final class Builder {
        private final int[] start;
        private int pixel;
        private int[] source = new int[1024];
        private int[] tap = new int[1024];
        private int size;

        public Builder(int targets) {
            start = new int[targets + 1];
        }

        public void add(int sourcePixel, int tapIndex) {
            if (size == source.length) {
                source = Arrays.copyOf(source, 2 * size);
                tap = Arrays.copyOf(tap, 2 * size);
            }
            source[size] = sourcePixel;
            tap[size++] = tapIndex;
        }

        public void endPixel() {
            start[++pixel] = size;
        }

        public TapTable build(int taps) {
            return new TapTable(start, Arrays.copyOf(source, size), Arrays.copyOf(tap, size), taps);
        }
    }
}
