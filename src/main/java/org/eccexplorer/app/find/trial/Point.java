package org.eccexplorer.app.find.trial;

import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
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
        Candidate setting,
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

    /** Timesteps from an image to its answer at T: T, or L·T where layers wait for each other. */
    public int latency() {
        return setting.waits() ? (int) costs.timesteps() : timesteps;
    }

    /** Share of images classified rightly, 0 to 1. */
    public double accuracy() {
        return images == 0 ? 0 : (double) right / images;
    }
}
