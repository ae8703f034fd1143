package org.eccexplorer.sim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Some columns of a weight matrix that are summed up in registers at once.
 *
 * @param column the first of them
 * @param vectors number of vectors, 1 to 4 or 8
 * @param width number of columns, whole vectors
 */
public record Panel(int column, int vectors, int width) {

    private static final int MAX_VECTORS = 8;

    /** Panels of eight vectors, and of fewer at the end: five are better done as three and two. */
    static List<Panel> of(int vectors, int lanes) {
        List<Panel> panels = new ArrayList<>();
        for (int done = 0; done < vectors; ) {
            int left = vectors - done;
            int count = left >= MAX_VECTORS ? MAX_VECTORS : left == 5 ? 3 : Math.min(4, left);
            panels.add(new Panel(done * lanes, count, count * lanes));
            done += count;
        }
        return List.copyOf(panels);
    }

    /** Columns of the widest panel. */
    static int widest(int lanes) {
        return MAX_VECTORS * lanes;
    }

    boolean isWithin(Tile tile, int offset) {
        return column + offset >= tile.column() && column + offset < tile.column() + tile.width();
    }
}
