package org.eccexplorer.app.find;

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
record Split(LabelledImages fit, LabelledImages choose) {
    /** With fewer calibration images nothing can be decided. */
    static final int FEWEST = 20;

    /** The images to decide on in another order. */
    Split chosen(int[] places) {
        return new Split(fit, choose.chosen(places));
    }

    private static final double FIT_SHARE = 0.4;

    /**
     * The calibration images of an experiment, split at random.
     *
     * @throws ProblemException if there are too few, or some of them are tested
     */
    static Split of(Experiment experiment, long seed) throws ProblemException {
        if (experiment.isCalibratedOnTest("")) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    experiment.dataSource(),
                    Texts.text("app.find.noCalibration"),
                    Texts.text("app.find.noCalibrationWhy"),
                    Texts.text("app.find.giveCalibration"));
        }
        LabelledImages images = experiment.calibration();
        if (images.count() < FEWEST) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    experiment.calibrationSource(),
                    Texts.text("app.find.fewCalibration"),
                    Texts.text(
                            "app.find.imagesAndNeeded",
                            Numbers.count(images.count()),
                            Numbers.count(FEWEST)),
                    Texts.text("app.find.giveMore"));
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
