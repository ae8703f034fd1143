package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eccexplorer.app.run.BatchSize;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.ClosedForm;

/**
 * What is right on some images: their labels, or where they have none what the CNN answers; and by
 * how much that leads.
 *
 * @param right class of each image
 * @param cnn what the CNN answers
 * @param leads by how much what is right leads in the CNN, see {@link Lead}
 * @param near up to which lead an image is near to a tie: half of the images are
 * @param unseen images that nobody was trained on
 * @param labelled whether there are labels
 */
public record Truth(
        int[] right, int[] cnn, double[] leads, double near, Unseen unseen, boolean labelled) {
    private static final int BATCH = 16;

    /** What a batch of images gives. */
    private record Part(int[] answers, float[] outputs) {}

    public static Truth of(
            CnnEvaluator network, LabelledImages images, int threads, Cancellation cancellation) {
        int classes = network.network().outputShape().size();
        int node = beforeSoftmax(network.network());
        boolean labelled = images.labels().length > 0;
        int[] cnn = new int[images.count()];
        int[] right = labelled ? images.labels() : cnn;
        double[] leads = new double[images.count()];
        int[] done = new int[1];
        OrderedWork.run(
                images.count(),
                BatchSize.of(network.network(), BATCH),
                threads,
                () -> network,
                (own, first, count) -> {
                    float[] pixels = images.batch(first, count);
                    float[][] values = own.activations(pixels, 0, count, at -> at == node);
                    int[] answers = ClosedForm.answers(values[values.length - 1], classes);
                    return new Part(answers, values[node]);
                },
                part -> {
                    for (int i = 0; i < part.answers().length; i++) {
                        int image = done[0]++;
                        cnn[image] = part.answers()[i];
                        leads[image] = Lead.of(row(part.outputs(), i, classes), right[image]);
                    }
                },
                cancellation);
        return of(right, cnn, Arrays.copyOf(leads, done[0]), labelled);
    }

    private static Truth of(int[] right, int[] cnn, double[] leads, boolean labelled) {
        double[] sorted = leads.clone();
        Arrays.sort(sorted);
        double near = sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
        return new Truth(right, cnn, leads, near, Unseen.from(leads), labelled);
    }

    private static double[] row(float[] outputs, int number, int classes) {
        return IntStream.range(0, classes)
                .mapToDouble(c -> outputs[number * classes + c])
                .toArray();
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

    public int cnn(int image) {
        return cnn[image];
    }

    boolean isNear(int image) {
        return leads[image] <= near;
    }

    public int[] part(int first, int count) {
        return Arrays.copyOfRange(right, first, first + count);
    }

    /** The places of the images, those near to a tie first. */
    public int[] nearFirst() {
        return IntStream.concat(
                        IntStream.range(0, leads.length).filter(this::isNear),
                        IntStream.range(0, leads.length).filter(image -> !isNear(image)))
                .toArray();
    }

    /** The same of images in another order. */
    public Truth chosen(int[] places) {
        return new Truth(
                IntStream.of(places).map(place -> right[place]).toArray(),
                IntStream.of(places).map(place -> cnn[place]).toArray(),
                IntStream.of(places).mapToDouble(place -> leads[place]).toArray(),
                near,
                unseen,
                labelled);
    }

    /** Of the first images, how many the CNN classifies rightly. */
    public int cnnRight(int images) {
        int same = 0;
        for (int i = 0; i < images; i++) {
            same += cnn[i] == right[i] ? 1 : 0;
        }
        return same;
    }

    /**
     * What a setting loses: what its scatter lets expect, but no less than what it surely loses on
     * the images themselves.
     *
     * @param snnRight of the first images, how many it classifies rightly
     */
    Loss loss(Scatter scatter, int snnRight, int images) {
        int lost = Math.max(0, cnnRight(images) - snnRight);
        double surely = 100 * Interval.wilson(lost, images).low();
        double variance = scatter.variance();
        double doubt = scatter.doubt();
        return new Loss(
                Math.max(surely, unseen.loss(variance / doubt)),
                Math.max(surely, unseen.loss(variance)),
                Math.max(surely, unseen.loss(variance * doubt)));
    }
}
