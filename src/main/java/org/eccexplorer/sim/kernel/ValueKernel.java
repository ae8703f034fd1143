package org.eccexplorer.sim.kernel;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;
import org.eccexplorer.tensor.Fused;

/**
 * The event-driven kernel for full synapses in float32 whose spikes have values: each selects a row
 * of the weights, as in {@link GatherKernel}, which is multiplied by the value while it is added.
 * The values are powers of two with a sign, so the products are exact and the sums have the bits of
 * {@code ReferenceSimulator}.
 */
final class ValueKernel extends RowKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = Lanes.COUNT;

    /** Panel by panel, [row][columns of the panel]; columns beyond the last are zero. */
    private final float[] weights;

    ValueKernel(Projection projection, CellTable table) {
        super(projection, table, Layout.FLOATS);
        weights = floats(projection);
    }

    @Override
    void addPanel(Panel panel, EventList events, List<Tile> tiles, Scratch scratch) {
        for (int s = 0; s < table.segments; s++) {
            fetch(panel, s, events, tiles, scratch);
            for (Tile tile : tiles) {
                int last = table.firstRun(tile.pixel(), s + 1);
                for (int run = table.firstRun(tile.pixel(), s); run < last; run++) {
                    addRun(panel, run, events, tile);
                }
            }
        }
    }

    private void addRun(Panel panel, int run, EventList events, Tile tile) {
        int base = origin(panel, run, CacheLines.FIRST_FLOAT);
        int column = column(panel, tile);
        switch (panel.vectors()) {
            case 1 -> addOne(run, events, tile, column, base);
            case 2 -> addTwo(run, events, tile, column, base);
            case 3 -> addThree(run, events, tile, column, base);
            case 4 -> addFour(run, events, tile, column, base);
            default -> addEight(run, events, tile, column, base);
        }
    }

    @Override
    int read(int first, int end) {
        return read(weights, first, end);
    }

    private void addEight(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
        float[] values = events.values;
        int code = values.length - 1;
        int planes = events.planes;
        boolean begun = begun(run, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from && begun) {
                continue;
            }
            int target = tile.at(t) + column;
            int before = begun ? target : tile.steady() + column;
            FloatVector a = FloatVector.fromArray(FLOATS, z, before);
            FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
            FloatVector c = FloatVector.fromArray(FLOATS, z, before + 2 * LANES);
            FloatVector d = FloatVector.fromArray(FLOATS, z, before + 3 * LANES);
            FloatVector e = FloatVector.fromArray(FLOATS, z, before + 4 * LANES);
            FloatVector f = FloatVector.fromArray(FLOATS, z, before + 5 * LANES);
            FloatVector g = FloatVector.fromArray(FLOATS, z, before + 6 * LANES);
            FloatVector h = FloatVector.fromArray(FLOATS, z, before + 7 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] >> planes) * (8 * LANES);
                FloatVector s = FloatVector.broadcast(FLOATS, values[spike[i] & code]);
                a =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row).fma(s, a)
                                : FloatVector.fromArray(FLOATS, weights, row).mul(s).add(a);
                b =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + LANES).fma(s, b)
                                : FloatVector.fromArray(FLOATS, weights, row + LANES).mul(s).add(b);
                c =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).fma(s, c)
                                : FloatVector.fromArray(FLOATS, weights, row + 2 * LANES)
                                        .mul(s)
                                        .add(c);
                d =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 3 * LANES).fma(s, d)
                                : FloatVector.fromArray(FLOATS, weights, row + 3 * LANES)
                                        .mul(s)
                                        .add(d);
                e =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 4 * LANES).fma(s, e)
                                : FloatVector.fromArray(FLOATS, weights, row + 4 * LANES)
                                        .mul(s)
                                        .add(e);
                f =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 5 * LANES).fma(s, f)
                                : FloatVector.fromArray(FLOATS, weights, row + 5 * LANES)
                                        .mul(s)
                                        .add(f);
                g =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 6 * LANES).fma(s, g)
                                : FloatVector.fromArray(FLOATS, weights, row + 6 * LANES)
                                        .mul(s)
                                        .add(g);
                h =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 7 * LANES).fma(s, h)
                                : FloatVector.fromArray(FLOATS, weights, row + 7 * LANES)
                                        .mul(s)
                                        .add(h);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
            c.intoArray(z, target + 2 * LANES);
            d.intoArray(z, target + 3 * LANES);
            e.intoArray(z, target + 4 * LANES);
            f.intoArray(z, target + 5 * LANES);
            g.intoArray(z, target + 6 * LANES);
            h.intoArray(z, target + 7 * LANES);
        }
    }

    private void addFour(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
        float[] values = events.values;
        int code = values.length - 1;
        int planes = events.planes;
        boolean begun = begun(run, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from && begun) {
                continue;
            }
            int target = tile.at(t) + column;
            int before = begun ? target : tile.steady() + column;
            FloatVector a = FloatVector.fromArray(FLOATS, z, before);
            FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
            FloatVector c = FloatVector.fromArray(FLOATS, z, before + 2 * LANES);
            FloatVector d = FloatVector.fromArray(FLOATS, z, before + 3 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] >> planes) * (4 * LANES);
                FloatVector s = FloatVector.broadcast(FLOATS, values[spike[i] & code]);
                a =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row).fma(s, a)
                                : FloatVector.fromArray(FLOATS, weights, row).mul(s).add(a);
                b =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + LANES).fma(s, b)
                                : FloatVector.fromArray(FLOATS, weights, row + LANES).mul(s).add(b);
                c =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).fma(s, c)
                                : FloatVector.fromArray(FLOATS, weights, row + 2 * LANES)
                                        .mul(s)
                                        .add(c);
                d =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 3 * LANES).fma(s, d)
                                : FloatVector.fromArray(FLOATS, weights, row + 3 * LANES)
                                        .mul(s)
                                        .add(d);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
            c.intoArray(z, target + 2 * LANES);
            d.intoArray(z, target + 3 * LANES);
        }
    }

    private void addThree(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
        float[] values = events.values;
        int code = values.length - 1;
        int planes = events.planes;
        boolean begun = begun(run, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from && begun) {
                continue;
            }
            int target = tile.at(t) + column;
            int before = begun ? target : tile.steady() + column;
            FloatVector a = FloatVector.fromArray(FLOATS, z, before);
            FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
            FloatVector c = FloatVector.fromArray(FLOATS, z, before + 2 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] >> planes) * (3 * LANES);
                FloatVector s = FloatVector.broadcast(FLOATS, values[spike[i] & code]);
                a =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row).fma(s, a)
                                : FloatVector.fromArray(FLOATS, weights, row).mul(s).add(a);
                b =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + LANES).fma(s, b)
                                : FloatVector.fromArray(FLOATS, weights, row + LANES).mul(s).add(b);
                c =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).fma(s, c)
                                : FloatVector.fromArray(FLOATS, weights, row + 2 * LANES)
                                        .mul(s)
                                        .add(c);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
            c.intoArray(z, target + 2 * LANES);
        }
    }

    private void addTwo(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
        float[] values = events.values;
        int code = values.length - 1;
        int planes = events.planes;
        boolean begun = begun(run, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from && begun) {
                continue;
            }
            int target = tile.at(t) + column;
            int before = begun ? target : tile.steady() + column;
            FloatVector a = FloatVector.fromArray(FLOATS, z, before);
            FloatVector b = FloatVector.fromArray(FLOATS, z, before + LANES);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] >> planes) * (2 * LANES);
                FloatVector s = FloatVector.broadcast(FLOATS, values[spike[i] & code]);
                a =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row).fma(s, a)
                                : FloatVector.fromArray(FLOATS, weights, row).mul(s).add(a);
                b =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row + LANES).fma(s, b)
                                : FloatVector.fromArray(FLOATS, weights, row + LANES).mul(s).add(b);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
        }
    }

    private void addOne(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
        float[] values = events.values;
        int code = values.length - 1;
        int planes = events.planes;
        boolean begun = begun(run, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from && begun) {
                continue;
            }
            int target = tile.at(t) + column;
            int before = begun ? target : tile.steady() + column;
            FloatVector a = FloatVector.fromArray(FLOATS, z, before);
            for (int i = from; i < to; i++) {
                int row = base + (spike[i] >> planes) * LANES;
                FloatVector s = FloatVector.broadcast(FLOATS, values[spike[i] & code]);
                a =
                        FUSED
                                ? FloatVector.fromArray(FLOATS, weights, row).fma(s, a)
                                : FloatVector.fromArray(FLOATS, weights, row).mul(s).add(a);
            }
            a.intoArray(z, target);
        }
    }
}
