package org.eccexplorer.app.find.result;

import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.measure.Interval;

/**
 * A setting at one T on the test images, which were not used before.
 *
 * @param right images that the SNN classifies rightly
 * @param cnnRight images that the trained CNN classifies rightly
 */
public record Checked(int images, int right, int cnnRight, Goal.Costs costs) {

    /** Share of images classified rightly, 0 to 1. */
    public double accuracy() {
        return (double) right / images;
    }

    /** Share of images that the CNN classifies rightly, 0 to 1. */
    public double cnnAccuracy() {
        return (double) cnnRight / images;
    }

    /** The 95 % interval of {@link #accuracy}. */
    public Interval interval() {
        return Interval.wilson(right, images);
    }

    /** Points of accuracy lost against the CNN; negative: gained. */
    public double loss() {
        return 100.0 * (cnnRight - right) / images;
    }
}
