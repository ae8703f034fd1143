package org.eccexplorer.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;

/** How many images the closed form classifies rightly. */
public final class ClosedFormAccuracy {
    private ClosedFormAccuracy() {}

    /** For one T, 0 to 1; 0 without labels. */
    public static double at(
            Prepared prepared, LabelledImages images, int timesteps, Cancellation cancellation) {
        return at(prepared, images, timesteps, done -> {}, cancellation);
    }

    /**
     * The same.
     *
     * @param progress gets the number of images done
     */
    public static double at(
            Prepared prepared,
            LabelledImages images,
            int timesteps,
            IntConsumer progress,
            Cancellation cancellation) {
        int[] answers = RunJob.closedForm(prepared, images, timesteps, progress, cancellation);
        return Answers.share(answers, images.labels());
    }

    /**
     * For several T, in their order; empty without labels, and what is done when cancelled.
     *
     * @param progress gets the number of images done, each counted once for every T
     */
    public static Map<Integer, Double> at(
            Prepared prepared,
            LabelledImages images,
            List<Integer> timesteps,
            IntConsumer progress,
            Cancellation cancellation) {
        Map<Integer, Double> accuracy = new LinkedHashMap<>();
        if (images.labels().length == 0) {
            return accuracy;
        }
        for (int t : timesteps) {
            int before = accuracy.size() * images.count();
            double share =
                    at(prepared, images, t, done -> progress.accept(before + done), cancellation);
            if (cancellation.isRequested()) {
                break;
            }
            accuracy.put(t, share);
        }
        return accuracy;
    }
}
