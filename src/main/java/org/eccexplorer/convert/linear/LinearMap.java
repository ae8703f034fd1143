package org.eccexplorer.convert.linear;

import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A linear map between two activations that treats all pixels alike: a table of taps and, per tap,
 * a matrix over channels. It writes the channels {@code offset … offset + width − 1} of its target,
 * so that one branch of a concatenation is a map too. In double precision, since batch
 * normalisations are folded here.
 *
 * @param from shape of the source
 * @param to shape of the target
 * @param offset first target channel it writes
 * @param width number of target channels it writes
 * @param groups divides source channels and width; a group of source channels reaches only its own
 *     group of target channels
 * @param weights [tap][source channel][width / groups]
 */
public record LinearMap(
        Shape from,
        Shape to,
        int offset,
        int width,
        int groups,
        TapTable table,
        MapWeights weights) {

    /** More weights than this would not fit the arrays of a simulation. */
    static final long MAX_WEIGHTS = 1L << 28;

    public LinearMap {
        if (weights.count() != (long) table.taps() * from.channels() * (width / groups)) {
            throw new IllegalArgumentException("weights do not fit the map");
        }
    }

    LinearMap(
            Shape from,
            Shape to,
            int offset,
            int width,
            int groups,
            TapTable table,
            double[] weights) {
        this(from, to, offset, width, groups, table, new MapWeights.Stored(weights));
    }

    static LinearMap identity(Shape shape) {
        return new LinearMap(
                shape,
                shape,
                0,
                shape.channels(),
                shape.channels(),
                TapTable.identity(shape.pixels()),
                MapWeights.ones(shape.channels()));
    }

    /** Target channels that one source channel reaches through one tap. */
    public int fan() {
        return width / groups;
    }

    /** Source channels of one group. */
    int groupInputs() {
        return from.channels() / groups;
    }

    boolean isDiagonal() {
        return groups == from.channels() && width == groups;
    }

    boolean isIdentity() {
        return isDiagonal() && offset == 0 && from.equals(to) && isOnes() && table.isIdentity();
    }

    private boolean isOnes() {
        for (double weight : allWeights()) {
            if (weight != 1) {
                return false;
            }
        }
        return true;
    }

    /** First target channel, within {@code width}, that source channel {@code ci} reaches. */
    public int firstTarget(int ci) {
        return ci / groupInputs() * fan();
    }

    /** All weights; multiplied out, where they are factors or those of a layer. */
    double[] allWeights() {
        return weights.all(fan());
    }

    /** The same map with target channel c multiplied by {@code factor[c]}. */
    LinearMap scaled(double[] factor) {
        int[] targets = new int[from.channels()];
        for (int ci = 0; ci < targets.length; ci++) {
            targets[ci] = offset + firstTarget(ci);
        }
        MapWeights scaled = new MapWeights.Scaled(weights, targets, factor);
        return new LinearMap(from, to, offset, width, groups, table, scaled);
    }

    /** The same map writing to the channels from {@code by} on of a wider target. */
    LinearMap shifted(int by, int channels) {
        Shape wider = new Shape(to.height(), to.width(), channels);
        return new LinearMap(from, wider, offset + by, width, groups, table, weights);
    }

    /** The same map with one group: zeros where the groups did not meet. */
    LinearMap ungrouped() {
        if (groups == 1) {
            return this;
        }
        double[] full = new double[checked((long) table.taps() * from.channels() * width)];
        double[] own = new double[fan()];
        for (int row = 0; row < weights.count() / own.length; row++) {
            int first = firstTarget(row % from.channels());
            weights.row(row, own);
            System.arraycopy(own, 0, full, row * width + first, own.length);
        }
        return new LinearMap(from, to, offset, width, 1, table, full);
    }

    static int checked(long weights) {
        long most = Math.min(MAX_WEIGHTS, Runtime.getRuntime().maxMemory() / 4 / Double.BYTES);
        if (weights > most) {
            throw new IllegalArgumentException(
                    Texts.text(
                            "convert.manyWeights.chain",
                            Numbers.count(weights),
                            Numbers.count(most)));
        }
        return (int) weights;
    }

    /** Adds the map of {@code values} to {@code sum}; the scalar reference of every kernel. */
    void addTo(double[] values, double[] sum) {
        double[] own = new double[fan()];
        for (int p = 0; p < table.targets(); p++) {
            for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                for (int ci = 0; ci < from.channels(); ci++) {
                    double value = values[table.source()[e] * from.channels() + ci];
                    if (value == 0) {
                        continue;
                    }
                    weights.row(table.tap()[e] * from.channels() + ci, own);
                    int target = p * to.channels() + offset + firstTarget(ci);
                    for (int o = 0; o < own.length; o++) {
                        sum[target + o] += value * own[o];
                    }
                }
            }
        }
    }
}
