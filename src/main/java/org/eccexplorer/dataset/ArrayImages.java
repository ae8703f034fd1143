package org.eccexplorer.dataset;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Turns NumPy arrays into labelled images: (N,H,W), (N,H,W,C), (N,C,H,W), (N,features), and
 * sequences (N,steps,C) or (N,C,steps).
 */
final class ArrayImages {
    private ArrayImages() {}

    /**
     * Joins images and labels.
     *
     * @param labels null if there are none
     * @param target the model's input shape, which decides between channel orders; null if unknown
     */
    static LabelledImages of(
            String name,
            ArrayRows images,
            @Nullable Labels labels,
            @Nullable Shape target,
            Reading reading)
            throws ProblemException {
        if (images.shape().length == 0 || Arrays.stream(images.shape()).anyMatch(n -> n == 0)) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.empty"),
                    Texts.text("dataset.shape", images.shapeText()));
        }
        if (labels != null && labels.total() != images.total()) {
            throw notTogether(name, images.total(), labels.total(), reading);
        }
        Findings findings = new Findings();
        ArrayLayout layout = ArrayLayout.of(name, images, target, reading, findings);
        if (layout.planes()) {
            images.values().channelsLast(layout.shape());
        }
        DataNotes notes = labels == null ? DataNotes.NONE : labels.notes();
        return new LabelledImages(
                name,
                layout.shape(),
                images.values().pixels(),
                labels == null ? new int[0] : labels.classes(),
                labels == null ? List.of() : labels.names(),
                PixelBuilder.isBytes(images.type()),
                notes.and(findings.notes(0)));
    }

    private static ProblemException notTogether(
            String name, int images, int labels, Reading reading) {
        String what = Texts.text("dataset.notTogether");
        String why =
                Texts.text("dataset.imagesAndLabels", Numbers.count(images), Numbers.count(labels));
        return reading.labels().isEmpty()
                ? DataFaults.corrupt(name, what, why)
                : new ProblemException(
                        Problem.Kind.CORRUPT,
                        name,
                        what,
                        why,
                        Texts.text("dataset.ofOneSet", reading.labels()));
    }
}
