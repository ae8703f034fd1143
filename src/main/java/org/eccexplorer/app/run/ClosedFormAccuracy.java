package org.eccexplorer.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.sim.ClosedForm;

/** How many images the closed form classifies rightly. */
public final class ClosedFormAccuracy {
    private static final int BATCH = 16;

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
        return shares(prepared, images, List.of(timesteps), progress, cancellation)[0];
    }

    /**
     * For several T in one pass over the images; empty without labels, or when cancelled before its
     * end.
     *
     * @param progress gets the number of images done, each counted once for every T
     */
    public static Map<Integer, Double> at(
            Prepared prepared,
            LabelledImages images,
            List<Integer> timesteps,
            IntConsumer progress,
            Cancellation cancellation) {
        if (images.labels().length == 0 || timesteps.isEmpty()) {
            return Map.of();
        }
        double[] shares =
                shares(
                        prepared,
                        images,
                        timesteps,
                        done -> progress.accept(done * timesteps.size()),
                        cancellation);
        Map<Integer, Double> accuracy = new LinkedHashMap<>();
        for (int t = 0; t < shares.length && !cancellation.isRequested(); t++) {
            accuracy.put(timesteps.get(t), shares[t]);
        }
        return accuracy;
    }

    /** By the place of T. */
    private static double[] shares(
            Prepared prepared,
            LabelledImages images,
            List<Integer> timesteps,
            IntConsumer progress,
            Cancellation cancellation) {
        int[][] answers = answers(prepared, images, timesteps, progress, cancellation);
        double[] shares = new double[answers.length];
        for (int t = 0; t < shares.length; t++) {
            shares[t] = Answers.share(answers[t], images.labels());
        }
        return shares;
    }

    /** The classes of images, [place of T][image]; those not reached when cancelled are 0. */
    static int[][] answers(
            Prepared prepared,
            LabelledImages images,
            List<Integer> timesteps,
            IntConsumer progress,
            Cancellation cancellation) {
        ClosedForm form = new ClosedForm(prepared.network(), prepared.cnn().backend());
        ClosedForm.Variant variant = prepared.settings().closedForm();
        int[][] answers = new int[timesteps.size()][images.count()];
        int[] done = new int[1];
        OrderedWork.run(
                images.count(),
                BatchSize.of(prepared.cnn().network(), BATCH),
                prepared.settings().threads(),
                () -> form,
                (own, first, count) ->
                        own.answers(images.batch(first, count), 0, count, timesteps, variant),
                part -> {
                    int count = part.getFirst().length;
                    for (int t = 0; t < answers.length; t++) {
                        System.arraycopy(part.get(t), 0, answers[t], done[0], count);
                    }
                    done[0] += count;
                    progress.accept(done[0]);
                },
                cancellation);
        return answers;
    }
}
