package org.eccexplorer.sim;

import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * For some target pixels and each timestep, the rows of the weight matrix that the spikes of a
 * receptive field select: in the order of the tap table, then of channels; segment by segment, see
 * {@link CellTable}. Working memory of one thread, kept between calls so that nothing is allocated
 * while running.
 */
final class RowLists {
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, GatherKernel.FLOATS.vectorShape());
    private static final int LANES = INTS.length();

    private int[] rows = new int[1 << 12];
    private int[] ends = new int[0];
    private int firstPixel;
    private int segments;
    private int steps;
    private int longest;

    /** All lists, one after the other. */
    int[] rows() {
        return rows;
    }

    /** Where each list ends: [pixel][segment][step], the first at {@link #index}. */
    int[] ends() {
        return ends;
    }

    /** Place of a pixel's first list of a segment among all. */
    int index(int pixel, int segment) {
        return ((pixel - firstPixel) * segments + segment) * steps;
    }

    /** Where a list begins: the end of the one before. */
    int begin(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Number of rows that a pixel has in a segment, over all timesteps. */
    int size(int pixel, int segment) {
        int first = index(pixel, segment);
        return ends[first + steps - 1] - begin(first);
    }

    /** At least as many rows as any pixel has at any timestep. */
    int longest() {
        return longest;
    }

    /**
     * Lists the rows.
     *
     * @param inputs channels of the source
     * @param fan neurons that a row reaches
     * @param operations [step], raised by rows times fan
     */
    void fill(
            EventList events,
            CellTable table,
            int inputs,
            Patch patch,
            int fan,
            long[] operations) {
        firstPixel = patch.first();
        segments = table.segments;
        steps = patch.steps();
        longest = 0;
        int count = (patch.end() - firstPixel) * segments * steps;
        if (ends.length < count) {
            ends = new int[count];
        }
        int size = 0;
        for (int p = firstPixel; p < patch.end(); p++) {
            int most = 0;
            for (int s = 0; s < segments; s++) {
                int mostHere = 0;
                int index = index(p, s);
                for (int t = 0; t < steps; t++) {
                    int before = size;
                    size = collect(events, table, inputs, t, p, s, size);
                    ends[index + t] = size;
                    mostHere = Math.max(mostHere, size - before);
                    operations[t] += (long) (size - before) * fan;
                }
                most += mostHere;
            }
            longest = Math.max(longest, most);
        }
    }

    private int collect(
            EventList events,
            CellTable table,
            int inputs,
            int step,
            int pixel,
            int segment,
            int first) {
        int[] spike = events.spike;
        int[] list = rows;
        int size = first;
        int last = table.firstRun(pixel, segment + 1);
        for (int e = table.firstRun(pixel, segment); e < last; e++) {
            int from = events.start[events.list(step, table.cell[e])];
            int count = events.start[events.list(step, table.endCell[e])] - from;
            if (size + count + EventList.SLACK > list.length) {
                list = roomFor(size + count + EventList.SLACK);
            }
            int base = (table.tap[e] - table.cell[e]) * inputs;
            // Whole vectors are copied, without asking how few of their values count: most runs
            // have fewer spikes than a vector has lanes, and a branch less is worth more.
            int i = 0;
            do {
                IntVector.fromArray(INTS, spike, from + i).add(base).intoArray(list, size + i);
                i += LANES;
            } while (i < count);
            size += count;
        }
        return size;
    }

    /** Room for so many rows, keeping what is there. */
    private int[] roomFor(int size) {
        rows = Arrays.copyOf(rows, Math.max(size, 2 * rows.length));
        return rows;
    }
}
