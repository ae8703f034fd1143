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
final class LevelKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = GatherKernel.FLOATS;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, FLOATS.vectorShape());
    private static final int LANES = SHORTS.length();
    private static final int HALF = FLOATS.length();

    /** Fewer rows than this between two conversions to float32 would make it slower than that. */
    private static final int FEWEST_ROWS = 16;

    /** Whole numbers up to here are exact in float32, sums in any order. */
    private static final long EXACT = 1 << 24;

    private final RowLists lists;
    private final int offset;
    private final int fan;
    private final int rows;
    private final float quantum;

    /** As many rows surely fit the sum of 16 bits. */
    private final int safe;

    private final Panel[] panels;

    /** Panel by panel, [row][columns of the panel]. */
    private final short[] levels;

    /**
     * Ready to add.
     *
     * @param projection with levels for weights, see {@link Projection#withLevels()}
     */
    LevelKernel(Projection projection, double quantum, CellTable table) {
        lists = new RowLists(table, projection.from().channels());
        offset = projection.offset();
        fan = projection.width();
        rows = projection.weights().length / fan;
        this.quantum = (float) quantum;
        float[] values = projection.weights();
        safe = Short.MAX_VALUE / largest(values);
        int vectors = (fan + LANES - 1) / LANES;
        panels = Panel.of(vectors, LANES);
        levels = CacheLines.shorts(rows * vectors * LANES);
        for (Panel panel : panels) {
            int width = panel.vectors() * LANES;
            int used = Math.min(width, fan - panel.column());
            for (int row = 0; row < rows; row++) {
                int to = CacheLines.FIRST_SHORT + panel.column() * rows + row * width;
                for (int o = 0; o < used; o++) {
                    levels[to + o] = (short) values[row * fan + panel.column() + o];
                }
            }
        }
    }

    /** Whether levels, as weights of a projection, are small enough. */
    static boolean fits(Projection projection, CellTable table) {
        int largest = largest(projection.weights());
        long entries = 0;
        for (int p = 0; p + 1 < table.start.length; p++) {
            long pixels = 0;
            for (int e = table.start[p]; e < table.start[p + 1]; e++) {
                pixels += table.firstPixel[table.cell[e] + 1] - table.firstPixel[table.cell[e]];
            }
            entries = Math.max(entries, pixels);
        }
        return largest * FEWEST_ROWS <= Short.MAX_VALUE
                && largest * entries * projection.from().channels() <= EXACT;
    }

    private static int largest(float[] levels) {
        float largest = 1;
        for (float level : levels) {
            largest = Math.max(largest, Math.abs(level));
        }
        return (int) largest;
    }

    @Override
    public int pixelsPerTile() {
        return GatherKernel.pixelsPerTile((long) rows * fan * Short.BYTES);
    }

    @Override
    public void add(EventList events, Tile tile, Scratch scratch, long[] operations) {
        lists.fill(events, tile, scratch, fan, operations);
        int pixelSteps = tile.pixels() * tile.steps();
        int[] ends = scratch.ends(pixelSteps);
        int[] list = scratch.rows(0);
        for (Panel panel : panels) {
            int from = 0;
            for (int i = 0; i < pixelSteps; i++) {
                int at = tile.at(0, i) + offset + panel.column();
                if (ends[i] - from > safe) {
                    addMany(panel, list, from, ends[i], tile.z(), at, scratch);
                } else if (ends[i] > from) {
                    addRows(panel, list, from, ends[i], tile.z(), at, quantum);
                }
                from = ends[i];
            }
        }
    }

    /** More rows than surely fit 16 bits: partial sums are added up in float32 first. */
    private void addMany(
            Panel panel, int[] list, int from, int to, float[] z, int target, Scratch scratch) {
        int width = panel.vectors() * LANES;
        float[] sums = scratch.matrix(width);
        for (int i = from; i < to; i += safe) {
            addRows(panel, list, i, Math.min(to, i + safe), sums, 0, 1);
        }
        for (int c = 0; c < width; c += HALF) {
            FloatVector.fromArray(FLOATS, sums, c)
                    .fma(
                            FloatVector.broadcast(FLOATS, quantum),
                            FloatVector.fromArray(FLOATS, z, target + c))
                    .intoArray(z, target + c);
        }
    }

    private void addRows(
            Panel panel, int[] list, int from, int to, float[] z, int target, float factor) {
        int base = CacheLines.FIRST_SHORT + panel.column() * rows;
        switch (panel.vectors()) {
            case 1 -> addOne(list, from, to, z, target, base, factor);
            case 2 -> addTwo(list, from, to, z, target, base, factor);
            case 3 -> addThree(list, from, to, z, target, base, factor);
            default -> addFour(list, from, to, z, target, base, factor);
        }
    }

    private static void scale(ShortVector sums, float factor, float[] z, int target) {
        FloatVector factors = FloatVector.broadcast(FLOATS, factor);
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 0))
                .fma(factors, FloatVector.fromArray(FLOATS, z, target))
                .intoArray(z, target);
        ((FloatVector) sums.convertShape(VectorOperators.S2F, FLOATS, 1))
                .fma(factors, FloatVector.fromArray(FLOATS, z, target + HALF))
                .intoArray(z, target + HALF);
    }

    private void addFour(
            int[] list, int from, int to, float[] z, int target, int base, float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        ShortVector c = ShortVector.zero(SHORTS);
        ShortVector d = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (4 * LANES);
            a = a.add(ShortVector.fromArray(SHORTS, levels, row));
            b = b.add(ShortVector.fromArray(SHORTS, levels, row + LANES));
            c = c.add(ShortVector.fromArray(SHORTS, levels, row + 2 * LANES));
            d = d.add(ShortVector.fromArray(SHORTS, levels, row + 3 * LANES));
        }
        scale(a, factor, z, target);
        scale(b, factor, z, target + LANES);
        scale(c, factor, z, target + 2 * LANES);
        scale(d, factor, z, target + 3 * LANES);
    }

    private void addThree(
            int[] list, int from, int to, float[] z, int target, int base, float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        ShortVector c = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (3 * LANES);
            a = a.add(ShortVector.fromArray(SHORTS, levels, row));
            b = b.add(ShortVector.fromArray(SHORTS, levels, row + LANES));
            c = c.add(ShortVector.fromArray(SHORTS, levels, row + 2 * LANES));
        }
        scale(a, factor, z, target);
        scale(b, factor, z, target + LANES);
        scale(c, factor, z, target + 2 * LANES);
    }

    private void addTwo(
            int[] list, int from, int to, float[] z, int target, int base, float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        ShortVector b = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            int row = base + list[i] * (2 * LANES);
            a = a.add(ShortVector.fromArray(SHORTS, levels, row));
            b = b.add(ShortVector.fromArray(SHORTS, levels, row + LANES));
        }
        scale(a, factor, z, target);
        scale(b, factor, z, target + LANES);
    }

    private void addOne(
            int[] list, int from, int to, float[] z, int target, int base, float factor) {
        ShortVector a = ShortVector.zero(SHORTS);
        for (int i = from; i < to; i++) {
            a = a.add(ShortVector.fromArray(SHORTS, levels, base + list[i] * LANES));
        }
        scale(a, factor, z, target);
    }
}
