package org.eccexplorer.app.open;

import org.eccexplorer.array.Pixels;
import org.eccexplorer.dataset.LabelledImages;

/**
 * What the images of a data set are like.
 *
 * @param perClass number of images of each class; all zero if they have no labels
 * @param low smallest value of a pixel, as the model takes them
 * @param high largest value
 * @param histogram number of values in bins of equal width from {@code low} to {@code high}
 */
public record DataSummary(
        int images, int[] perClass, float low, float high, double mean, long[] histogram) {
    private static final int BINS = 64;

    /** Looks at every value. */
    public static DataSummary of(LabelledImages images, int classes) {
        int[] perClass = new int[classes];
        for (int label : images.labels()) {
            perClass[label]++;
        }
        Pixels.Extremes extremes = images.pixels().extremes();
        float low = extremes.low();
        float high = extremes.high();
        double width = width(low, high);
        double sum = 0;
        long[] histogram = new long[BINS];
        for (int i = 0; i < images.count(); i++) {
            for (float pixel : images.image(i)) {
                sum += pixel;
                histogram[(int) Math.min(BINS - 1.0, (pixel - low) / width * BINS)]++;
            }
        }
        double mean = sum / ((double) images.count() * images.shape().size());
        return new DataSummary(images.count(), perClass, low, high, mean, histogram);
    }

    /** Width of all bins together, 1 if all values are equal. */
    public double width() {
        return width(low, high);
    }

    private static double width(float low, float high) {
        return high > low ? (double) high - low : 1;
    }

    /** Number of classes of which there is no image, if there are labels at all. */
    public int missingClasses() {
        int missing = 0;
        int labelled = 0;
        for (int count : perClass) {
            missing += count == 0 ? 1 : 0;
            labelled += count;
        }
        return labelled == 0 ? 0 : missing;
    }
}
