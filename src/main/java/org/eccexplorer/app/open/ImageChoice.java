package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.array.DataSpec;

/**
 * Which images a model is opened with.
 *
 * @param data test images as {@code DataSets} reads them
 * @param calibration images that λ is measured on; empty: the test images
 * @param most at most this many test images, the first ones
 * @param classNames empty: as the data have them
 */
public record ImageChoice(String data, String calibration, int most, List<String> classNames) {
    /** So many test images are taken where nobody says another number. */
    public static final int STANDARD_MOST = 1000;

    /** All images that there are. */
    public static final int ALL = Integer.MAX_VALUE;

    /** Numbers of images to choose from. */
    public static final List<Integer> NUMBERS =
            List.of(100, 200, 500, STANDARD_MOST, 2000, 5000, 10_000, ALL);

    /** No images yet. */
    public static final ImageChoice NONE = new ImageChoice("", "", STANDARD_MOST, List.of());

    public ImageChoice {
        classNames = List.copyOf(classNames);
    }

    /** Test images with all else as usual. */
    public static ImageChoice of(Path data) {
        return new ImageChoice(data.toString(), "", STANDARD_MOST, List.of());
    }

    /** Test images with labels in a file of their own, and all else as usual. */
    public static ImageChoice of(Path data, Optional<Path> labels) {
        DataSpec spec = DataSpec.of(data.toString());
        return labels.map(file -> NONE.read(spec.with(DataSpec.LABELS, file.toString()).toString()))
                .orElseGet(() -> of(data));
    }

    /** Those of an experiment. */
    public static ImageChoice of(Experiment experiment) {
        boolean own = experiment.calibrationSource().equals(experiment.dataSource());
        return new ImageChoice(
                experiment.dataSource(),
                own ? "" : experiment.calibrationSource(),
                Math.max(STANDARD_MOST, experiment.test().count()),
                experiment.classNames());
    }

    /** The same of other test images, or of the same read in another way. */
    public ImageChoice read(String images) {
        return new ImageChoice(images, calibration, most, classNames);
    }

    /** The same with λ measured on other images; empty: the test images. */
    public ImageChoice calibratedOn(String images) {
        return new ImageChoice(data, images, most, classNames);
    }

    /** The same with other names of classes; empty: as the data have them. */
    public ImageChoice named(List<String> names) {
        return new ImageChoice(data, calibration, most, names);
    }

    /** The same with another number of test images. */
    public ImageChoice withMost(int images) {
        return new ImageChoice(data, calibration, images, classNames);
    }
}
