package org.eccexplorer.app.find.trial;

import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.convert.ConversionOptions;

/**
 * A setting at one T.
 *
 * @param readFrom the timestep after which the class is read
 * @param right images classified rightly
 * @param images that it was tried on
 * @param loss what it is expected to lose on others: what settings are compared by
 */
public record Point(
        ConversionOptions setting,
        int timesteps,
        int readFrom,
        int right,
        int images,
        Loss loss,
        Goal.Costs costs) {

    /** Share of images classified rightly, 0 to 1. */
    public double accuracy() {
        return images == 0 ? 0 : (double) right / images;
    }
}
