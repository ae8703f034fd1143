package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import org.eccexplorer.convert.lambda.NormalIntegral;

/**
 * Images that nobody was trained on, as they are taken to be. Calibration images are mostly
 * training images: the CNN is right on nearly all of them, by a large lead, and a conversion that
 * shifts leads a little loses none. On other images the leads are taken to be distributed normally,
 * the surest of them as large as on the calibration images, and 5 % below 0 or as many as on the
 * calibration images if these are more. A conversion scatters leads; at a tie it favours no class,
 * so what it loses is what the scatter carries over 0 more than back.
 *
 * @param error share of images that the CNN classifies wrongly, 0 to 1
 * @param mean of the CNN's leads, in standard deviations
 * @param spread standard deviation of the CNN's leads, in the unit of its outputs
 */
record Unseen(double error, double mean, double spread) {
    /** The least error. */
    static final double ERROR = 0.05;

    private static final double LARGEST_ERROR = 0.45;
    private static final double TIES = 1e-12;

    /** As calibration images let expect them, of which the CNN has these leads. */
    static Unseen from(double[] leads) {
        double[] sorted = leads.clone();
        Arrays.sort(sorted);
        long wrong = Arrays.stream(sorted).filter(lead -> lead < 0).count();
        double error =
                Math.clamp((double) wrong / Math.max(1, sorted.length), ERROR, LARGEST_ERROR);
        double surest = sorted.length == 0 ? 0 : sorted[(int) ((1 - error) * (sorted.length - 1))];
        double mean = deviations(error);
        return new Unseen(error, mean, Math.max(TIES, surest / (2 * mean)));
    }

    /** With a share of wrong answers, and with leads that scatter so. */
    static Unseen of(double error, double spread) {
        return new Unseen(error, deviations(error), spread);
    }

    /**
     * Points of accuracy that are lost if leads scatter with a variance.
     *
     * @param variance in squares of the unit of the CNN's outputs; may be infinite
     */
    double loss(double variance) {
        double wider = Math.sqrt(1 + variance / (spread * spread));
        return 100 * (below(-mean / wider) - error);
    }

    /** Share of a normal distribution below so many standard deviations. */
    private static double below(double deviations) {
        return NormalIntegral.beyond(-deviations / Math.sqrt(2)) / 2;
    }

    /** By how many standard deviations the mean lies above what this share lies below. */
    private static double deviations(double share) {
        double low = 0;
        double high = 10;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (below(-middle) > share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
