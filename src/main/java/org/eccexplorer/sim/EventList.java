package org.eccexplorer.sim;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The spikes of a block as lists of channels, one list per timestep and cell of pixels. Made once
 * per block and source, read by every target pixel in whose receptive field the cell lies.
 */
final class EventList {
    private final CellTable table;
    private final int cells;
    private final int channels;

    /** For each place in the table's pixels how many from there on are read as one. */
    private final int[] atOnce;

    /** Where the list of cell k at step t begins: {@code start[t·cells + k]}. */
    final int[] start;

    /** The spikes of the lists, one after the other: of cell k and channel c as k·channels + c. */
    int[] spike = new int[1 << 12];

    private @Nullable SpikeBlock spikes;

    /** Lists for everything that reads these cells. */
    EventList(CellTable table, int steps) {
        this.table = table;
        cells = table.cells();
        channels = table.shape().channels();
        start = new int[cells * steps + 1];
        atOnce = new int[table.pixel.length];
        for (int k = 0; k < cells; k++) {
            for (int p = table.firstPixel[k]; p < table.firstPixel[k + 1]; p++) {
                atOnce[p] = pixelsAtOnce(p, table.firstPixel[k + 1]);
            }
        }
    }

    boolean serves(CellTable other) {
        return table.hasCellsOf(other);
    }

    /** Reads the spikes of the first steps of a block. */
    void read(SpikeBlock block, int steps) {
        spikes = block;
        int size = 0;
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < cells; k++) {
                start[t * cells + k] = size;
                for (int p = table.firstPixel[k]; p < table.firstPixel[k + 1]; ) {
                    int first = table.pixel[p] * channels;
                    size = readPixels(block, t, first, atOnce[p] * channels, k * channels, size);
                    p += atOnce[p];
                }
            }
        }
        start[steps * cells] = size;
    }

    /** The spikes that were read last, as bits. */
    SpikeBlock spikes() {
        return Objects.requireNonNull(spikes);
    }

    /** Where the spikes of a run begin at a timestep. */
    int begin(CellTable reader, int run, int step) {
        return start[step * cells + reader.cell[run]];
    }

    /** Where the spikes of a run end at a timestep. */
    int end(CellTable reader, int run, int step) {
        return start[step * cells + reader.endCell[run]];
    }

    /**
     * Raises operations, [step], by the synaptic operations of a projection: spikes times synapses.
     *
     * @param fan synapses of a spike on each pixel that reads its cell
     */
    void count(CellTable reader, int fan, int steps, long[] operations) {
        for (int t = 0; t < steps; t++) {
            long read = 0;
            for (int k = 0; k < cells; k++) {
                int list = t * cells + k;
                read += (long) reader.readers[k] * (start[list + 1] - start[list]);
            }
            operations[t] += read * fan;
        }
    }

    /**
     * Spikes per step, cell and channel in the first steps of the block: the mean firing rate, or
     * as many times it as a cell has pixels. It is the share of the weights that are added.
     */
    double density(int steps) {
        return (double) start[steps * cells] / ((double) steps * cells * channels);
    }

    /**
     * How many pixels of a cell, from {@code first} on, can be read as one: they follow each other
     * and fill at most a word, and the place of a bit says which channel it is.
     */
    private int pixelsAtOnce(int first, int end) {
        int count = 1;
        if (Integer.bitCount(channels) == 1) {
            while (first + count < end
                    && (count + 1) * channels <= 64
                    && table.pixel[first + count] == table.pixel[first] + count) {
                count++;
            }
        }
        return count;
    }

    /**
     * Lists four spikes at a time, whether or not there are so many: what is written past the end
     * is overwritten by the next pixel, and a branch less is worth more.
     *
     * @param first neuron
     * @param count neurons of a pixel, or of several that fill at most a word
     */
    private int readPixels(SpikeBlock block, int step, int first, int count, int base, int from) {
        int kept = count > channels ? channels - 1 : -1;
        int size = from;
        for (int c = 0; c < count; c += 64) {
            long bits = block.bits(step, first + c, Math.min(64, count - c));
            if (size + 64 > spike.length) {
                spike = Arrays.copyOf(spike, 2 * spike.length);
            }
            int found = Long.bitCount(bits);
            int at = size;
            do {
                for (int i = 0; i < 4; i++) {
                    spike[at + i] = base + c + (Long.numberOfTrailingZeros(bits) & kept);
                    bits &= bits - 1;
                }
                at += 4;
            } while (bits != 0);
            size += found;
        }
        return size;
    }
}
