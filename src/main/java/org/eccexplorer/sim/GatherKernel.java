package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * The event-driven kernel for full (ungrouped) synapses in float32.
 *
 * <p>The order of additions is that of {@link ReferenceSimulator} (entries of the tap table, then
 * channels), so both give the same bits.
 */
final class GatherKernel extends RowKernel {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int LANES = FLOATS.length();

    /** Panel by panel, [row][columns of the panel]; columns beyond the last are zero. */
    private final float[] weights;

    GatherKernel(Projection projection, CellTable table) {
        super(projection, table, LANES, bytes(projection));
        int fan = projection.width();
        weights = CacheLines.floats(rows * padded(fan));
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
    }

    private static long bytes(Projection projection) {
        int fan = projection.width();
        return (long) projection.weights().length / fan * padded(fan) * Float.BYTES;
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
    void addPanel(Panel panel, RowLists lists, Tile tile, Scratch scratch) {
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
        int base = row(panel, 0, CacheLines.FIRST_FLOAT);
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
            a = FloatVector.fromArray(FLOATS, weights, row).add(a);
            b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
            c = FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).add(c);
            d = FloatVector.fromArray(FLOATS, weights, row + 3 * LANES).add(d);
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
            a = FloatVector.fromArray(FLOATS, weights, row).add(a);
            b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
            c = FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).add(c);
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
            a = FloatVector.fromArray(FLOATS, weights, row).add(a);
            b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
    }

    private void addOne(int[] list, int from, int to, float[] z, int before, int target, int base) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, before);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * LANES;
            a = FloatVector.fromArray(FLOATS, weights, row).add(a);
        }
        a.intoArray(z, target);
    }
}
