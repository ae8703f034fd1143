package org.eccexplorer.sim;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The spikes of a block as lists of channels, one list per timestep and cell of pixels. Made once
 * per block and source, read by every target pixel in whose receptive field the cell lies.
 */
final class EventList {
    /** Kernels may read so many values past the end of a list. */
    static final int SLACK = 16;

    private final CellTable table;
    private final int cells;
    private final int channels;

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
    }

    boolean serves(CellTable other) {
        return table.hasCellsOf(other);
    }

    int list(int step, int cell) {
        return step * cells + cell;
    }

    /** Reads the spikes of the first steps of a block. */
    void read(SpikeBlock block, int steps) {
        spikes = block;
        int size = 0;
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < cells; k++) {
                start[t * cells + k] = size;
                for (int p = table.firstPixel[k]; p < table.firstPixel[k + 1]; p++) {
                    size = readPixel(block, t, table.pixel[p] * channels, k * channels, size);
                }
            }
        }
        start[steps * cells] = size;
    }

    /** The spikes that were read last, as bits. */
    SpikeBlock spikes() {
        return Objects.requireNonNull(spikes);
    }

    /**
     * Raises operations, [step], by the spikes that target pixels read times the synapses of each.
     */
    void count(CellTable reader, Patch patch, int synapses, long[] operations) {
        for (int e = reader.firstRun(patch.first()); e < reader.firstRun(patch.end()); e++) {
            for (int t = 0; t < patch.steps(); t++) {
                int spikes = start[list(t, reader.endCell[e])] - start[list(t, reader.cell[e])];
                operations[t] += (long) spikes * synapses;
            }
        }
    }

    /** Mean firing rate in the first steps of the block. */
    double rate(int steps) {
        return (double) start[steps * cells] / ((double) steps * table.shape().size());
    }

    /**
     * Lists four spikes at a time, whether or not there are so many: what is written past the end
     * is overwritten by the next pixel, and a branch less is worth more.
     */
    private int readPixel(SpikeBlock block, int step, int first, int base, int from) {
        int size = from;
        for (int c = 0; c < channels; c += 64) {
            long bits = block.bits(step, first + c, Math.min(64, channels - c));
            if (size + 64 + SLACK > spike.length) {
                spike = Arrays.copyOf(spike, 2 * spike.length);
            }
            int count = Long.bitCount(bits);
            int at = size;
            do {
                for (int i = 0; i < 4; i++) {
                    spike[at + i] = base + c + Long.numberOfTrailingZeros(bits);
                    bits &= bits - 1;
                }
                at += 4;
            } while (bits != 0);
            size += count;
        }
        return size;
    }
}
