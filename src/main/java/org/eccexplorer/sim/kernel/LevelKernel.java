package org.eccexplorer.sim.kernel;

import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.Fused;

/**
 * The event-driven kernel for weights of few bits: their levels are added up in 16-bit integers,
 * twice as many at once as floats and from half the memory, and the exact sum is multiplied by the
 * quantum: Z += quantum · Σ levels. Same bits as {@link ScaledKernel} around a kernel in float32,
 * whose sums of whole numbers are exact too.
 */
final class LevelKernel extends RowKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final VectorSpecies<Short> SHORTS = Lanes.SHORTS;
    private static final boolean FUSED = Fused.AVAILABLE;
    private static final int LANES = Lanes.SHORT_COUNT;

    private static final int HALF = Lanes.COUNT;
    private static final int FIRST = CacheLines.FIRST_SHORT;

    /** Fewer rows than this between two conversions to float32 would make it slower than that. */
    private static final int FEWEST_ROWS = 16;

    /** Whole numbers up to here are exact in float32, sums in any order. */
    private static final long EXACT = 1 << 24;

    private final float quantum;

    /** As many rows surely fit the sum of 16 bits. */
    private final int safe;

    /** Panel by panel, [row][columns of the panel]. */
    private final short[] levels;

    /**
     * For a projection that {@link #fits}.
     *
     * @param projection with levels for weights, see {@link Projection#withLevels()}
     */
    LevelKernel(Projection projection, double quantum, CellTable table) {
        super(projection, table, LANES, Short.BYTES);
        int fan = projection.width();
        this.quantum = (float) quantum;
        float[] values = projection.weights();
        safe = SafeRows.of(values, fan, projection.table().mostSourcesOfOneTap());
        levels = CacheLines.shorts(rows * panels.stream().mapToInt(Panel::width).sum());
        for (Panel panel : panels) {
            int used = Math.min(panel.width(), fan - panel.column());
            for (int row = 0; row < rows; row++) {
                int to = row(panel, row, FIRST);
                for (int o = 0; o < used; o++) {
                    levels[to + o] = (short) values[row * fan + panel.column() + o];
                }
            }
        }
    }

    /**
     * Whether levels, as weights of a projection, are small enough.
     *
     * @param signed whether they are to be added or subtracted
     */
    static boolean fits(Projection projection, boolean signed) {
        int largest = SafeRows.largest(projection.weights());
        long pixels = (long) projection.table().mostSources() * (signed ? 2 : 1);
        return largest * FEWEST_ROWS <= Short.MAX_VALUE
                && largest * pixels * projection.from().channels() <= EXACT;
    }

    @Override
    void addPanel(Panel panel, EventList events, List<Tile> tiles, Scratch scratch) {
        int size = tiles.getFirst().steps() * panel.width();
        short[] sums = scratch.levels(tiles.size() * size);
        List<Tile> total = null;
        int[] rows = new int[tiles.size()];
        for (int s = 0; s < table.segments; s++) {
            fetch(panel, s, events, tiles, scratch);
            for (int i = 0; i < tiles.size(); i++) {
                Tile tile = tiles.get(i);
                int more = mostRows(s, events, tile);
                rows[i] += more;
                if (rows[i] > safe) {
                    total = total == null ? scratch.sums(tiles) : total;
                    empty(panel, sums, FIRST + i * size, total.get(i));
                    rows[i] = more;
                }
                if (more > safe) {
                    addMany(panel, s, events, Objects.requireNonNull(total).get(i));
                    rows[i] = 0;
                } else {
                    addSegment(panel, s, events, tile, sums, FIRST + i * size);
                }
            }
        }
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            if (total == null) {
                scale(panel, tile, sums, FIRST + i * size);
            } else {
                empty(panel, sums, FIRST + i * size, total.get(i));
                int column = column(panel, tile);
                ScaledKernel.scale(total.get(i), tile, column, panel.width(), quantum);
            }
        }
    }

    /** The most rows that a pixel has in a segment at any timestep, if it matters. */
    private int mostRows(int segment, EventList events, Tile tile) {
        if (safe == Integer.MAX_VALUE) {
            return 0;
        }
        int most = 0;
        for (int t = 0; t < tile.steps(); t++) {
            most = Math.max(most, selected(segment, events, tile, t));
        }
        return most;
    }

    /** Moves sums of 16 bits to float32, before they would overflow; both are exact. */
    private void empty(Panel panel, short[] sums, int at, Tile total) {
        for (int t = 0; t < total.steps(); t++) {
            int from = at + t * panel.width();
            int to = total.at(t) + column(panel, total);
            for (int c = 0; c < panel.width(); c++) {
                total.z()[to + c] += sums[from + c];
                sums[from + c] = 0;
            }
        }
    }

    private void addSegment(
            Panel panel, int segment, EventList events, Tile tile, short[] sums, int at) {
        int last = table.firstRun(tile.pixel(), segment + 1);
        for (int run = table.firstRun(tile.pixel(), segment); run < last; run++) {
            addRun(panel, run, events, tile.steps(), sums, at);
        }
    }

    /** Adds a segment of which more rows are selected than surely fit 16 bits. */
    private void addMany(Panel panel, int segment, EventList events, Tile total) {
        int last = table.firstRun(total.pixel(), segment + 1);
        for (int run = table.firstRun(total.pixel(), segment); run < last; run++) {
            int base = origin(panel, run, FIRST);
            for (int t = 0; t < total.steps(); t++) {
                int at = total.at(t) + column(panel, total);
                int to = events.end(table, run, t);
                for (int i = events.begin(table, run, t); i < to; i += safe) {
                    addRows(events.spike, i, Math.min(to, i + safe), base, total.z(), at, panel);
                }
            }
        }
    }

    /** Adds so many rows as surely fit to sums in float32, one vector of columns at a time. */
    private void addRows(
            int[] spike, int from, int to, int base, float[] total, int at, Panel panel) {
        for (int c = 0; c < panel.width(); c += LANES) {
            ShortVector sum = ShortVector.zero(SHORTS);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * panel.width();
                sum = ShortVector.fromArray(SHORTS, levels, row + c).add(sum);
            }
            ((FloatVector) sum.convertShape(VectorOperators.S2F, FLOATS, 0))
                    .add(FloatVector.fromArray(FLOATS, total, at + c))
                    .intoArray(total, at + c);
            ((FloatVector) sum.convertShape(VectorOperators.S2F, FLOATS, 1))
                    .add(FloatVector.fromArray(FLOATS, total, at + c + HALF))
                    .intoArray(total, at + c + HALF);
        }
    }

    /** Adds the rows of a run to the sums of a pixel, [step][column of the panel]. */
    private void addRun(Panel panel, int run, EventList events, int steps, short[] sums, int at) {
        int base = origin(panel, run, FIRST);
        switch (panel.vectors()) {
            case 1 -> addOne(run, events, steps, sums, at, base);
            case 2 -> addTwo(run, events, steps, sums, at, base);
            case 3 -> addThree(run, events, steps, sums, at, base);
            case 4 -> addFour(run, events, steps, sums, at, base);
            default -> addEight(run, events, steps, sums, at, base);
        }
    }

    /**
     * Adds the sums of a pixel times the quantum to its currents. The first half of a vector is
     * converted in one instruction, the second in many, so each is loaded to be the first.
     */
    private void scale(Panel panel, Tile tile, short[] sums, int at) {
        FloatVector factor = FloatVector.broadcast(FLOATS, quantum);
        float[] z = tile.z();
        int column = column(panel, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = at + t * panel.width();
            int before = tile.before(t) + column;
            int target = tile.at(t) + column;
            for (int c = 0; c < panel.width(); c += HALF) {
                ShortVector sum = ShortVector.fromArray(SHORTS, sums, from + c);
                FloatVector levels = (FloatVector) sum.convertShape(VectorOperators.S2F, FLOATS, 0);
                FloatVector old = FloatVector.fromArray(FLOATS, z, before + c);
                FloatVector current = FUSED ? levels.fma(factor, old) : levels.mul(factor).add(old);
                current.intoArray(z, target + c);
            }
        }
    }

    private void addEight(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (8 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            ShortVector e = ShortVector.fromArray(SHORTS, sums, target + 4 * LANES);
            ShortVector f = ShortVector.fromArray(SHORTS, sums, target + 5 * LANES);
            ShortVector g = ShortVector.fromArray(SHORTS, sums, target + 6 * LANES);
            ShortVector h = ShortVector.fromArray(SHORTS, sums, target + 7 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (8 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
                d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
                e = ShortVector.fromArray(SHORTS, levels, row + 4 * LANES).add(e);
                f = ShortVector.fromArray(SHORTS, levels, row + 5 * LANES).add(f);
                g = ShortVector.fromArray(SHORTS, levels, row + 6 * LANES).add(g);
                h = ShortVector.fromArray(SHORTS, levels, row + 7 * LANES).add(h);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
            e.intoArray(sums, target + 4 * LANES);
            f.intoArray(sums, target + 5 * LANES);
            g.intoArray(sums, target + 6 * LANES);
            h.intoArray(sums, target + 7 * LANES);
        }
    }

    private void addFour(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (4 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            ShortVector d = ShortVector.fromArray(SHORTS, sums, target + 3 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (4 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
                d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
            d.intoArray(sums, target + 3 * LANES);
        }
    }

    private void addThree(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (3 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            ShortVector c = ShortVector.fromArray(SHORTS, sums, target + 2 * LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (3 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
                c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
            c.intoArray(sums, target + 2 * LANES);
        }
    }

    private void addTwo(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * (2 * LANES);
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            ShortVector b = ShortVector.fromArray(SHORTS, sums, target + LANES);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * (2 * LANES);
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
                b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            }
            a.intoArray(sums, target);
            b.intoArray(sums, target + LANES);
        }
    }

    private void addOne(int run, EventList events, int steps, short[] sums, int at, int base) {
        int[] spike = events.spike;
        for (int t = 0; t < steps; t++) {
            int from = events.begin(table, run, t);
            int to = events.end(table, run, t);
            if (to == from) {
                continue;
            }
            int target = at + t * LANES;
            ShortVector a = ShortVector.fromArray(SHORTS, sums, target);
            for (int i = from; i < to; i++) {
                int row = base + spike[i] * LANES;
                a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            }
            a.intoArray(sums, target);
        }
    }

    @Override
    int read(int first, int end) {
        int read = 0;
        for (int i = first; i < end; i += CacheLines.SHORTS) {
            read ^= levels[FIRST + i];
        }
        return read;
    }
}
