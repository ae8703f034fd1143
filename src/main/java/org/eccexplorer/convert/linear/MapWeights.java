package org.eccexplorer.convert.linear;

import java.util.Arrays;

/**
 * The weights of a linear map, read row by row: those from one source channel through one tap. Most
 * are those of a layer of the CNN as they are; a copy of all of them in double precision would take
 * more memory than the CNN.
 */
public sealed interface MapWeights {
    /** Number of weights. */
    int count();

    /** Weights of a row, of which there are {@code count / length of to}. */
    void row(int row, double[] to);

    /**
     * All of them, row after row.
     *
     * @param fan weights of a row
     */
    default double[] all(int fan) {
        double[] all = new double[count()];
        double[] own = new double[fan];
        for (int row = 0; row < all.length / fan; row++) {
            row(row, own);
            System.arraycopy(own, 0, all, row * fan, fan);
        }
        return all;
    }

    /** Kept in double precision. */
    record Stored(double[] values) implements MapWeights {
        @Override
        public int count() {
            return values.length;
        }

        @Override
        public void row(int row, double[] to) {
            System.arraycopy(values, row * to.length, to, 0, to.length);
        }

        @Override
        public double[] all(int fan) {
            return values;
        }
    }

    /** Those of a layer of the CNN. */
    record OfLayer(float[] values) implements MapWeights {
        @Override
        public int count() {
            return values.length;
        }

        @Override
        public void row(int row, double[] to) {
            int first = row * to.length;
            for (int o = 0; o < to.length; o++) {
                to[o] = values[first + o];
            }
        }
    }

    /**
     * Others, each multiplied by the factor of its target channel.
     *
     * @param firstTarget for each source channel the first target channel that it reaches
     */
    record Scaled(MapWeights weights, int[] firstTarget, double[] factor) implements MapWeights {
        @Override
        public int count() {
            return weights.count();
        }

        @Override
        public void row(int row, double[] to) {
            weights.row(row, to);
            int first = firstTarget[row % firstTarget.length];
            for (int o = 0; o < to.length; o++) {
                to[o] *= factor[first + o];
            }
        }
    }

    /** As many ones. */
    static MapWeights ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return new Stored(ones);
    }
}
