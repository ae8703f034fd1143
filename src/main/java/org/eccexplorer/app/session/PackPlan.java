package org.eccexplorer.app.session;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.dataset.LabelledImages;

/**
 * What becomes a class pack.
 *
 * @param experiment the model, the images that are packed, and those that λ is measured on
 * @param notes for the teacher; empty if there are none
 */
public record PackPlan(
        String title,
        Experiment experiment,
        Settings settings,
        Set<WindowPart> hidden,
        List<PackedLesson> lessons,
        String notes) {
    /** So many images are packed where nothing else is said. */
    public static final int USUAL_IMAGES = 100;

    public PackPlan {
        hidden = Set.copyOf(hidden);
        lessons = List.copyOf(lessons);
    }

    /**
     * An experiment with fewer test images; those that λ is measured on stay.
     *
     * @param most at most this many
     * @param seed which draws them, in the order of their file; without one the first are taken
     */
    public static Experiment chosen(Experiment experiment, int most, OptionalLong seed) {
        LabelledImages all = experiment.test();
        int count = Math.min(most, all.count());
        int[] places = IntStream.range(0, all.count()).toArray();
        if (seed.isPresent()) {
            shuffle(places, new Random(seed.getAsLong()));
        }
        int[] taken = Arrays.copyOf(places, count);
        Arrays.sort(taken);
        return new Experiment(
                experiment.model(),
                all.chosen(taken),
                experiment.calibration(),
                experiment.dataSource(),
                experiment.calibrationSource(),
                experiment.classNames(),
                experiment.warnings(),
                experiment.choices());
    }

    private static void shuffle(int[] places, Random random) {
        for (int i = places.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = places[i];
            places[i] = places[other];
            places[other] = kept;
        }
    }
}
