package org.eccexplorer.measure;

/** Sums of the four parts of the error, and of the whole. */
final class ErrorSums {
    private static final int PARTS = 5;
    private final double[] sum = new double[PARTS];
    private final double[] absolute = new double[PARTS];
    private final long[] hit = new long[PARTS];
    private long neurons;

    /**
     * Adds one neuron.
     *
     * @param target CNN activation a, in units of the scale
     * @param clipped min(a, 1)
     * @param quantised Q(min(a, 1))
     * @param charged C
     * @param rate r
     */
    void add(double target, double clipped, double quantised, double charged, double rate) {
        neurons++;
        part(0, target - clipped);
        part(1, clipped - quantised);
        part(2, quantised - charged);
        part(3, charged - rate);
        part(4, target - rate);
    }

    private void part(int index, double value) {
        sum[index] += value;
        absolute[index] += Math.abs(value);
        hit[index] += value == 0 ? 0 : 1;
    }

    void add(ErrorSums other) {
        neurons += other.neurons;
        for (int i = 0; i < PARTS; i++) {
            sum[i] += other.sum[i];
            absolute[i] += other.absolute[i];
            hit[i] += other.hit[i];
        }
    }

    ErrorSplit split() {
        return new ErrorSplit(neurons, part(0), part(1), part(2), part(3), part(4));
    }

    private ErrorSplit.Part part(int index) {
        double n = Math.max(1, neurons);
        return new ErrorSplit.Part(sum[index] / n, absolute[index] / n, hit[index] / n);
    }
}
