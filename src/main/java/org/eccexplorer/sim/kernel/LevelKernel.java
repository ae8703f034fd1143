package org.eccexplorer.sim.kernel;

import java.util.List;
import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.CacheLines;
import org.eccexplorer.tensor.Fused;

/**
 * The event-driven kernel for weights of few bits: their levels are added up in 16-bit integers,
 * twice as many at once as floats and from half the memory, and the exact sum is multiplied by the
 * quantum: Z += quantum · Σ levels. Same bits as {@link ScaledKernel} around a kernel in float32,
 * whose sums of whole numbers are exact too.
 */
abstract class LevelKernel extends RowKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final VectorSpecies<Short> SHORTS = Lanes.SHORTS;
    private static final boolean FUSED = Fused.AVAILABLE;

    private static final int HALF = Lanes.COUNT;
    static final int FIRST = CacheLines.FIRST_SHORT;

    /** Fewer rows than this between two conversions to float32 would make it slower than that. */
    private static final int FEWEST_ROWS = 16;

    /** Whole numbers up to here are exact in float32, sums in any order. */
    private static final long EXACT = 1 << 24;

    private final float quantum;

    /** As many rows surely fit the sum of 16 bits. */
    private final int safe;

    /**
     * For a projection that {@link #fits}.
     *
     * @param projection with levels for weights, see {@link Projection#withLevels()}
     * @param layout how the levels lie
     */
    LevelKernel(Projection projection, double quantum, CellTable table, Layout layout) {
        super(projection, table, layout);
        this.quantum = (float) quantum;
        safe =
                SafeRows.of(
                        projection.weights(),
                        projection.width(),
                        projection.table().mostSourcesOfOneTap());
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
                unpack(panel, sums, FIRST + i * size, tile.steps());
                scale(panel, tile, sums, FIRST + i * size);
            } else {
                empty(panel, sums, FIRST + i * size, total.get(i));
                int column = column(panel, tile);
                ScaledKernel.scale(total.get(i), tile, column, width(panel, tile), quantum);
            }
        }
    }

    /** Columns of a panel that a tile has, in whole vectors of floats. */
    private int width(Panel panel, Tile tile) {
        return Math.min(panel.width(), Lanes.padded(tile.width() - column(panel, tile)));
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
        unpack(panel, sums, at, total.steps());
        int width = width(panel, total);
        for (int t = 0; t < total.steps(); t++) {
            int from = at + t * panel.width();
            int to = total.at(t) + column(panel, total);
            for (int c = 0; c < width; c++) {
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
            for (int t = 0; t < total.steps(); t++) {
                int at = total.at(t) + column(panel, total);
                int to = events.end(table, run, t);
                for (int i = events.begin(table, run, t); i < to; i += safe) {
                    addRows(panel, run, events.spike, i, Math.min(to, i + safe), total.z(), at);
                }
            }
        }
    }

    /** Adds so many rows as surely fit to sums in float32. */
    abstract void addRows(
            Panel panel, int run, int[] spike, int from, int to, float[] total, int at);

    /** Makes sums of levels, [step][column of the panel], of what {@link #addRun} keeps there. */
    abstract void unpack(Panel panel, short[] sums, int at, int steps);

    /** Adds a vector of sums to as many in float32. */
    static void addTo(float[] total, int at, ShortVector sums) {
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 0))
                .add(FloatVector.fromArray(FLOATS, total, at))
                .intoArray(total, at);
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 1))
                .add(FloatVector.fromArray(FLOATS, total, at + HALF))
                .intoArray(total, at + HALF);
    }

    /** Adds the rows of a run to the sums of a pixel, [step][column of the panel]. */
    abstract void addRun(Panel panel, int run, EventList events, int steps, short[] sums, int at);

    /**
     * Adds the sums of a pixel times the quantum to its currents. The first half of a vector is
     * converted in one instruction, the second in many, so each is loaded to be the first.
     */
    private void scale(Panel panel, Tile tile, short[] sums, int at) {
        FloatVector factor = FloatVector.broadcast(FLOATS, quantum);
        float[] z = tile.z();
        int column = column(panel, tile);
        int width = width(panel, tile);
        for (int t = 0; t < tile.steps(); t++) {
            int from = at + t * panel.width();
            int before = tile.before(t) + column;
            int target = tile.at(t) + column;
            for (int c = 0; c < width; c += HALF) {
                ShortVector sum = ShortVector.fromArray(SHORTS, sums, from + c);
                FloatVector levels = (FloatVector) sum.convertShape(VectorOperators.S2F, FLOATS, 0);
                FloatVector old = FloatVector.fromArray(FLOATS, z, before + c);
                FloatVector current = FUSED ? levels.fma(factor, old) : levels.mul(factor).add(old);
                current.intoArray(z, target + c);
            }
        }
    }
}
