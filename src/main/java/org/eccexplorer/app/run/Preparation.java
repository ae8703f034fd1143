package org.eccexplorer.app.run;

/** Hears how far a conversion is, where that takes a while; on any thread. */
@FunctionalInterface
public interface Preparation {
    /** Does not listen. */
    Preparation SILENT = step -> {};

    /** How far it is now. */
    void at(Step step);

    /** What a conversion is at. */
    sealed interface Step {
        /** Nothing that takes long. */
        record Converting() implements Step {}

        /**
         * λ is measured.
         *
         * @param images that are done
         * @param total number of calibration images
         */
        record Measuring(int images, int total) implements Step {}

        /**
         * A layer is simulated on calibration images.
         *
         * @param layer from 1 on
         * @param layers number of all
         */
        record Calibrating(int layer, int layers) implements Step {}
    }
}
