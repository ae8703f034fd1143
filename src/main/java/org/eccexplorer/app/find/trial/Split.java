package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The calibration images in two parts: what is measured for a setting (λ and what is calibrated) is
 * measured on one, and which setting is best is decided on the other.
 *
 * @param fit images to measure on
 * @param choose images to decide on, in the order in which they are used
 */
public record Split(LabelledImages fit, LabelledImages choose) {
    /** With fewer calibration images nothing can be decided. */
    public static final int FEWEST = 20;

    /** The images to decide on in another order. */
    public Split chosen(int[] places) {
        return new Split(fit, choose.chosen(places));
    }

    private static final double FIT_SHARE = 0.4;

    /**
     * The calibration images of an experiment, split at random.
     *
     * @throws ProblemException if there are too few, or some of them are tested
     */
    public static Split of(Experiment experiment, long seed) throws ProblemException {
        if (experiment.isCalibratedOnTest("")) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    experiment.dataSource(),
                    Texts.text("app.find.trial.noCalibration"),
                    Texts.text("app.find.trial.noCalibrationWhy"),
                    Texts.text("app.find.trial.giveCalibration"));
        }
        LabelledImages images = experiment.calibration();
        if (images.count() < FEWEST) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    experiment.calibrationSource(),
                    Texts.text("app.find.trial.fewCalibration"),
                    Texts.text(
                            "app.find.trial.imagesAndNeeded",
                            Numbers.count(images.count()),
                            Numbers.count(FEWEST)),
                    Texts.text("app.find.trial.giveMore"));
        }
        List<Integer> places =
                IntStream.range(0, images.count()).boxed().collect(Collectors.toList());
        Collections.shuffle(places, new Random(seed));
        int fitted = (int) Math.round(FIT_SHARE * images.count());
        int[] order = places.stream().mapToInt(Integer::intValue).toArray();
        return new Split(
                images.chosen(Arrays.copyOfRange(order, 0, fitted)),
                images.chosen(Arrays.copyOfRange(order, fitted, order.length)));
    }
}
