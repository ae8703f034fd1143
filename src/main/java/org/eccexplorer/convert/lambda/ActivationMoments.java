package org.eccexplorer.convert.lambda;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean and variance of the values of one layer, channel by channel. The sums of each image are kept
 * and added in their order, so that the result does not depend on how the images were dealt out.
 */
public final class ActivationMoments {
    private final int pixels;
    private final int channels;

    /** Per image Σ z of each channel, then Σ z² of each. */
    private final List<double[]> images = new ArrayList<>();

    public ActivationMoments(int pixels, int channels) {
        this.pixels = pixels;
        this.channels = channels;
    }

    /** Adds count × pixels × channels values. */
    public void add(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            double[] sums = new double[2 * channels];
            for (int p = 0; p < pixels; p++) {
                int from = (i * pixels + p) * channels;
                for (int c = 0; c < channels; c++) {
                    double value = values[from + c];
                    sums[c] += value;
                    sums[channels + c] += value * value;
                }
            }
            images.add(sums);
        }
    }

    /** Adds the images that follow. */
    public void merge(ActivationMoments next) {
        images.addAll(next.images);
    }

    /**
     * Of normally distributed values.
     *
     * @param mean μ
     * @param deviation σ
     */
    public record Normal(double mean, double deviation) {}

    /** Of one channel. */
    public Normal channel(int channel) {
        return of(channel, channel + 1);
    }

    /** Of the whole layer. */
    public Normal layer() {
        return of(0, channels);
    }

    private Normal of(int from, int end) {
        double sum = 0;
        double square = 0;
        for (double[] image : images) {
            for (int c = from; c < end; c++) {
                sum += image[c];
                square += image[channels + c];
            }
        }
        double n = (double) images.size() * pixels * (end - from);
        double mean = sum / n;
        return new Normal(mean, Math.sqrt(Math.max(0, square / n - mean * mean)));
    }
}
