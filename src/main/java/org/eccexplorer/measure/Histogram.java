package org.eccexplorer.measure;

/**
 * Counts of values in equal bins between two bounds; what lies outside is counted at the edge.
 * Counts add up in any order to the same result.
 */
final class Histogram {
    private static final int BINS = 1024;

    final double low;
    final double high;
    private final double binsPerUnit;
    private final long[] counts = new long[BINS];

    Histogram(double low, double high) {
        this.low = low;
        this.high = high;
        binsPerUnit = BINS / (high - low);
    }

    void add(double value) {
        int bin = (int) ((value - low) * binsPerUnit);
        counts[Math.min(Math.max(bin, 0), BINS - 1)]++;
    }

    void add(Histogram other) {
        for (int i = 0; i < BINS; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** The distribution in 64 bins, with quartiles from the fine ones. */
    Distribution distribution(double mean) {
        long[] coarse = new long[Distribution.BINS];
        for (int i = 0; i < BINS; i++) {
            coarse[i * Distribution.BINS / BINS] += counts[i];
        }
        return new Distribution(
                low,
                high,
                coarse,
                mean,
                quantile(0.05),
                quantile(0.25),
                quantile(0.5),
                quantile(0.75),
                quantile(0.95));
    }

    private double quantile(double share) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double wanted = share * total;
        long below = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                double within = (wanted - below) / counts[i];
                return low + (high - low) * (i + within) / BINS;
            }
            below += counts[i];
        }
        return low;
    }
}
