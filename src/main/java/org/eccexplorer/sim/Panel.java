package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * Some columns of a weight matrix that are summed up in registers at once.
 *
 * @param column the first of them
 * @param vectors number of vectors, 1 to 4
 * @param width number of columns, whole vectors
 */
record Panel(int column, int vectors, int width) {

    /** Panels of up to four vectors; five vectors are better done as three and two. */
    static List<Panel> of(int vectors, int lanes) {
        List<Panel> panels = new ArrayList<>();
        for (int done = 0; done < vectors; ) {
            int left = vectors - done;
            int count = left == 5 ? 3 : Math.min(4, left);
            panels.add(new Panel(done * lanes, count, count * lanes));
            done += count;
        }
        return List.copyOf(panels);
    }

    boolean isWithin(Tile tile, int offset) {
        return column + offset >= tile.column() && column + offset < tile.column() + tile.width();
    }
}
