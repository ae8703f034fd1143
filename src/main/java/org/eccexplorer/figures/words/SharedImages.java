package org.eccexplorer.figures.words;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Two runs on the images that both have done: the first ones, as many as the shorter has.
 *
 * @param images how many these are, at least 1
 * @param total of the whole runs
 * @param labels the right class of each image
 */
record SharedImages(RunSnapshot first, RunSnapshot second, int images, int total, int[] labels) {

    /** Empty while one of them has no image, and if it is not known what is right. */
    static Optional<SharedImages> of(RunState first, RunState second, int[] labels) {
        int images = Math.min(first.images(), second.images());
        return images == 0 || labels.length < images
                ? Optional.empty()
                : Optional.of(
                        new SharedImages(
                                first.snapshot().orElseThrow(),
                                second.snapshot().orElseThrow(),
                                images,
                                Math.max(
                                        first.snapshot().orElseThrow().total(),
                                        second.snapshot().orElseThrow().total()),
                                labels));
    }

    /** A run on all the images that it has done. */
    static Optional<SharedImages> of(RunState run, int[] labels) {
        return of(run, run, labels);
    }

    boolean isPartial() {
        return images < total;
    }

    /** How many they are: "1000 images", "first 91 of 1000 images". */
    String words() {
        return isPartial()
                ? Texts.text(
                        "figures.effect.first",
                        Texts.text(
                                "figures.cnn.first", Numbers.count(images), Numbers.count(total)))
                : Texts.counted("figures.images", images);
    }

    /** The last timestep of both. */
    int last() {
        return Math.min(first.timesteps(), second.timesteps());
    }

    /** Whether both were evaluated at a timestep. */
    boolean isKnown(int t) {
        return first.isKnown(t) && second.isKnown(t);
    }

    /** Accuracy of the second minus that of the first, in points. */
    double difference(int t) {
        return 100.0 * (right(second, t) - right(first, t)) / images;
    }

    /** The first timestep at which a run is within a margin of the CNN on these images; 0: none. */
    int reaches(RunSnapshot run, double margin) {
        int cnn =
                run.images() == images
                        ? run.cnnRight()
                        : count(i -> run.cnnAnswers()[i] == labels[i]);
        // Whole images: a share such as 0.905 has no exact binary form.
        double allowed = margin * images + 1e-9;
        return IntStream.rangeClosed(1, run.timesteps())
                .filter(run::isKnown)
                .filter(t -> cnn - right(run, t) <= allowed)
                .findFirst()
                .orElse(0);
    }

    private int right(RunSnapshot run, int t) {
        return run.images() == images
                ? run.right()[t - 1]
                : count(i -> run.answers()[i][t - 1] == labels[i]);
    }

    private int count(IntPredicate right) {
        return (int) IntStream.range(0, images).filter(right).count();
    }
}
