package org.eccexplorer.app.find;

import java.util.Arrays;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;

/**
 * What is right on some images: their labels, or where they have none what the CNN answers; and how
 * sure an answer has to be.
 *
 * @param right class of each image
 * @param cnn what the CNN answers
 * @param cnnLeads by how much what is right leads in the CNN, see {@link Lead}
 * @param lead by how much it has to lead to count as sure; 0: it suffices to be right
 * @param labelled whether there are labels
 */
record Truth(int[] right, int[] cnn, double[] cnnLeads, double lead, boolean labelled) {
    private static final int BATCH = 16;

    /**
     * The answers that the CNN gives least surely, this share of all, do not count: calibration
     * images are mostly training images, on which a CNN is right far more often and by a larger
     * lead than on others. With the boundary moved so far a setting loses about what it loses on
     * images that nobody was trained on.
     */
    static final double UNSURE = 0.05;

    /** What a batch of images gives. */
    private record Part(int[] answers, float[] outputs) {}

    /** Of images that are tested: it suffices to be right. */
    static Truth tested(
            CnnEvaluator network, LabelledImages images, int threads, Cancellation cancellation) {
        Truth sure = of(network, images, threads, cancellation);
        return new Truth(sure.right, sure.cnn, sure.cnnLeads, 0, sure.labelled);
    }

    /** Of images to choose on. */
    static Truth of(
            CnnEvaluator network, LabelledImages images, int threads, Cancellation cancellation) {
        int classes = network.network().outputShape().size();
        int node = beforeSoftmax(network.network());
        int[] cnn = new int[images.count()];
        float[][] outputs = new float[images.count()][];
        int[] done = new int[1];
        OrderedWork.run(
                images.count(),
                BATCH,
                threads,
                () -> network,
                (own, first, count) -> {
                    float[][] values = new float[1][];
                    float[] last =
                            own.evaluate(
                                    images.batch(first, count),
                                    0,
                                    count,
                                    (at, activation) -> {
                                        if (at == node) {
                                            values[0] = activation;
                                        }
                                    });
                    return new Part(ClosedForm.answers(last, classes), values[0]);
                },
                part -> {
                    for (int i = 0; i < part.answers().length; i++) {
                        cnn[done[0]] = part.answers()[i];
                        outputs[done[0]++] =
                                Arrays.copyOfRange(part.outputs(), i * classes, (i + 1) * classes);
                    }
                },
                cancellation);
        boolean labelled = images.labels().length > 0;
        int[] right = labelled ? images.labels() : cnn;
        double[] leads = new double[done[0]];
        for (int i = 0; i < leads.length; i++) {
            leads[i] = Lead.of(outputs[i], 0, right[i]);
        }
        double[] sorted = leads.clone();
        Arrays.sort(sorted);
        double least = sorted.length == 0 ? 0 : sorted[(int) (UNSURE * sorted.length)];
        return new Truth(right, cnn, leads, Math.max(0, least), labelled);
    }

    /** The last node whose values are not squeezed between 0 and 1. */
    private static int beforeSoftmax(Network network) {
        int last = network.nodes().size() - 1;
        return network.nodes().get(last).layer() instanceof Layer.Softmax
                ? network.nodes().get(last).inputs().getFirst()
                : last;
    }

    int of(int image) {
        return right[image];
    }

    int cnn(int image) {
        return cnn[image];
    }

    int[] part(int first, int count) {
        return Arrays.copyOfRange(right, first, first + count);
    }

    /** Of the first images, how many the CNN classifies rightly. */
    int cnnRight(int images) {
        int same = 0;
        for (int i = 0; i < images; i++) {
            same += cnn[i] == right[i] ? 1 : 0;
        }
        return same;
    }

    /** Of the first images, how many the CNN classifies rightly and surely. */
    int cnnSure(int images) {
        int sure = 0;
        for (int i = 0; i < images; i++) {
            sure += cnn[i] == right[i] && cnnLeads[i] >= lead ? 1 : 0;
        }
        return sure;
    }
}
