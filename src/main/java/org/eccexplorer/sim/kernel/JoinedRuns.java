package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rows that the spikes of one target pixel select through several runs, one list for each of
 * some timesteps. Where rows are short, to begin and to end a run takes longer than to add its
 * rows: the processor cannot know how many there are. For the same reason the lists of timesteps
 * that are added in turns are made equally long, with a row that adds nothing.
 */
final class JoinedRuns {
    /** Timesteps that are listed together. */
    static final int STEPS = 8;

    /** Timesteps that are added in turns, a divisor of {@link #STEPS}. */
    static final int TURNS = 4;

    /** Half of a usual first-level cache. */
    private static final int NEAR_BYTES = 3 << 13;

    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, Lanes.FLOATS.vectorShape());

    private static final int LANES = Lanes.COUNT;
    private static final int SHIFT = Integer.numberOfTrailingZeros(LANES);

    /** The list of a step begins at its number × {@link #room}: where each row begins. */
    int[] rows = new int[0];

    /** How many rows the lists of timesteps have that are added in turns. */
    final int[] counts = new int[STEPS / TURNS];

    private final int[] ends = new int[STEPS];

    int room;
    private int begin;
    private int nothing;

    /**
     * Whether it is of use: rows are one vector, and so few that all stay in the nearest cache.
     *
     * @param width of a row
     */
    static boolean isOfUse(int width, int rows) {
        return width <= LANES && (long) rows * LANES * Float.BYTES <= NEAR_BYTES;
    }

    /**
     * Makes room for all spikes that a target pixel may have at a timestep.
     *
     * @param first where the rows begin
     * @param none where the row is that adds nothing
     */
    void prepare(CellTable table, EventList events, int first, int none) {
        begin = first;
        nothing = none;
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
            int at = s * room;
            for (int run = first; run < last; run++) {
                int origin = begin + table.origin(run) * LANES;
                int from = events.begin(table, run, step + s);
                int count = events.end(table, run, step + s) - from;
                put(spike, from, origin, at);
                for (int i = LANES; i < count; i += LANES) {
                    put(spike, from + i, origin, at + i);
                }
                at += count;
            }
            ends[s] = at;
        }
        for (int s = 0; s < steps; s += TURNS) {
            fill(s, Math.min(s + TURNS, steps));
        }
    }

    private void put(int[] spike, int from, int origin, int at) {
        IntVector.fromArray(INTS, spike, from)
                .lanewise(VectorOperators.LSHL, SHIFT)
                .add(origin)
                .intoArray(rows, at);
    }

    /** Makes the lists of some timesteps equally long. */
    private void fill(int first, int end) {
        int most = 0;
        for (int s = first; s < end; s++) {
            most = Math.max(most, ends[s] - s * room);
        }
        for (int s = first; s < end; s++) {
            for (int at = ends[s]; at < s * room + most; at += LANES) {
                IntVector.broadcast(INTS, nothing).intoArray(rows, at);
            }
        }
        counts[first / TURNS] = most;
    }
}
