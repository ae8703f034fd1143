package org.eccexplorer.app.open;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.dataset.DataCheck;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Where a CNN answers few images right, tries other preparations of them, since a wrong one is the
 * most frequent reason. It changes nothing.
 */
final class PreparationTrial {
    private static final int IMAGES = 100;

    /** Of large images fewer are tried. */
    private static final int FEW_IMAGES = 24;

    private static final int LARGE = 128 * 128;

    /** A CNN that is right more often is left alone. */
    private static final double DOUBTFUL = 0.6;

    /** By so much another preparation has to be better. */
    private static final double CLEARLY = 0.1;

    /** Standard deviations of a proportion that chance is taken to reach. */
    private static final double SPREAD = 2;

    private final CnnEvaluator cnn;
    private final LabelledImages images;
    private final boolean rescales;

    private PreparationTrial(CnnEvaluator cnn, LabelledImages images, boolean rescales) {
        this.cnn = cnn;
        this.images = images;
        this.rescales = rescales;
    }

    /**
     * What to say of images that are prepared as usual; nothing if the CNN is good enough.
     *
     * @param images as their file holds them
     */
    static Optional<String> hint(LoadedModel model, LabelledImages images) throws ProblemException {
        float low = images.pixels().extremes().low();
        float high = images.pixels().extremes().high();
        boolean known = images.bytes() || (low >= 0 && high <= 255);
        return images.labels().length == 0 || !known
                ? Optional.empty()
                : new PreparationTrial(model.cnn(), images, model.model().rescales()).hint();
    }

    private Optional<String> hint() throws ProblemException {
        double usual = accuracy(Optional.empty());
        if (usual >= DOUBTFUL) {
            return Optional.empty();
        }
        double best = usual;
        Optional<Preparation> better = Optional.empty();
        for (Preparation other : candidates()) {
            double accuracy = accuracy(Optional.of(other));
            if (accuracy > best) {
                best = accuracy;
                better = Optional.of(other);
            }
        }
        String right = Numbers.percent(usual, 0);
        int tried = number();
        if (better.isPresent() && best >= usual + CLEARLY + SPREAD * 0.5 / Math.sqrt(tried)) {
            return Optional.of(
                    Texts.text(
                            "app.open.betterPrepared",
                            better.get().text(),
                            Numbers.percent(best, 0),
                            right,
                            Texts.counted("app.open.triedImages", tried),
                            better.get().name()));
        }
        double chance = 1.0 / cnn.network().outputShape().size();
        double reached = chance + SPREAD * Math.sqrt(chance * (1 - chance) / tried);
        return usual <= reached
                ? Optional.of(
                        Texts.text(
                                "app.open.nearChance",
                                right,
                                Texts.counted("app.open.triedImages", tried)))
                : Optional.empty();
    }

    private List<Preparation> candidates() {
        List<Preparation> fitting = new ArrayList<>();
        for (Preparation one : Preparation.NAMED) {
            if (one.fits(cnn.network().inputShape().channels())) {
                fitting.add(one);
            }
        }
        return fitting;
    }

    private int number() {
        int most = cnn.network().inputShape().pixels() > LARGE ? FEW_IMAGES : IMAGES;
        return Math.min(most, images.count());
    }

    /** Of images from all over the data set, which may be sorted by class. */
    private double accuracy(Optional<Preparation> preparation) throws ProblemException {
        int tried = number();
        int right = 0;
        for (int i = 0; i < tried; i++) {
            int index = (int) ((long) i * images.count() / tried);
            LabelledImages one =
                    DataCheck.prepare(
                            images.range(index, index + 1),
                            cnn.network().inputShape(),
                            Integer.MAX_VALUE,
                            rescales,
                            preparation);
            float[] outputs = cnn.evaluate(one.image(0), 0, 1);
            right += largest(outputs) == images.labels()[index] ? 1 : 0;
        }
        return (double) right / tried;
    }

    private static int largest(float[] outputs) {
        int best = 0;
        for (int c = 1; c < outputs.length; c++) {
            best = outputs[c] > outputs[best] ? c : best;
        }
        return best;
    }
}
