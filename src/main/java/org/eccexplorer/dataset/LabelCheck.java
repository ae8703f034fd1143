package org.eccexplorer.dataset;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.problem.ChoiceNeeded;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
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
        if (low >= 1 && high == classes && images.notes().classes() == 0) {
            throw new ChoiceNeeded(
                    new Problem(
                            Problem.Kind.CORRUPT,
                            images.name(),
                            Texts.text("dataset.labelWithoutClass"),
                            Texts.text("dataset.labelsCountFromOne", low, high, classes),
                            Texts.text("dataset.subtractOne")),
                    DataSpec.LABELS_FROM,
                    List.of("1"));
        }
        throw new ProblemException(
                Problem.Kind.CORRUPT,
                images.name(),
                Texts.text("dataset.labelWithoutClass"),
                Texts.text("dataset.labelAndClasses", high, classes),
                Texts.text("dataset.chooseFitting"));
    }

    /** What looks wrong of the labels, without being impossible. */
    static DataNotes notes(LabelledImages images, int classes) {
        Findings findings = new Findings();
        int told = images.notes().classes();
        if (told > 0 && told != classes) {
            findings.say(
                    Texts.text(
                            told < classes ? "dataset.fewerClasses" : "dataset.moreClasses",
                            images.name(),
                            told,
                            classes));
        }
        int[] labels = images.labels();
        int low = Arrays.stream(labels).min().orElse(0);
        long present = Arrays.stream(labels).distinct().count();
        boolean many = labels.length >= IMAGES_PER_CLASS * classes;
        if (low == 1 && many && told == 0) {
            findings.decide(
                    DataChoice.ofFirstLabel(Texts.text("dataset.perhapsFromOne", images.name())));
        }
        if (many && told == 0 && present * 2 <= classes) {
            findings.say(
                    Texts.text(
                            "dataset.fewClassesThere",
                            images.name(),
                            Numbers.count(labels.length),
                            Numbers.count(present),
                            Numbers.count(classes)));
        }
        return findings.notes(0);
    }
}
