package org.eccexplorer.dataset;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Turns NumPy arrays into labelled images: (N,H,W), (N,H,W,C), (N,C,H,W) or (N,features). */
final class ArrayImages {
    private ArrayImages() {}

    /**
     * Joins images and labels.
     *
     * @param target the model's input shape, which decides between channel orders; null if unknown
     */
    static LabelledImages of(
            String name, ArrayRows images, @Nullable ArrayRows labels, @Nullable Shape target)
            throws ProblemException {
        if (images.shape().length == 0 || Arrays.stream(images.shape()).anyMatch(n -> n == 0)) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.empty"),
                    Texts.text("dataset.shape", images.shapeText()));
        }
        if (labels != null && labels.total() != images.total()) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.notTogether"),
                    Texts.text(
                            "dataset.imagesAndLabels",
                            Numbers.count(images.total()),
                            Numbers.count(labels.total())));
        }
        int count = images.shape()[0];
        boolean planes = isChannelsFirst(name, images, target);
        Shape shape = shape(name, images, planes);
        if (planes) {
            images.values().channelsLast(shape);
        }
        int[] classes = labels == null ? new int[0] : labels(name, labels, count);
        return new LabelledImages(
                name,
                shape,
                images.values().pixels(),
                classes,
                List.of(),
                PixelBuilder.isBytes(images.type()));
    }

    private static Shape shape(String name, ArrayRows images, boolean planes)
            throws ProblemException {
        int[] s = images.shape();
        return switch (s.length) {
            case 2 -> Shape.vector(s[1]);
            case 3 -> new Shape(s[1], s[2], 1);
            case 4 -> planes ? new Shape(s[2], s[3], s[1]) : new Shape(s[1], s[2], s[3]);
            default ->
                    throw DataFaults.unsupported(
                            name,
                            Texts.text("dataset.notImages"),
                            Texts.text("dataset.shapeIs", images.shapeText()),
                            Texts.text("dataset.giveImages"));
        };
    }

    private static boolean isChannelsFirst(String name, ArrayRows images, @Nullable Shape target)
            throws ProblemException {
        int[] s = images.shape();
        if (s.length != 4) {
            return false;
        }
        boolean last = fits(target, s[1], s[2], s[3]);
        boolean first = fits(target, s[2], s[3], s[1]);
        if (last && first && s[1] == s[3] && target != null) {
            throw DataFaults.unsupported(
                    name,
                    Texts.text("dataset.ambiguousOrder"),
                    Texts.text("dataset.shapeIs", images.shapeText()),
                    Texts.text("dataset.changeRows"));
        }
        return first && !last;
    }

    /** Whether this is the target's shape or, without one, that of a picture. */
    private static boolean fits(@Nullable Shape target, int height, int width, int channels) {
        return target == null
                ? channels == 1 || channels == 3
                : target.equals(new Shape(height, width, channels));
    }

    private static int[] labels(String name, ArrayRows labels, int count) throws ProblemException {
        float[] values = labels.floats();
        int width = values.length / count;
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = width == 1 ? wholeLabel(name, values, i) : oneHot(name, values, i, width);
        }
        return classes;
    }

    private static int wholeLabel(String name, float[] labels, int image) throws ProblemException {
        double value = labels[image];
        if (value < 0 || value != Math.rint(value) || value > 1_000_000) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.labelNotAClass"),
                    Texts.text("dataset.labelOf", Numbers.count(image), value));
        }
        return (int) value;
    }

    private static int oneHot(String name, float[] labels, int image, int width)
            throws ProblemException {
        int hot = 0;
        double sum = 0;
        for (int c = 0; c < width; c++) {
            double value = labels[image * width + c];
            sum += value;
            if (value > labels[image * width + hot]) {
                hot = c;
            }
        }
        if (Math.abs(sum - 1) > 1e-3) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.notOneHot"),
                    Texts.text("dataset.labelSum", Numbers.count(image), sum));
        }
        return hot;
    }
}
