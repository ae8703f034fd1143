package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Whether a data set fits a model. */
public final class DataCheck {
    private DataCheck() {}

    /**
     * The images as the model takes them: as is said, or else bytes divided by 255 unless it
     * rescales by itself.
     *
     * @throws ProblemException if the shape differs, a label has no class or a pixel is not a
     *     number
     */
    public static LabelledImages prepare(
            LabelledImages images,
            Shape input,
            int classes,
            boolean modelRescales,
            Optional<Preparation> preparation)
            throws ProblemException {
        LabelledImages fitting = reshaped(images, input);
        LabelCheck.require(fitting, classes);
        int broken = fitting.pixels().extremes().broken();
        if (broken > 0) {
            throw unfit(
                    images,
                    Texts.text("dataset.pixelsNotNumbers"),
                    Texts.text("dataset.nanCount", Numbers.count(broken)));
        }
        if (preparation.isPresent()) {
            return preparation.get().applied(fitting);
        }
        return fitting.bytes() && !modelRescales ? fitting.scaled(1 / 255.0) : fitting;
    }

    /** As usual. */
    public static LabelledImages prepare(
            LabelledImages images, Shape input, int classes, boolean modelRescales)
            throws ProblemException {
        return prepare(images, input, classes, modelRescales, Optional.empty());
    }

    private static LabelledImages reshaped(LabelledImages images, Shape input)
            throws ProblemException {
        if (images.shape().equals(input)) {
            return images;
        }
        boolean flat = input.isVector() || images.shape().isVector();
        if (images.shape().size() == input.size()
                && (flat || lengths(images.shape()).equals(lengths(input)))) {
            return images.shaped(input);
        }
        throw unfit(
                images,
                Texts.text("dataset.doNotFit"),
                Texts.text("dataset.shapesDiffer", images.shape(), input));
    }

    /** The lengths above 1, in order: those of 28×28×1 and of 28 steps of 28 channels agree. */
    private static List<Integer> lengths(Shape shape) {
        return Stream.of(shape.height(), shape.width(), shape.channels())
                .filter(length -> length > 1)
                .toList();
    }

    private static ProblemException unfit(LabelledImages images, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                images.name(),
                what,
                why,
                Texts.text("dataset.chooseFitting"));
    }

    /** What looks wrong of labels without being impossible, of a model with so many classes. */
    public static DataNotes labelNotes(LabelledImages images, int classes) {
        return LabelCheck.notes(images, classes);
    }

    /** Whether values from 0 to 255 that are no bytes are divided by 255. */
    public static Optional<DataChoice> rangeChoice(LabelledImages images, boolean modelRescales) {
        float low = images.pixels().extremes().low();
        float high = images.pixels().extremes().high();
        return modelRescales || low < 0 || high <= 16 || high > 255
                ? Optional.empty()
                : Optional.of(
                        DataChoice.ofRange(
                                Texts.text(
                                        "dataset.divideByRange",
                                        images.name(),
                                        Numbers.significant(low, 4),
                                        Numbers.significant(high, 4))));
    }

    /** What looks wrong without being impossible. */
    public static List<String> warnings(LabelledImages images, boolean modelRescales) {
        float low = images.pixels().extremes().low();
        float high = images.pixels().extremes().high();
        List<String> warnings = new ArrayList<>();
        if (!modelRescales && high > 16) {
            warnings.add(
                    Texts.text(
                            "dataset.rangeNotRescaled",
                            images.name(),
                            Numbers.significant(low, 4),
                            Numbers.significant(high, 4)));
        }
        if (modelRescales && high <= 1) {
            warnings.add(
                    Texts.text(
                            "dataset.rangeRescaled",
                            images.name(),
                            Numbers.significant(low, 4),
                            Numbers.significant(high, 4)));
        }
        if (low == high) {
            warnings.add(
                    Texts.text("dataset.constant", images.name(), Numbers.significant(low, 4)));
        }
        return warnings;
    }
}
