package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;

/** Whether a data set fits a model. */
public final class DataCheck {
    private DataCheck() {}

    /**
     * The images as the model takes them: bytes divided by 255 unless it rescales by itself.
     *
     * @throws ProblemException if the shape differs, a label has no class or a pixel is not a
     *     number
     */
    public static LabelledImages prepare(
            LabelledImages images, Shape input, int classes, boolean modelRescales)
            throws ProblemException {
        LabelledImages fitting = reshaped(images, input);
        for (int label : fitting.labels()) {
            if (label >= classes) {
                throw unfit(
                        images,
                        "A label has no class in the model",
                        "label %d, but the model has %d classes".formatted(label, classes));
            }
        }
        int broken = fitting.pixels().extremes().broken();
        if (broken > 0) {
            throw unfit(
                    images,
                    "Some pixels are not numbers",
                    "%,d values are NaN or infinite".formatted(broken));
        }
        return fitting.bytes() && !modelRescales ? fitting.scaled(1 / 255.0) : fitting;
    }

    private static LabelledImages reshaped(LabelledImages images, Shape input)
            throws ProblemException {
        if (images.shape().equals(input)) {
            return images;
        }
        boolean flat = input.isVector() || images.shape().isVector();
        if (flat && images.shape().size() == input.size()) {
            return new LabelledImages(
                    images.name(),
                    input,
                    images.pixels(),
                    images.labels(),
                    images.classNames(),
                    images.bytes());
        }
        throw unfit(
                images,
                "The images do not fit the model",
                "they are %s, the model takes %s".formatted(images.shape(), input));
    }

    private static ProblemException unfit(LabelledImages images, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT, images.name(), what, why, "Choose the data of this model");
    }

    /** What looks wrong without being impossible. */
    public static List<String> warnings(LabelledImages images, boolean modelRescales) {
        float low = images.pixels().extremes().low();
        float high = images.pixels().extremes().high();
        List<String> warnings = new ArrayList<>();
        if (!modelRescales && high > 16) {
            warnings.add(
                    "%s: values from %.4g to %.4g, but most models that do not rescale take 0 to 1"
                            .formatted(images.name(), low, high));
        }
        if (modelRescales && high <= 1) {
            warnings.add(
                    "%s: values from %.4g to %.4g, but the model rescales bytes by itself"
                            .formatted(images.name(), low, high));
        }
        if (low == high) {
            warnings.add("%s: every value is %.4g".formatted(images.name(), low));
        }
        return warnings;
    }
}
