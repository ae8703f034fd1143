package org.eccexplorer.app.live;

import java.util.Optional;

/**
 * How often a CNN is right: what the accuracy of its spiking networks is held against.
 *
 * @param right images that it classifies rightly
 * @param images that it was asked
 * @param total images of the experiment
 */
public record CnnReference(int right, int images, int total) {

    /** On the images that a run has done so far; empty before its first. */
    public static Optional<CnnReference> soFar(RunState run) {
        return run.snapshot()
                .filter(done -> done.images() > 0)
                .map(done -> new CnnReference(done.cnnRight(), done.images(), done.total()));
    }

    /** Whether it is of all images. */
    public boolean isWhole() {
        return images == total;
    }

    /** Share of the images that it classifies rightly, 0 to 1. */
    public double accuracy() {
        return (double) right / Math.max(1, images);
    }
}
