package org.eccexplorer.sim;

import java.util.List;
import org.eccexplorer.convert.Projection;

/**
 * Grouped synapses, as of a grouped convolution: a spike reaches few neurons of a pixel, so they
 * are added one by one.
 */
final class GroupedKernel implements SynapseKernel {
    private final Projection projection;
    private final CellTable table;
    private final int fan;
    private final int inputs;
    private final int[] target;

    GroupedKernel(Projection projection, CellTable table) {
        this.table = table;
        this.projection = projection;
        fan = projection.fan();
        inputs = projection.from().channels();
        target = new int[inputs];
        for (int c = 0; c < inputs; c++) {
            target[c] = projection.firstTarget(c);
        }
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        for (Tile tile : Tile.begin(tiles)) {
            add(events, tile);
        }
    }

    private void add(EventList events, Tile tile) {
        float[] weights = projection.weights();
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            for (int e = table.firstRun(tile.pixel()); e < table.firstRun(tile.pixel() + 1); e++) {
                int base = (table.tap[e] - table.cell[e]) * inputs;
                int end = events.start[events.list(t, table.endCell[e])];
                for (int i = events.start[events.list(t, table.cell[e])]; i < end; i++) {
                    int row = (base + events.spike[i]) * fan;
                    int to = tile.at(t) + target[events.spike[i] % inputs];
                    for (int o = 0; o < fan; o++) {
                        z[to + o] += weights[row + o];
                    }
                }
            }
        }
    }
}
