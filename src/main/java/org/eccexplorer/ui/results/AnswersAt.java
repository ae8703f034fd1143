package org.eccexplorer.ui.results;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.measure.RunSnapshot;

/**
 * What CNN and SNN answer to all images at one timestep.
 *
 * @param images that have been simulated
 * @param differences images on which the networks differ, in order
 * @param confusion [truth, or the CNN's answer to images without labels][SNN's answer] images
 */
record AnswersAt(int images, List<Difference> differences, int[][] confusion) {

    /**
     * An image on which the networks differ.
     *
     * @param truth its class, −1 if unknown
     * @param settledAt timestep from which the SNN's answer no longer changes
     * @param exit timestep at which it is answered
     */
    record Difference(int image, int truth, int cnn, int snn, int settledAt, int exit) {}

    /**
     * What they are made of.
     *
     * @param timestep from 1 to T
     */
    record Key(RunSnapshot run, int timestep) {}

    AnswersAt {
        differences = List.copyOf(differences);
    }

    /**
     * Goes through all images.
     *
     * @param labels of the images, empty if unknown
     */
    static AnswersAt of(Key key, int[] labels) {
        RunSnapshot run = key.run();
        int classes = run.outputs().length / Math.max(1, run.images());
        int[][] confusion = new int[classes][classes];
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < run.images(); i++) {
            int snn = run.answers()[i][key.timestep() - 1];
            int cnn = run.cnnAnswers()[i];
            int truth = labels.length == 0 ? -1 : labels[i];
            confusion[truth < 0 ? cnn : truth][snn]++;
            if (snn != cnn) {
                found.add(new Difference(i, truth, cnn, snn, run.settledAt(i), run.exit(i)));
            }
        }
        return new AnswersAt(run.images(), found, confusion);
    }
}
