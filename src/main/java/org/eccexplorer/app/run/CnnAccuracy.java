package org.eccexplorer.app.run;

import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.forward.CnnEvaluator;

/** What a CNN answers on a data set, and how often it is right. */
public final class CnnAccuracy {
    private CnnAccuracy() {}

    /** As {@link SharedWork#stages}, of one run. */
    public static List<CnnStage> stages(
            Prepared prepared,
            Experiment experiment,
            LabelledImages images,
            RunSnapshot measured,
            Cancellation cancellation) {
        return SharedWork.ofOne().stages(prepared, experiment, images, measured, cancellation);
    }

    /**
     * The number of images that a CNN classifies rightly, on one thread beside a simulation;
     * without labels what it answers counts as right.
     */
    public static int right(CnnEvaluator cnn, LabelledImages images, Cancellation cancellation) {
        if (images.labels().length == 0) {
            return images.count();
        }
        int[] answers = answers(cnn, images, 1, cancellation);
        return (int) Math.round(Answers.share(answers, images.labels()) * images.count());
    }

    /** The class that a CNN gives each image; those not reached when cancelled are 0. */
    public static int[] answers(
            CnnEvaluator cnn, LabelledImages images, int threads, Cancellation cancellation) {
        return Answers.of(
                images,
                threads,
                cnn.network(),
                (first, count) -> cnn.evaluate(images.batch(first, count), 0, count),
                done -> {},
                cancellation);
    }
}
