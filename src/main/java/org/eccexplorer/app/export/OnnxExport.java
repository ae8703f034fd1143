package org.eccexplorer.app.export;

import java.nio.file.Path;
import org.eccexplorer.app.open.WrittenModel;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.FoldedCnn;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;

/** Writes the CNN that was converted, batch normalisation folded, as ONNX. */
public final class OnnxExport {
    private static final int BATCH = 16;

    private OnnxExport() {}

    /**
     * How well a file that was read back agrees with the CNN that was converted.
     *
     * @param images that were evaluated
     * @param same images with the same class
     * @param error largest absolute difference of an output
     */
    public record Agreement(int images, int same, double error) {}

    /**
     * Writes a file, reads it back and evaluates it.
     *
     * @throws ProblemException if a layer has no counterpart in ONNX, or nothing can be written
     */
    public static Agreement write(Path file, Prepared prepared, LabelledImages images)
            throws ProblemException {
        CnnEvaluator cnn = prepared.cnn();
        Network folded = FoldedCnn.of(cnn.network(), prepared.settings().conversion());
        CnnEvaluator again = new CnnEvaluator(WrittenModel.onnx(file, folded), cnn.backend());
        return agreement(cnn, again, images);
    }

    private static Agreement agreement(
            CnnEvaluator cnn, CnnEvaluator again, LabelledImages images) {
        int classes = cnn.network().outputShape().size();
        int same = 0;
        double error = 0;
        for (int first = 0; first < images.count(); first += BATCH) {
            int count = Math.min(BATCH, images.count() - first);
            float[] pixels = images.batch(first, count);
            float[] own = cnn.evaluate(pixels, 0, count);
            float[] other = again.evaluate(pixels, 0, count);
            int[] answers = ClosedForm.answers(own, classes);
            int[] others = ClosedForm.answers(other, classes);
            for (int i = 0; i < count; i++) {
                same += answers[i] == others[i] ? 1 : 0;
            }
            for (int i = 0; i < own.length; i++) {
                error = Math.max(error, Math.abs((double) own[i] - other[i]));
            }
        }
        return new Agreement(images.count(), same, error);
    }
}
