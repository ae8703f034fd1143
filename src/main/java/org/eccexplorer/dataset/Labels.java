package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The classes of images.
 *
 * @param classes one per image; empty if the labels are no classes
 * @param total number of labels that the whole file has
 * @param names of the classes, if the labels are texts
 */
record Labels(int[] classes, int total, List<String> names, DataNotes notes) {
    private static final int SHOWN = 12;

    /**
     * Labels that are numbers: classes of shape (N) or (N, 1), or one-hot rows.
     *
     * @param reading which label the first class has
     */
    static Labels of(String name, ArrayRows rows, Reading reading) throws ProblemException {
        float[] values = rows.floats();
        int count = rows.shape().length == 0 ? 0 : rows.shape()[0];
        int width = count == 0 ? 1 : values.length / count;
        int target = width == 1 ? firstNotWhole(values) : -1;
        if (target >= 0) {
            String note =
                    Texts.text("dataset.regression", name, Numbers.significant(values[target], 4));
            return none(rows.total(), note);
        }
        int odd = width == 1 ? -1 : firstNotOneHot(values, width);
        if (odd >= 0) {
            return none(rows.total(), notOneClass(name, values, width, odd));
        }
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] =
                    width == 1
                            ? wholeLabel(name, values, i, reading.labelsFrom())
                            : oneHot(values, i, width);
        }
        DataNotes notes = new DataNotes(List.of(), width == 1 ? 0 : width, List.of());
        return new Labels(classes, rows.total(), List.of(), notes);
    }

    /**
     * Labels that are texts, each text a class, in the order that is said or else the alphabetical.
     */
    static Labels of(String name, List<String> texts, Selection selection, Reading reading)
            throws ProblemException {
        boolean ordered = !reading.order().isEmpty();
        List<String> names = ordered ? reading.order() : new ArrayList<>(new TreeSet<>(texts));
        Selection part = selection.within(texts.size());
        int[] classes = new int[part.count()];
        for (int i = 0; i < classes.length; i++) {
            String text = texts.get(part.from() + i);
            classes[i] = ordered ? reading.inOrder(text) : names.indexOf(text);
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        String note =
                Texts.text(
                        "dataset.textLabels",
                        name,
                        names.size() > SHOWN ? Texts.text("dataset.andMore", shown) : shown);
        return new Labels(
                classes,
                texts.size(),
                names,
                new DataNotes(ordered ? List.of() : List.of(note), names.size(), List.of()));
    }

    /** Where the first label is that is no whole number, as targets of a regression are; or −1. */
    private static int firstNotWhole(float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] != Math.rint(values[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int wholeLabel(String name, float[] labels, int image, int from)
            throws ProblemException {
        double value = labels[image] - from;
        if (value < 0 || value > 1_000_000) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    name,
                    Texts.text("dataset.labelNotAClass"),
                    Texts.text(
                            "dataset.labelOf",
                            Numbers.count(image),
                            Numbers.significant(labels[image], 7)),
                    Texts.text("dataset.labelsCountFromZero"));
        }
        return (int) value;
    }

    private static int oneHot(float[] labels, int image, int width) {
        int hot = 0;
        for (int c = 0; c < width; c++) {
            if (labels[image * width + c] > labels[image * width + hot]) {
                hot = c;
            }
        }
        return hot;
    }

    /** The first image whose row does not add up to 1; −1 if all do. */
    private static int firstNotOneHot(float[] labels, int width) {
        for (int image = 0; image < labels.length / width; image++) {
            if (!(Math.abs(sum(labels, image, width) - 1) <= 1e-3)) {
                return image;
            }
        }
        return -1;
    }

    private static double sum(float[] labels, int image, int width) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
            sum += labels[image * width + c];
        }
        return sum;
    }

    /** Of ones and zeros they are the classes of a multi-label model, otherwise a regression's. */
    private static String notOneClass(String name, float[] values, int width, int odd) {
        boolean several = true;
        for (float value : values) {
            several &= value == 0 || value == 1;
        }
        return Texts.text(
                several ? "dataset.multiLabel" : "dataset.regressionOfSeveral",
                name,
                Numbers.count(width),
                Numbers.count(odd),
                Numbers.significant(sum(values, odd, width), 4));
    }

    private static Labels none(int total, String note) {
        return new Labels(new int[0], total, List.of(), DataNotes.NONE.and(List.of(note)));
    }
}
