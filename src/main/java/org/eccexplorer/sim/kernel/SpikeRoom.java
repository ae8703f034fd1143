package org.eccexplorer.sim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Arrays for lists of spikes, handed from layers that nobody reads any more to those that come:
 * where layers are large, the lists of all of them at once would take more than anything else.
 */
public final class SpikeRoom {
    private static final int LEAST = 1 << 12;

    private final List<int[]> spare = new ArrayList<>();

    /**
     * An array of at least this size: the smallest of those that are there, else a new one in place
     * of the largest.
     */
    int[] take(int size) {
        int best = -1;
        for (int i = 0; i < spare.size(); i++) {
            int length = spare.get(i).length;
            int found = best < 0 ? 0 : spare.get(best).length;
            boolean better = found < size ? length > found : length < found;
            if (better && (length >= size || found < size)) {
                best = i;
            }
        }
        int[] taken = best < 0 ? new int[0] : spare.remove(best);
        return taken.length >= size ? taken : new int[Math.max(size + size / 8, LEAST)];
    }

    /** Takes an array that is of no more use. */
    void give(int[] array) {
        spare.add(array);
    }
}
