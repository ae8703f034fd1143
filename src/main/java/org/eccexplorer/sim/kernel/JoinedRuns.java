package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rows that the spikes of one target pixel select through several runs, one list for each of
 * some timesteps. Where rows are short, to begin and to end a run takes longer than to add its
 * rows: the processor cannot know how many there are.
 */
final class JoinedRuns {
    /** Timesteps that are listed together; an even number. */
    static final int STEPS = 8;

    /** Half of a usual first-level cache. */
    private static final int NEAR_BYTES = 3 << 13;

    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, Lanes.FLOATS.vectorShape());

    private static final int LANES = Lanes.COUNT;

    /** The list of a step begins at its number × {@link #room}. */
    int[] rows = new int[0];

    /** How many rows each list has. */
    final int[] counts = new int[STEPS];

    int room;

    /**
     * Whether it is of use: rows are one vector, and so few that all stay in the nearest cache.
     *
     * @param width of a row
     */
    static boolean isOfUse(int width, int rows) {
        return width <= LANES && (long) rows * LANES * Float.BYTES <= NEAR_BYTES;
    }

    /** Makes room for all spikes that a target pixel may have at a timestep. */
    void prepare(CellTable table, EventList events) {
        room = table.mostPixels * events.channels() + LANES;
        if (rows.length < STEPS * room) {
            rows = new int[STEPS * room];
        }
    }

    /**
     * Lists the rows of some timesteps, run by run. A vector of them is written at a time, whether
     * or not there are so many; what is too much the next run overwrites.
     *
     * @param first of the runs
     * @param last the run after the last
     * @param step the first timestep
     * @param steps at most {@link #STEPS}
     */
    void list(CellTable table, EventList events, int first, int last, int step, int steps) {
        int[] spike = events.spike;
        for (int s = 0; s < steps; s++) {
            counts[s] = 0;
        }
        for (int run = first; run < last; run++) {
            int origin = table.origin(run);
            for (int s = 0; s < steps; s++) {
                int from = events.begin(table, run, step + s);
                int count = events.end(table, run, step + s) - from;
                int at = s * room + counts[s];
                counts[s] += count;
                IntVector.fromArray(INTS, spike, from).add(origin).intoArray(rows, at);
                for (int i = LANES; i < count; i += LANES) {
                    IntVector.fromArray(INTS, spike, from + i).add(origin).intoArray(rows, at + i);
                }
            }
        }
    }
}
