package org.eccexplorer.app.run;

import java.util.function.IntConsumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Network;
import org.eccexplorer.sim.ClosedForm;

/** The classes that a network gives images, computed in batches on several threads. */
final class Answers {
    private static final int BATCH = 16;

    private Answers() {}

    /** A network: the outputs of {@code count} images from {@code first} on, count × classes. */
    @FunctionalInterface
    interface Outputs {
        float[] of(int first, int count);
    }

    /**
     * The class of each image; those not reached when cancelled are 0.
     *
     * @param network that was trained, whose size says how many images are taken at once
     * @param progress gets the number of images done
     */
    static int[] of(
            LabelledImages images,
            int threads,
            Network network,
            Outputs outputs,
            IntConsumer progress,
            Cancellation cancellation) {
        int classes = network.outputShape().size();
        int[] answers = new int[images.count()];
        int[] done = new int[1];
        OrderedWork.run(
                images.count(),
                BatchSize.of(network, BATCH),
                threads,
                () -> outputs,
                (own, first, count) -> ClosedForm.answers(own.of(first, count), classes),
                part -> {
                    System.arraycopy(part, 0, answers, done[0], part.length);
                    done[0] += part.length;
                    progress.accept(done[0]);
                },
                cancellation);
        return answers;
    }

    /** The share of answers that are right, 0 to 1; 0 if it is not known what is right. */
    static double share(int[] answers, int[] right) {
        int same = 0;
        for (int i = 0; i < right.length; i++) {
            same += answers[i] == right[i] ? 1 : 0;
        }
        return (double) same / Math.max(1, right.length);
    }
}
