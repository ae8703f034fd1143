package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.text.Texts;

/**
 * What CNN and SNN answer to all images at one timestep.
 *
 * @param images that have been simulated
 * @param differences images on which the networks differ, in order
 * @param confusion [truth, or the CNN's answer to images without labels][SNN's answer] images
 */
public record AnswersAt(int images, List<Difference> differences, int[][] confusion) {

    /**
     * An image on which the networks differ.
     *
     * @param truth its class, −1 if unknown
     * @param settledAt timestep from which the SNN's answer no longer changes
     * @param exit timestep at which it is answered
     */
    public record Difference(int image, int truth, int cnn, int snn, int settledAt, int exit) {}

    /**
     * What they are made of.
     *
     * @param timestep from 1 to T
     */
    public record Key(RunSnapshot run, int timestep) {}

    public AnswersAt {
        differences = List.copyOf(differences);
    }

    /**
     * Goes through all images.
     *
     * @param labels of the images, empty if unknown
     */
    public static AnswersAt of(Key key, int[] labels) {
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

    /**
     * How often each class got each answer.
     *
     * @param className the name of a class
     * @param labelled whether rows are classes, not what the CNN answers
     * @param hint what can be done with it; empty for nothing
     */
    public Chart matrix(
            RunState run, int t, IntFunction<String> className, boolean labelled, String hint) {
        String notes =
                Texts.text(labelled ? "figures.answers.rowsTruth" : "figures.answers.rowsCnn", t);
        return new Chart.Matrix(
                        Texts.text("figures.answers.title"),
                        hint.isEmpty() ? notes : Texts.text("figures.answers.hint", notes, hint),
                        Texts.text("figures.answers.truth"),
                        Texts.text("figures.answers.snn"),
                        IntStream.range(0, confusion.length).mapToObj(className).toList(),
                        confusion)
                .from(Sources.ofAnswers(run, t));
    }
}
