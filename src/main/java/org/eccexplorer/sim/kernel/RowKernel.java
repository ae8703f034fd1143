package org.eccexplorer.sim.kernel;

import java.util.List;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;

/**
 * What the event-driven kernels for full (ungrouped) synapses share: the spikes of a run of cells
 * select rows of the weights, and for each panel of target channels these are added up in
 * registers: one load per addition, no store before the end.
 *
 * <p>Weights that do not fit the cache beside a core are read piece by piece, a segment of the
 * kernel positions of one panel: for all timesteps of a block and several pixels before the next
 * piece.
 */
abstract class RowKernel implements SynapseKernel {
    /** More bytes than this are read piece by piece; half of a usual second-level cache. */
    private static final int MANY_BYTES = 1 << 18;

    /** Bytes of a piece, which leave room for currents and lists in that cache. */
    private static final int PIECE_BYTES = 3 << 16;

    /**
     * Pixels done together with weights of float32. The same vectors of fewer bytes are more
     * columns, so as many currents are those of fewer pixels.
     */
    private static final int PIXELS_PER_PATCH = 16;

    final CellTable table;
    private final int inputs;
    private final int fan;
    private final boolean inPieces;

    private final Layout layout;

    /** The first target channel. */
    private final int offset;

    /** Rows of the weights. */
    final int rows;

    final List<Panel> panels;

    /**
     * Divides the target channels into panels.
     *
     * @param layout of the weights
     */
    RowKernel(Projection projection, CellTable table, Layout layout) {
        this.table = table;
        this.layout = layout;
        inputs = projection.from().channels();
        offset = projection.offset();
        fan = projection.width();
        rows = projection.weights().length / fan;
        panels = Panel.of(fan, layout);
        inPieces = (long) projection.weights().length * layout.size() > MANY_BYTES;
    }

    /**
     * Kernel positions whose weights are read together: those of equal segments.
     *
     * @param layout of the weights
     */
    static int tapsPerSegment(Projection projection, Layout layout) {
        int taps = projection.table().taps();
        int columns = Math.min(projection.width(), layout.widest());
        long bytes = (long) projection.from().channels() * columns * layout.size();
        int most = (int) Math.max(1, PIECE_BYTES / bytes);
        int segments = (taps + most - 1) / most;
        return (taps + segments - 1) / segments;
    }

    /** Weights panel by panel, [row][columns of the panel]; columns beyond the last are zero. */
    final float[] floats(Projection projection) {
        float[] weights = CacheLines.floats(rows * Lanes.padded(fan));
        for (Panel panel : panels) {
            int used = Math.min(panel.width(), fan - panel.column());
            for (int row = 0; row < rows; row++) {
                System.arraycopy(
                        projection.weights(),
                        row * fan + panel.column(),
                        weights,
                        row(panel, row, CacheLines.FIRST_FLOAT),
                        used);
            }
        }
        return weights;
    }

    /** Whether the tile holds currents yet when a run is added. */
    final boolean begun(int run, Tile tile) {
        return tile.begun() || run > table.firstRun(tile.pixel());
    }

    /** The place of a row among the weights, from {@code first} on: panel by panel. */
    final int row(Panel panel, int row, int first) {
        return first + panel.column() * rows + row * panel.width();
    }

    /** The first column of a panel, counted within a tile. */
    final int column(Panel panel, Tile tile) {
        return offset + panel.column() - tile.column();
    }

    /** Where the row would be that spike 0 of the source selects through a run. */
    final int origin(Panel panel, int run, int first) {
        return row(panel, table.origin(run), first);
    }

    @Override
    public final int pixelsPerPatch() {
        return inPieces ? PIXELS_PER_PATCH * Layout.FLOATS.widest() / layout.widest() : 1;
    }

    @Override
    public final List<Panel> panels() {
        return panels;
    }

    @Override
    public final void add(EventList events, List<Tile> tiles, Scratch scratch) {
        Tile any = tiles.getFirst();
        boolean whole = offset == 0 && Lanes.padded(fan) >= any.width();
        List<Tile> begun = whole && table.reachesAll ? tiles : Tile.begin(tiles);
        for (Panel panel : panels) {
            if (panel.isWithin(any, offset)) {
                addPanel(panel, events, begun, scratch);
            }
        }
    }

    /** Adds the rows of some pixels to the columns of a panel. */
    abstract void addPanel(Panel panel, EventList events, List<Tile> tiles, Scratch scratch);

    /**
     * Reads a piece of the weights from its beginning to its end, which the memory does faster than
     * one row here and one there, if most of it will be needed.
     */
    final void fetch(
            Panel panel, int segment, EventList events, List<Tile> tiles, Scratch scratch) {
        if (!inPieces) {
            return;
        }
        int first = table.firstTap(segment) * inputs;
        int end = table.firstTap(segment + 1) * inputs;
        int needed = 0;
        for (Tile tile : tiles) {
            for (int t = 0; t < tile.steps(); t++) {
                needed += selected(segment, events, tile, t);
            }
        }
        long bytes = (long) (end - first) * panel.width() * layout.size();
        if (needed > end - first && bytes <= 2 * PIECE_BYTES) {
            scratch.fetched ^= read(row(panel, first, 0), row(panel, end, 0));
        }
    }

    /** Rows of a segment that a pixel has at a timestep. */
    final int selected(int segment, EventList events, Tile tile, int step) {
        int rows = 0;
        int last = table.firstRun(tile.pixel(), segment + 1);
        for (int run = table.firstRun(tile.pixel(), segment); run < last; run++) {
            rows += events.end(table, run, step) - events.begin(table, run, step);
        }
        return rows;
    }

    /** Reads a value of every cache line. */
    abstract int read(int first, int end);

    /** Reads a value of every cache line of such weights. */
    static int read(float[] weights, int first, int end) {
        int read = 0;
        for (int i = first; i < end; i += CacheLines.FLOATS) {
            read ^= Float.floatToRawIntBits(weights[CacheLines.FIRST_FLOAT + i]);
        }
        return read;
    }
}
