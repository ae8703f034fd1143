package org.eccexplorer.app.find.trial;

/**
 * How far the leads of the SNN lie about those of the CNN, as sums over images, see {@link Lead}.
 *
 * @param images that are in it
 * @param cnn sum of the CNN's leads
 * @param cnnSquares sum of their squares
 * @param snn sum of the SNN's leads
 * @param snnSquares sum of their squares
 * @param both sum of the products of both
 */
public record Scatter(
        int images, double cnn, double cnnSquares, double snn, double snnSquares, double both) {
    /** Of no images. */
    static final Scatter NONE = new Scatter(0, 0, 0, 0, 0, 0);

    /**
     * The quantile of the normal distribution that 1 − 0.05/6 lie below: 95 chances in 100 for the
     * six settings that are compared on all images together.
     */
    private static final double NEARLY_SURE = 2.3939797998185104;

    /** With one more image. */
    Scatter and(double cnnLead, double snnLead) {
        return new Scatter(
                images + 1,
                cnn + cnnLead,
                cnnSquares + cnnLead * cnnLead,
                snn + snnLead,
                snnSquares + snnLead * snnLead,
                both + cnnLead * snnLead);
    }

    /** With others. */
    Scatter and(Scatter more) {
        return new Scatter(
                images + more.images,
                cnn + more.cnn,
                cnnSquares + more.cnnSquares,
                snn + more.snn,
                snnSquares + more.snnSquares,
                both + more.both);
    }

    /**
     * The variance of the SNN's leads about the line that fits them best to the CNN's, in the unit
     * of the CNN's: whatever unit the SNN's outputs have, however many timesteps they were gathered
     * over. Infinite where the SNN's leads do not rise with the CNN's, or before four images.
     */
    double variance() {
        double across = cnnSquares - cnn * cnn / images;
        double along = both - cnn * snn / images;
        if (images < 4 || !(across > 0) || !(along > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double slope = along / across;
        double rest = snnSquares - snn * snn / images - along * slope;
        return Math.max(0, rest) / (images - 2) / (slope * slope);
    }

    /** By what the variance may be multiplied or divided: it is hardly beyond. */
    double doubt() {
        return Math.exp(NEARLY_SURE * Math.sqrt(2.0 / Math.max(1, images - 2)));
    }
}
