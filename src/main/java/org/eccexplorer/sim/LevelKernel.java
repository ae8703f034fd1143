package org.eccexplorer.sim;

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
    private static final int LANES = SHORTS.length();
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
        super(projection, table, LANES, (long) projection.weights().length * Short.BYTES);
        int fan = projection.width();
        this.quantum = (float) quantum;
        float[] values = projection.weights();
        safe = safe(values, fan, table);
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
    static boolean fits(Projection projection, CellTable table) {
        int largest = largest(projection.weights());
        long pixels = table.mostOfOneTarget();
        return largest * FEWEST_ROWS <= Short.MAX_VALUE
                && largest * pixels * projection.from().channels() <= EXACT;
    }

    /**
     * So many rows surely fit the sum of 16 bits, whichever they are: those with the largest levels
     * of a column do, each as often as it can be selected.
     */
    private static int safe(float[] levels, int fan, CellTable table) {
        int repeats = table.mostOfOneTap();
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
    void addPanel(Panel panel, RowLists lists, Tile tile, Scratch scratch) {
        int[] rows = lists.rows();
        int[] ends = lists.ends();
        int first = lists.index(tile.pixel());
        int from = lists.begin(first);
        int column = offset + panel.column() - tile.column();
        for (int t = 0; t < tile.steps(); t++) {
            int to = ends[first + t];
            int before = tile.before(t) + column;
            int target = tile.at(t) + column;
            if (to - from > safe) {
                addMany(panel, rows, from, to, tile.z(), before, target, scratch);
            } else if (to > from || !tile.begun()) {
                addRows(panel, rows, from, to, tile.z(), before, target, quantum);
            }
            from = to;
        }
    }

    /** More rows than surely fit 16 bits: partial sums are added up in float32 first. */
    private void addMany(
            Panel panel,
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            Scratch scratch) {
        float[] sums = scratch.matrix(panel.width());
        for (int i = from; i < to; i += safe) {
            addRows(panel, list, i, Math.min(to, i + safe), sums, 0, 0, 1);
        }
        for (int c = 0; c < panel.width(); c += HALF) {
            FloatVector.fromArray(FLOATS, sums, c)
                    .fma(
                            FloatVector.broadcast(FLOATS, quantum),
                            FloatVector.fromArray(FLOATS, z, before + c))
                    .intoArray(z, target + c);
        }
    }

    private void addRows(
            Panel panel,
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            float factor) {
        int base = row(panel, 0, CacheLines.FIRST_SHORT);
        switch (panel.vectors()) {
            case 1 -> addOne(list, from, to, z, before, target, base, factor);
            case 2 -> addTwo(list, from, to, z, before, target, base, factor);
            case 3 -> addThree(list, from, to, z, before, target, base, factor);
            default -> addFour(list, from, to, z, before, target, base, factor);
        }
    }

    private static void scale(ShortVector sums, float factor, float[] z, int before, int target) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 0))
                .fma(factors, FloatVector.fromArray(FLOATS, z, before))
                .intoArray(z, target);
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 1))
                .fma(factors, FloatVector.fromArray(FLOATS, z, before + HALF))
                .intoArray(z, target + HALF);
    }

    private void addFour(
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            int base,
            float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        ShortVector c = ShortVector.zero(SHORTS);
        ShortVector d = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (4 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
            d = ShortVector.fromArray(SHORTS, levels, row + 3 * LANES).add(d);
        }
        scale(a, factor, z, before, target);
        scale(b, factor, z, before + LANES, target + LANES);
        scale(c, factor, z, before + 2 * LANES, target + 2 * LANES);
        scale(d, factor, z, before + 3 * LANES, target + 3 * LANES);
    }

    private void addThree(
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            int base,
            float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        ShortVector c = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (3 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
            c = ShortVector.fromArray(SHORTS, levels, row + 2 * LANES).add(c);
        }
        scale(a, factor, z, before, target);
        scale(b, factor, z, before + LANES, target + LANES);
        scale(c, factor, z, before + 2 * LANES, target + 2 * LANES);
    }

    private void addTwo(
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            int base,
            float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (2 * LANES);
            a = ShortVector.fromArray(SHORTS, levels, row).add(a);
            b = ShortVector.fromArray(SHORTS, levels, row + LANES).add(b);
        }
        scale(a, factor, z, before, target);
        scale(b, factor, z, before + LANES, target + LANES);
    }

    private void addOne(
            int[] list,
            int from,
            int to,
            float[] z,
            int before,
            int target,
            int base,
            float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            a = ShortVector.fromArray(SHORTS, levels, base + list[i] * LANES).add(a);
        }
        scale(a, factor, z, before, target);
    }
}
