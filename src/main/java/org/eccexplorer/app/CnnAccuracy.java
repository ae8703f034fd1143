package org.eccexplorer.app;

import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;

/** The share of images that a CNN classifies rightly. */
public final class CnnAccuracy {
    private static final int BATCH = 32;

    private CnnAccuracy() {}

    /** From 0 to 1; 0 without labels or images. */
    public static double of(
            CnnEvaluator cnn, LabelledImages images, int threads, Cancellation cancellation) {
        int[] labels = images.labels();
        int size = images.shape().size();
        int classes = cnn.network().outputShape().size();
        int[] right = new int[1];
        OrderedWork.run(
                (labels.length + BATCH - 1) / BATCH,
                threads,
                () -> cnn,
                (own, batch) -> {
                    int first = batch * BATCH;
                    int count = Math.min(BATCH, labels.length - first);
                    float[] outputs = own.evaluate(images.pixels(), first * size, count);
                    int[] answers = ClosedForm.answers(outputs, classes);
                    int correct = 0;
                    for (int i = 0; i < count; i++) {
                        correct += answers[i] == labels[first + i] ? 1 : 0;
                    }
                    return correct;
                },
                correct -> right[0] += correct,
                cancellation);
        return labels.length == 0 ? 0 : (double) right[0] / labels.length;
    }
}
