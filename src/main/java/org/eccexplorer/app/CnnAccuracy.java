package org.eccexplorer.app;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.RewrittenCnn;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.CnnStage;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.tensor.DenseBackends;

/** What a CNN answers on a data set, and how often it is right. */
public final class CnnAccuracy {
    private static final int BATCH = 32;

    private CnnAccuracy() {}

    /**
     * The accuracy of the trained CNN and of what each rewrite made of it, on the test images;
     * without labels the trained CNN's answers count as right.
     *
     * @return empty if the conversion changed nothing, or was cancelled
     */
    public static List<CnnStage> stages(
            Prepared prepared, Experiment experiment, Cancellation cancellation) {
        List<CnnStage> stages = new ArrayList<>();
        if (prepared.report().rewrites().isEmpty()) {
            return stages;
        }
        LabelledImages images = experiment.test();
        int threads = prepared.settings().threads();
        int[] trained = answers(experiment.model().cnn(), images, threads, cancellation);
        int[] right = images.labels().length == 0 ? trained : images.labels();
        stages.add(new CnnStage("as trained", share(trained, right)));
        for (RewrittenCnn rewrite : prepared.report().rewrites()) {
            CnnEvaluator cnn = new CnnEvaluator(rewrite.network(), DenseBackends.chosen());
            int[] answers = answers(cnn, images, threads, cancellation);
            stages.add(new CnnStage(rewrite.what(), share(answers, right)));
        }
        return cancellation.isRequested() ? List.of() : stages;
    }

    /** The share of images that a CNN classifies rightly, 0 to 1; 0 without labels or images. */
    public static double of(
            CnnEvaluator cnn, LabelledImages images, int threads, Cancellation cancellation) {
        return images.labels().length == 0
                ? 0
                : share(answers(cnn, images, threads, cancellation), images.labels());
    }

    /** The class of each image; those not reached when cancelled are 0. */
    private static int[] answers(
            CnnEvaluator cnn, LabelledImages images, int threads, Cancellation cancellation) {
        int size = images.shape().size();
        int classes = cnn.network().outputShape().size();
        int[] answers = new int[images.count()];
        int[] done = new int[1];
        OrderedWork.run(
                (images.count() + BATCH - 1) / BATCH,
                threads,
                () -> cnn,
                (own, batch) -> {
                    int first = batch * BATCH;
                    int count = Math.min(BATCH, images.count() - first);
                    return ClosedForm.answers(
                            own.evaluate(images.pixels(), first * size, count), classes);
                },
                part -> {
                    System.arraycopy(part, 0, answers, done[0], part.length);
                    done[0] += part.length;
                },
                cancellation);
        return answers;
    }

    private static double share(int[] answers, int[] right) {
        int same = 0;
        for (int i = 0; i < answers.length; i++) {
            same += answers[i] == right[i] ? 1 : 0;
        }
        return (double) same / Math.max(1, answers.length);
    }
}
