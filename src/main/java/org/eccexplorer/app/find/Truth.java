package org.eccexplorer.app.find;

import java.util.Arrays;
import org.eccexplorer.app.run.CnnAccuracy;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;

/**
 * What is right on the images to choose on: their labels, or where they have none what the CNN
 * answers.
 *
 * @param cnn what the CNN answers
 * @param labelled whether there are labels
 */
record Truth(int[] right, int[] cnn, boolean labelled) {

    static Truth of(
            CnnEvaluator network, LabelledImages images, int threads, Cancellation cancellation) {
        int[] cnn = CnnAccuracy.answers(network, images, threads, cancellation);
        boolean labelled = images.labels().length > 0;
        return new Truth(labelled ? images.labels() : cnn, cnn, labelled);
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
}
