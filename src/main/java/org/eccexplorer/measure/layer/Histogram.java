package org.eccexplorer.measure.layer;

/**
 * Counts of values in equal bins between two bounds; what lies outside is counted at the edge.
 * Counts add up in any order to the same result.
 */
public final class Histogram {
    private static final int BINS = 1024;

    final double low;
    final double high;
    private final int bins;
    private final double binsPerUnit;

    /** Whether a bin stands for its lower bound alone, and the last one for the upper. */
    private final boolean grid;

    private final long[] counts;

    /** For values of any size between two bounds. */
    public Histogram(double low, double high) {
        this(low, high, BINS, false);
    }

    private Histogram(double low, double high, int bins, boolean grid) {
        this.low = low;
        this.high = high;
        this.bins = bins;
        this.grid = grid;
        binsPerUnit = bins / (high - low);
        counts = new long[grid ? bins + 1 : bins];
    }

    /** For the multiples of 1/steps from {@code low} to 1, of which each has a bin of its own. */
    public static Histogram grid(int low, int steps) {
        return new Histogram(low, 1, (1 - low) * steps, true);
    }

    public void add(double value) {
        double place = (value - low) * binsPerUnit;
        int bin = (int) (grid ? Math.rint(place) : place);
        counts[Math.min(Math.max(bin, 0), counts.length - 1)]++;
    }

    /**
     * Adds many values where this is no grid.
     *
     * @param room for as many bins
     */
    void add(double[] values, int[] room, int count) {
        for (int i = 0; i < count; i++) {
            room[i] = (int) ((values[i] - low) * binsPerUnit);
        }
        addBins(room, count);
    }

    /** Counts many values by their bins. */
    void addBins(int[] bin, int count) {
        for (int i = 0; i < count; i++) {
            counts[Math.min(Math.max(bin[i], 0), counts.length - 1)]++;
        }
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** The distribution in 64 bins, with quartiles from the fine ones. */
    public Distribution distribution(double mean) {
        long[] coarse = new long[Distribution.BINS];
        for (int i = 0; i < counts.length; i++) {
            int bin = (int) ((long) i * Distribution.BINS / bins);
            coarse[Math.min(bin, Distribution.BINS - 1)] += counts[i];
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

    /** Of a grid always a value that can occur: the smallest that has so many up to it. */
    private double quantile(double share) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double wanted = share * total;
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                double within = grid ? 0 : (wanted - below) / counts[i];
                return low + (high - low) * (i + within) / bins;
            }
            below += counts[i];
        }
        return low;
    }
}
