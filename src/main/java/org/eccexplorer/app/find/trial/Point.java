package org.eccexplorer.app.find.trial;

import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.votes.ReadingChoice;

/**
 * A setting at one T.
 *
 * @param timesteps T, the last
 * @param reading how the class is read: from which timestep on, and whether images are answered
 *     early
 * @param right images classified rightly
 * @param images that it was tried on
 * @param loss what it is expected to lose on others: what settings are compared by
 */
public record Point(
        ConversionOptions setting,
        int timesteps,
        ReadingChoice reading,
        int right,
        int images,
        Loss loss,
        Goal.Costs costs) {

    /** The timestep after which the class is read. */
    public int readFrom() {
        return reading.asked();
    }

    /** Share of images classified rightly, 0 to 1. */
    public double accuracy() {
        return images == 0 ? 0 : (double) right / images;
    }
}
