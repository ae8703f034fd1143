package org.eccexplorer.sim;

import java.util.Arrays;
import org.eccexplorer.tensor.Shape;

/**
 * The spikes of a block as lists of channels, one list per timestep and pixel. Made once per block
 * and source, read by every target pixel in whose receptive field the source pixel lies.
 */
final class EventList {
    /** Kernels may read so many values past the end of a list. */
    static final int SLACK = 16;

    /** How the reader sees the source: a flattened layer is one pixel with all neurons. */
    final Shape shape;

    private final int pixels;
    private final int channels;

    /** Where the list of pixel p at step t begins: {@code start[t·pixels + p]}. */
    final int[] start;

    int[] channel = new int[1 << 12];

    EventList(Shape shape, int steps) {
        this.shape = shape;
        pixels = shape.pixels();
        channels = shape.channels();
        start = new int[pixels * steps + 1];
    }

    int list(int step, int pixel) {
        return step * pixels + pixel;
    }

    /** Reads the spikes of the first steps of a block. */
    void read(SpikeBlock spikes, int steps) {
        int size = 0;
        for (int t = 0; t < steps; t++) {
            for (int p = 0; p < pixels; p++) {
                start[t * pixels + p] = size;
                size = readPixel(spikes, t, p * channels, size);
            }
        }
        start[steps * pixels] = size;
    }

    /** Mean firing rate in the first steps of the block. */
    double rate(int steps) {
        return (double) start[steps * pixels] / ((double) steps * shape.size());
    }

    private int readPixel(SpikeBlock spikes, int step, int first, int from) {
        int size = from;
        for (int c = 0; c < channels; c += 64) {
            long bits = spikes.bits(step, first + c, Math.min(64, channels - c));
            if (size + 64 + SLACK > channel.length) {
                channel = Arrays.copyOf(channel, 2 * channel.length);
            }
            while (bits != 0) {
                channel[size++] = c + Long.numberOfTrailingZeros(bits);
                bits &= bits - 1;
            }
        }
        return size;
    }
}
