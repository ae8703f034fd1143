package org.eccexplorer.app.run;

/** Hears how far a conversion is, where that takes a while. */
@FunctionalInterface
public interface Preparation {
    /** Does not listen. */
    Preparation SILENT = (layer, layers) -> {};

    /** A layer is simulated on calibration images, of so many; from 1 on. */
    void calibrating(int layer, int layers);
}
