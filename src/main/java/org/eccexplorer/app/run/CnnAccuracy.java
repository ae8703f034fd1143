package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.RewrittenCnn;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.forward.CnnEvaluator;

/** What a CNN answers on a data set, and how often it is right. */
public final class CnnAccuracy {
    private CnnAccuracy() {}

    /**
     * The accuracy of the trained CNN and of what each rewrite made of it; without labels the
     * trained CNN's answers count as right.
     *
     * @param images the test images, or the first of them
     * @param measured a run of them, whose CNN is not asked again
     * @return empty if the conversion changed nothing, or was cancelled
     */
    public static List<CnnStage> stages(
            Prepared prepared,
            Experiment experiment,
            LabelledImages images,
            RunSnapshot measured,
            Cancellation cancellation) {
        List<CnnStage> stages = new ArrayList<>();
        if (prepared.report().rewrites().isEmpty()) {
            return stages;
        }
        int threads = prepared.settings().threads();
        CnnEvaluator original = experiment.model().cnn();
        int[] trained = answers(original, images, threads, cancellation);
        int[] right = images.labels().length == 0 ? trained : images.labels();
        stages.add(new CnnStage("as trained", Answers.share(trained, right)));
        for (RewrittenCnn rewrite : prepared.report().rewrites()) {
            boolean run = rewrite.network() == prepared.cnn().network();
            int[] answers =
                    run && measured.images() == images.count()
                            ? measured.cnnAnswers()
                            : answers(
                                    original.with(rewrite.network()),
                                    images,
                                    threads,
                                    cancellation);
            stages.add(new CnnStage(rewrite.what(), Answers.share(answers, right)));
        }
        return cancellation.isRequested() ? List.of() : stages;
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
