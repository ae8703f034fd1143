package org.eccexplorer.sim;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * The event-driven kernel for full (ungrouped) synapses: for one target pixel and timestep the
 * spikes of its receptive field become a list of weight rows, and then for each panel of target
 * channels the rows are added up in registers: one load per addition, no store before the end.
 *
 * <p>Weights that do not fit the cache beside a core are read panel by panel: each panel for all
 * timesteps of a block and several pixels before the next one.
 *
 * <p>The order of additions is that of {@link ReferenceSimulator} (entries of the tap table, then
 * channels), so both give the same bits.
 */
final class GatherKernel implements SynapseKernel {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int LANES = FLOATS.length();

    /** More bytes than this are read panel by panel; half of a usual second-level cache. */
    private static final int MANY_BYTES = 1 << 19;

    private static final int PIXELS_PER_TILE = 4;

    private final CellTable table;
    private final int inputs;
    private final int offset;
    private final int fan;

    /** Width rounded up to whole vectors; the extra columns are zero. */
    private final int padded;

    private final int rows;
    private final List<Panel> panels;

    /** Panel by panel, [row][columns of the panel]. */
    private final float[] weights;

    GatherKernel(Projection projection, CellTable table) {
        this.table = table;
        inputs = projection.from().channels();
        offset = projection.offset();
        fan = projection.width();
        padded = padded(fan);
        rows = projection.weights().length / fan;
        panels = Panel.of(padded / LANES, LANES);
        weights = CacheLines.floats(rows * padded);
        for (Panel panel : panels) {
            int used = Math.min(panel.width(), fan - panel.column());
            for (int row = 0; row < rows; row++) {
                System.arraycopy(
                        projection.weights(),
                        row * fan + panel.column(),
                        weights,
                        CacheLines.FIRST_FLOAT + panel.column() * rows + row * panel.width(),
                        used);
            }
        }
    }

    /** The next multiple of the vector length. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

    static float[] pad(float[] rows, int width, int padded) {
        float[] wide = new float[rows.length / width * padded];
        for (int row = 0; row < rows.length / width; row++) {
            System.arraycopy(rows, row * width, wide, row * padded, width);
        }
        return wide;
    }

    @Override
    public int pixelsPerTile() {
        return pixelsPerTile((long) rows * padded * Float.BYTES);
    }

    /** Target pixels that share one reading of each panel of so many bytes of weights. */
    static int pixelsPerTile(long bytes) {
        return bytes > MANY_BYTES ? PIXELS_PER_TILE : 1;
    }

    @Override
    public List<Panel> panels() {
        return panels;
    }

    @Override
    public void list(
            EventList events,
            int firstPixel,
            int endPixel,
            int steps,
            RowLists lists,
            long[] operations) {
        lists.fill(events, table, inputs, firstPixel, endPixel, steps, fan, operations);
    }

    @Override
    public void add(EventList events, RowLists lists, Tile tile, Scratch scratch) {
        boolean whole = offset == 0 && padded >= tile.width();
        if (!whole) {
            tile.begin();
        }
        for (Panel panel : panels) {
            if (panel.isWithin(tile, offset)) {
                addPanel(panel, lists, whole ? tile : tile.next());
            }
        }
    }

    private void addPanel(Panel panel, RowLists lists, Tile tile) {
        int[] rows = lists.rows();
        int[] ends = lists.ends();
        int first = lists.index(tile.pixel());
        int from = lists.begin(first);
        int column = offset + panel.column() - tile.column();
        for (int t = 0; t < tile.steps(); t++) {
            int to = ends[first + t];
            if (to > from || !tile.begun()) {
                addRows(
                        panel,
                        rows,
                        from,
                        to,
                        tile.z(),
                        tile.before(t) + column,
                        tile.at(t) + column);
            }
            from = to;
        }
    }

    private void addRows(
            Panel panel, int[] list, int from, int to, float[] z, int before, int target) {
        int base = CacheLines.FIRST_FLOAT + panel.column() * rows;
        switch (panel.vectors()) {
            case 1 -> addOne(list, from, to, z, before, target, base);
            case 2 -> addTwo(list, from, to, z, before, target, base);
            case 3 -> addThree(list, from, to, z, before, target, base);
            default -> addFour(list, from, to, z, before, target, base);
        }
    }

    private void addFour(
            int[] list, int from, int to, float[] z, int before, int target, int base) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, before);
        FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
        FloatVector c = FloatVector.fromArray(FLOATS, z, before + 2 * LANES);
        FloatVector d = FloatVector.fromArray(FLOATS, z, before + 3 * LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (4 * LANES);
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
            b = b.add(FloatVector.fromArray(FLOATS, weights, row + LANES));
            c = c.add(FloatVector.fromArray(FLOATS, weights, row + 2 * LANES));
            d = d.add(FloatVector.fromArray(FLOATS, weights, row + 3 * LANES));
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
        c.intoArray(z, target + 2 * LANES);
        d.intoArray(z, target + 3 * LANES);
    }

    private void addThree(
            int[] list, int from, int to, float[] z, int before, int target, int base) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, before);
        FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
        FloatVector c = FloatVector.fromArray(FLOATS, z, before + 2 * LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (3 * LANES);
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
            b = b.add(FloatVector.fromArray(FLOATS, weights, row + LANES));
            c = c.add(FloatVector.fromArray(FLOATS, weights, row + 2 * LANES));
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
        c.intoArray(z, target + 2 * LANES);
    }

    private void addTwo(int[] list, int from, int to, float[] z, int before, int target, int base) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, before);
        FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (2 * LANES);
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
            b = b.add(FloatVector.fromArray(FLOATS, weights, row + LANES));
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
    }

    private void addOne(int[] list, int from, int to, float[] z, int before, int target, int base) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, before);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * LANES;
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
        }
        a.intoArray(z, target);
    }
}
