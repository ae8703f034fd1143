package org.eccexplorer.sim;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * For each target pixel of a tile and each timestep, the rows of the weight matrix that the spikes
 * of its receptive field select: in the order of the tap table, then of channels.
 */
final class RowLists {
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, GatherKernel.FLOATS.vectorShape());
    private static final int LANES = INTS.length();

    private final CellTable table;
    private final int inputs;

    /**
     * Lists for one projection.
     *
     * @param inputs channels of its source
     */
    RowLists(CellTable table, int inputs) {
        this.table = table;
        this.inputs = inputs;
    }

    /**
     * Lists the rows: those of pixel p at step t end before {@code scratch.ends()[p·steps + t]}.
     *
     * @param fan neurons that a row reaches
     * @param operations [step], raised by rows times fan
     */
    void fill(EventList events, Tile tile, Scratch scratch, int fan, long[] operations) {
        int steps = tile.steps();
        int[] ends = scratch.ends(tile.pixels() * steps);
        int size = 0;
        for (int p = 0; p < tile.pixels(); p++) {
            for (int t = 0; t < steps; t++) {
                int before = size;
                size = collect(events, t, tile.firstPixel() + p, size, scratch);
                ends[p * steps + t] = size;
                operations[t] += (long) (size - before) * fan;
            }
        }
    }

    private int collect(EventList events, int step, int pixel, int first, Scratch scratch) {
        int[] channel = events.channel;
        int[] list = scratch.rows(0);
        int size = first;
        int last = table.start[pixel + 1];
        for (int e = table.start[pixel]; e < last; e++) {
            int cell = events.list(step, table.cell[e]);
            int from = events.start[cell];
            int count = events.start[cell + 1] - from;
            if (size + count + EventList.SLACK > list.length) {
                list = scratch.rows(size + count + EventList.SLACK);
            }
            int base = table.tap[e] * inputs;
            // Whole vectors are copied, without asking how few of their values count: most pixels
            // have fewer spikes than a vector has lanes, and a branch less is worth more.
            int i = 0;
            do {
                IntVector.fromArray(INTS, channel, from + i).add(base).intoArray(list, size + i);
                i += LANES;
            } while (i < count);
            size += count;
        }
        return size;
    }
}
