package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * The event-driven kernel for full (ungrouped) synapses: for one target pixel and timestep the
 * spikes of its receptive field become a list of weight rows, and then for each block of target
 * channels the rows are added up in registers: one load per addition, no store before the end.
 *
 * <p>The order of additions is that of {@link ReferenceSimulator} (entries of the tap table, then
 * channels), so both give the same bits.
 */
final class GatherKernel implements SynapseKernel {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, FLOATS.vectorShape());
    static final int LANES = FLOATS.length();

    private final CellTable table;
    private final int offset;
    private final int fan;
    private final int inputs;

    /** Width rounded up to whole vectors; the extra columns are zero. */
    private final int padded;

    private final float[] weights;

    GatherKernel(Projection projection, CellTable table) {
        this.table = table;
        offset = projection.offset();
        fan = projection.width();
        inputs = projection.from().channels();
        padded = padded(fan);
        weights = padded == fan ? projection.weights() : pad(projection.weights(), fan, padded);
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
    public void add(
            EventList events,
            int steps,
            int pixel,
            float[] z,
            int stride,
            Scratch scratch,
            long[] operations,
            int firstOperation) {
        for (int t = 0; t < steps; t++) {
            int count = collect(events, t, pixel, scratch);
            if (count > 0) {
                addRows(scratch.rows(0), count, z, t * stride + offset);
                operations[firstOperation + t] += (long) count * fan;
            }
        }
    }

    /** Lists the weight rows that the spikes of the receptive field select; returns how many. */
    private int collect(EventList events, int step, int pixel, Scratch scratch) {
        int[] channel = events.channel;
        int[] rows = scratch.rows(0);
        int size = 0;
        int last = table.start[pixel + 1];
        for (int e = table.start[pixel]; e < last; e++) {
            int list = events.list(step, table.cell[e]);
            int from = events.start[list];
            int count = events.start[list + 1] - from;
            if (size + count + EventList.SLACK > rows.length) {
                rows = scratch.rows(size + count + EventList.SLACK);
            }
            int base = table.tap[e] * inputs;
            // Whole vectors are copied, without asking how few of their values count: most pixels
            // have fewer spikes than a vector has lanes, and a branch less is worth more.
            int i = 0;
            do {
                IntVector.fromArray(INTS, channel, from + i).add(base).intoArray(rows, size + i);
                i += LANES;
            } while (i < count);
            size += count;
        }
        return size;
    }

    /** Up to four vectors of columns at a time; five are better done as three and two. */
    private void addRows(int[] rows, int count, float[] z, int target) {
        int column = 0;
        while (column < padded) {
            int vectors = (padded - column) / LANES;
            if (vectors == 4 || vectors > 5) {
                addFour(rows, count, z, target + column, column);
                column += 4 * LANES;
            } else if (vectors >= 3) {
                addThree(rows, count, z, target + column, column);
                column += 3 * LANES;
            } else if (vectors == 2) {
                addTwo(rows, count, z, target + column, column);
                column += 2 * LANES;
            } else {
                addOne(rows, count, z, target + column, column);
                column += LANES;
            }
        }
    }

    private void addFour(int[] rows, int count, float[] z, int target, int column) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, target);
        FloatVector b = FloatVector.fromArray(FLOATS, z, target + LANES);
        FloatVector c = FloatVector.fromArray(FLOATS, z, target + 2 * LANES);
        FloatVector d = FloatVector.fromArray(FLOATS, z, target + 3 * LANES);
        for (int i = 0; i < count; i++) {
            int row = rows[i] * padded + column;
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

    private void addThree(int[] rows, int count, float[] z, int target, int column) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, target);
        FloatVector b = FloatVector.fromArray(FLOATS, z, target + LANES);
        FloatVector c = FloatVector.fromArray(FLOATS, z, target + 2 * LANES);
        for (int i = 0; i < count; i++) {
            int row = rows[i] * padded + column;
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
            b = b.add(FloatVector.fromArray(FLOATS, weights, row + LANES));
            c = c.add(FloatVector.fromArray(FLOATS, weights, row + 2 * LANES));
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
        c.intoArray(z, target + 2 * LANES);
    }

    private void addTwo(int[] rows, int count, float[] z, int target, int column) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, target);
        FloatVector b = FloatVector.fromArray(FLOATS, z, target + LANES);
        for (int i = 0; i < count; i++) {
            int row = rows[i] * padded + column;
            a = a.add(FloatVector.fromArray(FLOATS, weights, row));
            b = b.add(FloatVector.fromArray(FLOATS, weights, row + LANES));
        }
        a.intoArray(z, target);
        b.intoArray(z, target + LANES);
    }

    private void addOne(int[] rows, int count, float[] z, int target, int column) {
        FloatVector a = FloatVector.fromArray(FLOATS, z, target);
        for (int i = 0; i < count; i++) {
            a = a.add(FloatVector.fromArray(FLOATS, weights, rows[i] * padded + column));
        }
        a.intoArray(z, target);
    }
}
