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

    /**
     * Panels of as many vectors as are added up at once, and of fewer at the end: five are better
     * done as three and two.
     */
    static List<Panel> of(int width, Layout layout) {
        int lanes = layout.lanes();
        int vectors = (width + lanes - 1) / lanes;
        List<Panel> panels = new ArrayList<>();
        for (int done = 0; done < vectors; ) {
            int left = vectors - done;
            int most = left == 5 ? 3 : left < 8 ? 4 : layout.most();
            int count = Math.min(most, left);
            panels.add(new Panel(done * lanes, count, count * lanes));
            done += count;
        }
        return List.copyOf(panels);
    }

    boolean isWithin(Tile tile, int offset) {
        return column + offset >= tile.column() && column + offset < tile.column() + tile.width();
    }
}
