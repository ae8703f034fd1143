package org.eccexplorer.sim;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * The event-driven kernel for weights of few bits: their levels are added up in 16-bit integers,
 * twice as many at once as floats and from half the memory, and the exact sum is multiplied by the
 * quantum: Z += quantum · Σ levels. Same bits as {@link ScaledKernel} around a kernel in float32,
 * whose sums of whole numbers are exact too.
 */
final class LevelKernel extends RowKernel {
    private static final VectorSpecies<Float> FLOATS = GatherKernel.FLOATS;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, FLOATS.vectorShape());
    static final int LANES = SHORTS.length();
    private static final int HALF = FLOATS.length();

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
     * Ready to add.
     *
     * @param projection with levels for weights, see {@link Projection#withLevels()}
     */
    LevelKernel(Projection projection, double quantum, CellTable table) {
        super(projection, table, LANES, Short.BYTES);
        int fan = projection.width();
        this.quantum = (float) quantum;
        float[] values = projection.weights();
        safe = safe(values, fan, projection.table().mostSourcesOfOneTap());
        levels = CacheLines.shorts(rows * panels.stream().mapToInt(Panel::width).sum());
        for (Panel panel : panels) {
            int used = Math.min(panel.width(), fan - panel.column());
            for (int row = 0; row < rows; row++) {
                int to = row(panel, row, CacheLines.FIRST_SHORT);
                for (int o = 0; o < used; o++) {
                    levels[to + o] = (short) values[row * fan + panel.column() + o];
                }
            }
        }
    }

    /** Whether levels, as weights of a projection, are small enough. */
    static boolean fits(Projection projection) {
        int largest = largest(projection.weights());
        long pixels = projection.table().mostSources();
        return largest * FEWEST_ROWS <= Short.MAX_VALUE
                && largest * pixels * projection.from().channels() <= EXACT;
    }

    /**
     * So many rows surely fit the sum of 16 bits, whichever they are: those with the largest levels
     * of a column do, each as often as it can be selected.
     */
    private static int safe(float[] levels, int fan, int repeats) {
        int largest = largest(levels);
        int safe = Integer.MAX_VALUE;
        for (int column = 0; column < fan; column++) {
            int[] number = new int[largest + 1];
            for (int i = column; i < levels.length; i += fan) {
                number[(int) Math.abs(levels[i])] += repeats;
            }
            safe = Math.min(safe, safe(number));
        }
        return safe;
    }

    /**
     * How many of the largest levels fit.
     *
     * @param number of levels of each size
     */
    private static int safe(int[] number) {
        int left = Short.MAX_VALUE;
        int count = 0;
        for (int size = number.length - 1; size > 0; size--) {
            int fitting = Math.min(number[size], left / size);
            count += fitting;
            if (fitting < number[size]) {
                return count;
            }
            left -= fitting * size;
        }
        return Integer.MAX_VALUE;
    }

    private static int largest(float[] levels) {
        float largest = 1;
        for (float level : levels) {
            largest = Math.max(largest, Math.abs(level));
        }
        return (int) largest;
    }

    @Override
    void addPanel(Panel panel, RowLists lists, List<Tile> tiles, Scratch scratch) {
        boolean fits = lists.longest() <= safe;
        int size = tiles.getFirst().steps() * panel.width();
        short[] sums = scratch.levels((fits ? tiles.size() : 1) * size);
        if (fits) {
            for (int s = 0; s < segments(); s++) {
                fetch(panel, s, lists, tiles, scratch);
                for (int i = 0; i < tiles.size(); i++) {
                    int at = CacheLines.FIRST_SHORT + i * size;
                    addSegment(panel, s, lists, tiles.get(i), sums, at);
                }
            }
            for (int i = 0; i < tiles.size(); i++) {
                scale(panel, tiles.get(i), sums, CacheLines.FIRST_SHORT + i * size);
            }
        } else {
            for (Tile tile : tiles) {
                addMany(panel, lists, tile, sums, scratch);
            }
        }
    }

    /** Adds rows to the sums of a pixel, [step][column of the panel]. */
    private void addSegment(
            Panel panel, int segment, RowLists lists, Tile tile, short[] sums, int at) {
        int[] rows = lists.rows();
        int[] ends = lists.ends();
        int first = lists.index(tile.pixel(), segment);
        int from = lists.begin(first);
        for (int t = 0; t < tile.steps(); t++) {
            int to = ends[first + t];
            if (to > from) {
                addRows(panel, rows, from, to, sums, at + t * panel.width());
            }
            from = to;
        }
    }

    private void scale(Panel panel, Tile tile, short[] sums, int at) {
        int column = offset + panel.column() - tile.column();
        for (int t = 0; t < tile.steps(); t++) {
            int from = at + t * panel.width();
            scale(
                    sums,
                    from,
                    panel.width(),
                    quantum,
                    tile.z(),
                    tile.before(t) + column,
                    tile.at(t) + column);
        }
    }

    /** Adds sums times a factor to what begins at {@code before}, into {@code target}. */
    private static void scale(
            short[] sums, int from, int width, float factor, float[] z, int before, int target) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        for (int c = 0; c < width; c += LANES) {
            ShortVector levels = ShortVector.fromArray(SHORTS, sums, from + c);
            ((FloatVector) levels.convertShape(VectorOperators.S2F, FLOATS, 0))
                    .fma(factors, FloatVector.fromArray(FLOATS, z, before + c))
                    .intoArray(z, target + c);
            ((FloatVector) levels.convertShape(VectorOperators.S2F, FLOATS, 1))
                    .fma(factors, FloatVector.fromArray(FLOATS, z, before + c + HALF))
                    .intoArray(z, target + c + HALF);
        }
    }

    /** More rows than surely fit 16 bits: partial sums are added up in float32 first. */
    private void addMany(Panel panel, RowLists lists, Tile tile, short[] sums, Scratch scratch) {
        int width = panel.width();
        int column = offset + panel.column() - tile.column();
        float[] total = scratch.matrix(tile.steps() * width);
        for (int s = 0; s < segments(); s++) {
            int first = lists.index(tile.pixel(), s);
            int from = lists.begin(first);
            for (int t = 0; t < tile.steps(); t++) {
                int to = lists.ends()[first + t];
                for (int i = from; i < to; i += safe) {
                    Arrays.fill(sums, 0, width, (short) 0);
                    addRows(panel, lists.rows(), i, Math.min(to, i + safe), sums, 0);
                    scale(sums, 0, width, 1, total, t * width, t * width);
                }
                from = to;
            }
        }
        FloatVector factor = FloatVector.broadcast(FLOATS, quantum);
        for (int t = 0; t < tile.steps(); t++) {
            for (int c = 0; c < width; c += HALF) {
                FloatVector.fromArray(FLOATS, total, t * width + c)
                        .fma(
                                factor,
                                FloatVector.fromArray(
                                        FLOATS, tile.z(), tile.before(t) + column + c))
                        .intoArray(tile.z(), tile.at(t) + column + c);
            }
        }
    }

    private void addRows(Panel panel, int[] list, int from, int to, short[] sums, int at) {
        int base = row(panel, 0, CacheLines.FIRST_SHORT);
        switch (panel.vectors()) {
            case 1 -> addOne(list, from, to, sums, at, base);
            case 2 -> addTwo(list, from, to, sums, at, base);
            case 3 -> addThree(list, from, to, sums, at, base);
            case 4 -> addFour(list, from, to, sums, at, base);
            default -> addEight(list, from, to, sums, at, base);
        }
    }

    private void addEight(int[] list, int from, int to, short[] sums, int at, int base) {
        ShortVector a = ShortVector.fromArray(SHORTS, sums, at);
        ShortVector b = ShortVector.fromArray(SHORTS, sums, at + LANES);
        ShortVector c = ShortVector.fromArray(SHORTS, sums, at + 2 * LANES);
        ShortVector d = ShortVector.fromArray(SHORTS, sums, at + 3 * LANES);
        ShortVector e = ShortVector.fromArray(SHORTS, sums, at + 4 * LANES);
        ShortVector f = ShortVector.fromArray(SHORTS, sums, at + 5 * LANES);
        ShortVector g = ShortVector.fromArray(SHORTS, sums, at + 6 * LANES);
        ShortVector h = ShortVector.fromArray(SHORTS, sums, at + 7 * LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (8 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
            d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
            e = ShortVector.fromArray(SHORTS, levels, row + 4 * LANES).add(e);
            f = ShortVector.fromArray(SHORTS, levels, row + 5 * LANES).add(f);
            g = ShortVector.fromArray(SHORTS, levels, row + 6 * LANES).add(g);
            h = ShortVector.fromArray(SHORTS, levels, row + 7 * LANES).add(h);
        }
        a.intoArray(sums, at);
        b.intoArray(sums, at + LANES);
        c.intoArray(sums, at + 2 * LANES);
        d.intoArray(sums, at + 3 * LANES);
        e.intoArray(sums, at + 4 * LANES);
        f.intoArray(sums, at + 5 * LANES);
        g.intoArray(sums, at + 6 * LANES);
        h.intoArray(sums, at + 7 * LANES);
    }

    private void addFour(int[] list, int from, int to, short[] sums, int at, int base) {
        ShortVector a = ShortVector.fromArray(SHORTS, sums, at);
        ShortVector b = ShortVector.fromArray(SHORTS, sums, at + LANES);
        ShortVector c = ShortVector.fromArray(SHORTS, sums, at + 2 * LANES);
        ShortVector d = ShortVector.fromArray(SHORTS, sums, at + 3 * LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (4 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
            d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
        }
        a.intoArray(sums, at);
        b.intoArray(sums, at + LANES);
        c.intoArray(sums, at + 2 * LANES);
        d.intoArray(sums, at + 3 * LANES);
    }

    private void addThree(int[] list, int from, int to, short[] sums, int at, int base) {
        ShortVector a = ShortVector.fromArray(SHORTS, sums, at);
        ShortVector b = ShortVector.fromArray(SHORTS, sums, at + LANES);
        ShortVector c = ShortVector.fromArray(SHORTS, sums, at + 2 * LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (3 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
        }
        a.intoArray(sums, at);
        b.intoArray(sums, at + LANES);
        c.intoArray(sums, at + 2 * LANES);
    }

    private void addTwo(int[] list, int from, int to, short[] sums, int at, int base) {
        ShortVector a = ShortVector.fromArray(SHORTS, sums, at);
        ShortVector b = ShortVector.fromArray(SHORTS, sums, at + LANES);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (2 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
        }
        a.intoArray(sums, at);
        b.intoArray(sums, at + LANES);
    }

    private void addOne(int[] list, int from, int to, short[] sums, int at, int base) {
        ShortVector a = ShortVector.fromArray(SHORTS, sums, at);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * LANES;
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
        }
        a.intoArray(sums, at);
    }

    @Override
    int read(int first, int end) {
        int read = 0;
        for (int i = first; i < end; i += CacheLines.SHORTS) {
            read ^= levels[CacheLines.FIRST_SHORT + i];
        }
        return read;
    }
}
