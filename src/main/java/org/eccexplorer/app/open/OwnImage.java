package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.Pixels;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.dataset.picture.PictureFile;
import org.eccexplorer.dataset.picture.PictureShape;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** A picture of the user's own, as the model takes it. */
public final class OwnImage {
    private static final int WHITE = 255;
    private static final int LOOKED_AT = 200;

    private OwnImage() {}

    /**
     * Reads a picture: cut to the input's proportions, scaled to its size, grey if it has one
     * channel; then prepared as the test images are.
     */
    public static ViewedImage read(Path file, Experiment experiment) throws ProblemException {
        Shape shape = experiment.test().shape();
        Shape picture =
                PictureShape.pictured(shape)
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.Kind.UNSUPPORTED,
                                        file.toString(),
                                        Texts.text("app.open.noPictures"),
                                        Texts.text("app.open.takesNoPictures", shape),
                                        Texts.text("app.open.openAsImages")));
        return ViewedImage.own(prepared(PictureFile.read(file, picture), experiment));
    }

    /**
     * A drawing as the model takes it.
     *
     * @param intensities 0 to 1, in the model's input shape
     */
    public static ViewedImage drawn(float[] intensities, Experiment experiment) {
        float[] bytes = new float[intensities.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = intensities[i] * WHITE;
        }
        try {
            return ViewedImage.own(prepared(bytes, experiment));
        } catch (ProblemException e) {
            throw new IllegalStateException(e); // the test images were prepared in the same way
        }
    }

    /**
     * Values from 0 to 255 as the test images are: as is said of these; else in the range of each
     * channel if that goes below 0, or up to the largest value.
     */
    private static float[] prepared(float[] bytes, Experiment experiment) throws ProblemException {
        LabelledImages test = experiment.test();
        Optional<Preparation> said = Preparation.of(DataSpec.of(experiment.dataSource()));
        if (said.isPresent()) {
            LabelledImages one =
                    new LabelledImages("", test.shape(), bytes, new int[0], List.of(), true);
            return said.get().applied(one).image(0);
        }
        Pixels.Extremes extremes = test.pixels().extremes();
        int channels = test.shape().channels();
        float[] low = new float[channels];
        float[] high = new float[channels];
        Arrays.fill(high, Math.max(0, extremes.high()));
        if (extremes.low() < 0) {
            range(test, low, high);
        }
        float[] scaled = new float[bytes.length];
        for (int i = 0; i < scaled.length; i++) {
            int c = i % channels;
            scaled[i] = (float) (low[c] + bytes[i] * (((double) high[c] - low[c]) / WHITE));
        }
        return scaled;
    }

    /** The smallest and largest value of each channel, of the first images. */
    private static void range(LabelledImages test, float[] low, float[] high) {
        float[] values = test.batch(0, Math.min(LOOKED_AT, test.count()));
        int channels = low.length;
        System.arraycopy(values, 0, low, 0, channels);
        System.arraycopy(values, 0, high, 0, channels);
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            low[c] = Math.min(low[c], values[i]);
            high[c] = Math.max(high[c], values[i]);
        }
    }
}
