package org.eccexplorer.app.open;

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
    public static ViewedImage read(Path file, Experiment experiment) throws ProblemException {
        float[] bytes = PictureFile.read(file, experiment.test().shape());
        return ViewedImage.own(inRange(bytes, 255, experiment));
    }

    /**
     * A drawing as the model takes it.
     *
     * @param intensities 0 to 1, in the model's input shape
     */
    public static ViewedImage drawn(float[] intensities, Experiment experiment) {
        return ViewedImage.own(inRange(intensities, 1, experiment));
    }

    private static float[] inRange(float[] values, double white, Experiment experiment) {
        double most = Math.max(0, experiment.test().pixels().extremes().high());
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] * (most / white));
        }
        return scaled;
    }
}
