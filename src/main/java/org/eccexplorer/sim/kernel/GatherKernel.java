package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;

/**
 * The event-driven kernel for full (ungrouped) synapses in float32.
 *
 * <p>The order of additions is that of {@code ReferenceSimulator} (entries of the tap table, then
 * channels), so both give the same bits.
 */
final class GatherKernel extends RowKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    /** Panel by panel, [row][columns of the panel]; columns beyond the last are zero. */
    private final float[] weights;

    /** Whether the runs of a pixel are added together. */
    private final boolean joins;

    GatherKernel(Projection projection, CellTable table) {
        super(projection, table, Layout.FLOATS);
        weights = floats(projection);
        joins = JoinedRuns.isOfUse(projection.width(), rows);
        if (joins) {
            // It changes no sum: x + (−0) is x, whatever x is. Few rows leave room for it.
            Arrays.fill(weights, nothing(), nothing() + LANES, -0f);
        }
    }

    /** Where the row behind the last begins. */
    private int nothing() {
        return CacheLines.FIRST_FLOAT + rows * LANES;
    }

    @Override
    void addPanel(Panel panel, EventList events, List<Tile> tiles, Scratch scratch) {
        for (int s = 0; s < table.segments; s++) {
            fetch(panel, s, events, tiles, scratch);
            for (Tile tile : tiles) {
                int first = table.firstRun(tile.pixel(), s);
                int last = table.firstRun(tile.pixel(), s + 1);
                if (joins && last - first > 1) {
                    addShort(panel, first, last, events, tile, scratch);
                    continue;
                }
                for (int run = first; run < last; run++) {
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
                int row = base + spike[i] * (8 * LANES);
                a = FloatVector.fromArray(FLOATS, weights, row).add(a);
                b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
                c = FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).add(c);
                d = FloatVector.fromArray(FLOATS, weights, row + 3 * LANES).add(d);
                e = FloatVector.fromArray(FLOATS, weights, row + 4 * LANES).add(e);
                f = FloatVector.fromArray(FLOATS, weights, row + 5 * LANES).add(f);
                g = FloatVector.fromArray(FLOATS, weights, row + 6 * LANES).add(g);
                h = FloatVector.fromArray(FLOATS, weights, row + 7 * LANES).add(h);
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
                int row = base + spike[i] * (4 * LANES);
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
    }

    private void addThree(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
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
                int row = base + spike[i] * (3 * LANES);
                a = FloatVector.fromArray(FLOATS, weights, row).add(a);
                b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
                c = FloatVector.fromArray(FLOATS, weights, row + 2 * LANES).add(c);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
            c.intoArray(z, target + 2 * LANES);
        }
    }

    private void addTwo(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
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
                int row = base + spike[i] * (2 * LANES);
                a = FloatVector.fromArray(FLOATS, weights, row).add(a);
                b = FloatVector.fromArray(FLOATS, weights, row + LANES).add(b);
            }
            a.intoArray(z, target);
            b.intoArray(z, target + LANES);
        }
    }

    private void addOne(int run, EventList events, Tile tile, int column, int base) {
        float[] z = tile.z();
        int[] spike = events.spike;
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
                int row = base + spike[i] * LANES;
                a = FloatVector.fromArray(FLOATS, weights, row).add(a);
            }
            a.intoArray(z, target);
        }
    }

    /**
     * All runs of a segment, rows of one vector, at four timesteps in turns: a row is added sooner
     * than the sum before it is known.
     */
    private void addShort(
            Panel panel, int first, int last, EventList events, Tile tile, Scratch scratch) {
        float[] z = tile.z();
        int column = column(panel, tile);
        boolean begun = begun(first, tile);
        JoinedRuns joined = scratch.joined;
        int base = row(panel, 0, CacheLines.FIRST_FLOAT);
        joined.prepare(table, events, base, nothing());
        int[] rows = joined.rows;
        for (int from = 0; from < tile.steps(); from += JoinedRuns.STEPS) {
            int steps = Math.min(JoinedRuns.STEPS, tile.steps() - from);
            joined.list(table, events, first, last, from, steps);
            for (int s = 0; s < steps; s += JoinedRuns.TURNS) {
                int second = Math.min(s + 1, steps - 1);
                int third = Math.min(s + 2, steps - 1);
                int fourth = Math.min(s + 3, steps - 1);
                int rowA = s * joined.room;
                int rowB = second * joined.room;
                int rowC = third * joined.room;
                int rowD = fourth * joined.room;
                int targetA = tile.at(from + s) + column;
                int targetB = tile.at(from + second) + column;
                int targetC = tile.at(from + third) + column;
                int targetD = tile.at(from + fourth) + column;
                int steady = tile.steady() + column;
                FloatVector a = FloatVector.fromArray(FLOATS, z, begun ? targetA : steady);
                FloatVector b = FloatVector.fromArray(FLOATS, z, begun ? targetB : steady);
                FloatVector c = FloatVector.fromArray(FLOATS, z, begun ? targetC : steady);
                FloatVector d = FloatVector.fromArray(FLOATS, z, begun ? targetD : steady);
                int count = joined.counts[s / JoinedRuns.TURNS];
                for (int i = 0; i < count; i++) {
                    a = FloatVector.fromArray(FLOATS, weights, rows[rowA + i]).add(a);
                    b = FloatVector.fromArray(FLOATS, weights, rows[rowB + i]).add(b);
                    c = FloatVector.fromArray(FLOATS, weights, rows[rowC + i]).add(c);
                    d = FloatVector.fromArray(FLOATS, weights, rows[rowD + i]).add(d);
                }
                a.intoArray(z, targetA);
                b.intoArray(z, targetB);
                c.intoArray(z, targetC);
                d.intoArray(z, targetD);
            }
        }
    }
}
