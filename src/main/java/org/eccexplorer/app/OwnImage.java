package org.eccexplorer.app;

import java.nio.file.Path;
import org.eccexplorer.dataset.PictureFile;
import org.eccexplorer.problem.ProblemException;

/** A picture of the user's own, as the model takes it. */
public final class OwnImage {
    private OwnImage() {}

    /**
     * Reads a picture: cut to the input's proportions, scaled to its size, grey if it has one
     * channel; then in the range of the test images.
     */
    public static Sample read(Path file, Experiment experiment) throws ProblemException {
        float[] bytes = PictureFile.read(file, experiment.test().shape());
        float most = 0;
        for (float pixel : experiment.test().pixels()) {
            most = Math.max(most, pixel);
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] *= most / 255;
        }
        return Sample.own(bytes);
    }
}
