package org.eccexplorer.sim;

import java.util.List;
import org.eccexplorer.convert.Projection;

/**
 * What the event-driven kernels for full (ungrouped) synapses share: for one target pixel and
 * timestep the spikes of its receptive field become a list of weight rows, and then for each panel
 * of target channels the rows are added up in registers: one load per addition, no store before the
 * end.
 *
 * <p>Weights that do not fit the cache beside a core are read panel by panel: each panel for all
 * timesteps of a block and several pixels before the next one.
 */
abstract class RowKernel implements SynapseKernel {
    /** More bytes than this are read panel by panel; half of a usual second-level cache. */
    private static final int MANY_BYTES = 1 << 19;

    private static final int PIXELS_PER_TILE = 4;

    private final CellTable table;
    private final int inputs;
    private final int fan;

    /** The first target channel. */
    final int offset;

    /** Rows of the weights. */
    final int rows;

    final List<Panel> panels;

    private final long bytes;

    /**
     * Ready to list rows.
     *
     * @param lanes columns of a vector
     * @param bytes of all weights
     */
    RowKernel(Projection projection, CellTable table, int lanes, long bytes) {
        this.table = table;
        this.bytes = bytes;
        inputs = projection.from().channels();
        offset = projection.offset();
        fan = projection.width();
        rows = projection.weights().length / fan;
        panels = Panel.of((fan + lanes - 1) / lanes, lanes);
    }

    /** The place of a row among the weights, from {@code first} on: panel by panel. */
    final int row(Panel panel, int row, int first) {
        return first + panel.column() * rows + row * panel.width();
    }

    @Override
    public final int pixelsPerTile() {
        return bytes > MANY_BYTES ? PIXELS_PER_TILE : 1;
    }

    @Override
    public final List<Panel> panels() {
        return panels;
    }

    @Override
    public final void list(EventList events, Patch patch, RowLists lists, long[] operations) {
        lists.fill(events, table, inputs, patch, fan, operations);
    }

    @Override
    public final void add(EventList events, RowLists lists, Tile tile, Scratch scratch) {
        boolean whole = offset == 0 && GatherKernel.padded(fan) >= tile.width();
        if (!whole) {
            tile.begin();
        }
        for (Panel panel : panels) {
            if (panel.isWithin(tile, offset)) {
                addPanel(panel, lists, whole ? tile : tile.next(), scratch);
            }
        }
    }

    /** Adds the rows of one pixel to the columns of a panel, timestep by timestep. */
    abstract void addPanel(Panel panel, RowLists lists, Tile tile, Scratch scratch);
}
