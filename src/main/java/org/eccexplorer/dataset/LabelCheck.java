package org.eccexplorer.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Whether labels are classes of a model. */
final class LabelCheck {
    /** So many images per class make it unlikely that none is of class 0. */
    private static final int IMAGES_PER_CLASS = 5;

    private LabelCheck() {}

    /**
     * Refuses a label that has no class.
     *
     * @param classes number of classes that the model tells apart
     */
    static void require(LabelledImages images, int classes) throws ProblemException {
        int high = Arrays.stream(images.labels()).max().orElse(0);
        int low = Arrays.stream(images.labels()).min().orElse(0);
        if (high < classes) {
            return;
        }
        boolean fromOne = low >= 1 && high == classes && images.notes().classes() == 0;
        throw new ProblemException(
                Problem.Kind.CORRUPT,
                images.name(),
                Texts.text("dataset.labelWithoutClass"),
                fromOne
                        ? Texts.text("dataset.labelsFromOne", low, high, classes)
                        : Texts.text("dataset.labelAndClasses", high, classes),
                fromOne ? Texts.text("dataset.subtractOne") : Texts.text("dataset.chooseFitting"));
    }

    /** What looks wrong of the labels. */
    static List<String> warnings(LabelledImages images, int classes) {
        int told = images.notes().classes();
        if (told > 0 && told != classes) {
            return List.of(
                    Texts.text(
                            told < classes ? "dataset.fewerClasses" : "dataset.moreClasses",
                            images.name(),
                            told,
                            classes));
        }
        return fromOne(images, classes).stream().toList();
    }

    private static Optional<String> fromOne(LabelledImages images, int classes) {
        int low = Arrays.stream(images.labels()).min().orElse(0);
        boolean many = images.labels().length >= IMAGES_PER_CLASS * classes;
        return low == 1 && many && images.notes().classes() == 0
                ? Optional.of(Texts.text("dataset.perhapsFromOne", images.name()))
                : Optional.empty();
    }
}
