package org.eccexplorer.app.find;

import org.eccexplorer.convert.ConversionOptions;

/**
 * A setting at one T.
 *
 * @param readFrom the timestep after which the class is read
 * @param right images classified rightly
 * @param sure those of them that are sure, see {@link Truth}: what settings are compared by
 * @param images that it was tried on
 */
public record Point(
        ConversionOptions setting,
        int timesteps,
        int readFrom,
        int right,
        int sure,
        int images,
        Goal.Costs costs) {

    /** Share of images classified rightly, 0 to 1. */
    public double accuracy() {
        return images == 0 ? 0 : (double) right / images;
    }

    /** Share of images classified rightly and surely, 0 to 1. */
    double sureness() {
        return images == 0 ? 0 : (double) sure / images;
    }
}
