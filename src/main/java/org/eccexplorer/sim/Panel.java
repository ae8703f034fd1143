package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Some columns of a weight matrix that are summed up in registers at once.
 *
 * @param column the first of them
 * @param vectors number of vectors, 1 to 4
 */
record Panel(int column, int vectors) {

    /** Panels of up to four vectors; five vectors are better done as three and two. */
    static Panel[] of(int vectors, int lanes) {
        List<Panel> panels = new ArrayList<>();
        for (int done = 0; done < vectors; ) {
            int left = vectors - done;
            int width = left == 5 ? 3 : Math.min(4, left);
            panels.add(new Panel(done * lanes, width));
            done += width;
        }
        return panels.toArray(new Panel[0]);
    }
}
