package org.eccexplorer.convert.lambda;

/**
 * Counts of the positive activations of one layer, for percentiles. Zeros are left out, as the SNN
 * Toolbox does (Rueckauer et al. 2017): with them the percentile would say how sparse a layer is,
 * not how large its activations get.
 */
public final class ActivationHistogram {
    private static final int LAYER_BINS = 1 << 14;
    private static final int CHANNEL_BINS = 1 << 10;

    private final float[] maximum;
    private final float largest;
    private final long[] layer = new long[LAYER_BINS];
    private final long[][] channels;

    public ActivationHistogram(float[] maximum) {
        this.maximum = maximum.clone();
        float most = 0;
        for (float m : maximum) {
            most = Math.max(most, m);
        }
        largest = most;
        channels = new long[maximum.length][CHANNEL_BINS];
    }

    /** Counts the first {@code length} values, channels-last. */
    public void add(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            float value = values[i];
            if (value > 0) {
                int c = i % maximum.length;
                layer[bin(value, largest, layer.length)]++;
                channels[c][bin(value, maximum[c], channels[c].length)]++;
            }
        }
    }

    private static int bin(float value, float most, int bins) {
        return Math.min((int) (value / most * bins), bins - 1);
    }

    public void merge(ActivationHistogram other) {
        addTo(other.layer, layer);
        for (int c = 0; c < channels.length; c++) {
            addTo(other.channels[c], channels[c]);
        }
    }

    private static void addTo(long[] counts, long[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += counts[i];
        }
    }

    public double percentile(double percent) {
        return percentile(layer, largest, percent);
    }

    public double channelPercentile(int channel, double percent) {
        return percentile(channels[channel], maximum[channel], percent);
    }

    /** Linear within the bin that holds the percentile: off by at most a bin's width. */
    private static double percentile(long[] counts, double most, double percent) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        double wanted = total * percent / 100;
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                return most * (i + (wanted - below) / counts[i]) / counts.length;
            }
            below += counts[i];
        }
        return 0;
    }
}
