package org.eccexplorer.app.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.DataCheck;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
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

    /** And of networks that take long over one, with so many multiplications in all. */
    private static final long FEW_MACS = 40_000_000_000L;

    private static final int LEAST = 12;

    private static final int LARGE = 128 * 128;

    /**
     * Means and deviations of data sets of small images, which are not tried on large ones: "torch"
     * has those of large ones, and they differ little.
     */
    private static final Set<String> OF_SMALL_IMAGES =
            Set.of("mnist", "cifar10", "cifar100", "fashion", "svhn");

    /** Fewer images fit some preparation, or order of classes, by chance. */
    private static final int FEWEST = 10;

    /** A CNN that is right in more of what is above chance is left alone. */
    private static final double DOUBTFUL = 0.55;

    /** By so much an expected accuracy may be missed. */
    private static final double ALLOWED = 0.03;

    /** By so much another preparation has to be better. */
    private static final double CLEARLY = 0.1;

    /** By so much a mean and deviation has to be better than a more usual one. */
    private static final double NOISE = 0.02;

    /** By so much more has to be right in another order of classes. */
    private static final double FAR = 0.3;

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
     * What is said of how right the CNN is.
     *
     * @param choice of the preparation, if another one is clearly better
     */
    record Advice(String sentence, Optional<DataChoice> choice) {}

    /**
     * What to say of images that are prepared as usual; nothing if the CNN is good enough.
     *
     * @param images as their file holds them
     * @param expected the accuracy that the CNN had elsewhere, 0 to 1; empty if nobody says
     */
    static Optional<Advice> advice(
            LoadedModel model, LabelledImages images, OptionalDouble expected)
            throws ProblemException {
        float low = images.pixels().extremes().low();
        float high = images.pixels().extremes().high();
        boolean known = images.bytes() || (low >= 0 && high <= 255);
        return images.labels().length == 0
                ? Optional.empty()
                : new PreparationTrial(model.cnn(), images, model.model().rescales())
                        .advice(expected, known);
    }

    /** What to say of images that are prepared as the user wants. */
    static Optional<Advice> adviceOn(
            LoadedModel model,
            LabelledImages images,
            Preparation preparation,
            OptionalDouble expected)
            throws ProblemException {
        if (images.labels().length == 0) {
            return Optional.empty();
        }
        PreparationTrial trial =
                new PreparationTrial(model.cnn(), images, model.model().rescales());
        double accuracy = trial.accuracy(trial.answers(Optional.of(preparation)));
        return trial.isDoubtful(accuracy, expected)
                ? trial.remark(accuracy, expected)
                : Optional.empty();
    }

    private boolean isDoubtful(double accuracy, OptionalDouble expected) {
        double wanted = expected.orElse(0);
        double spread = Math.sqrt(wanted * (1 - wanted) / number());
        return expected.isPresent()
                ? accuracy < wanted - ALLOWED - SPREAD * spread
                : accuracy < chance() + DOUBTFUL * (1 - chance());
    }

    private double chance() {
        return 1.0 / cnn.network().outputShape().size();
    }

    private Optional<Advice> advice(OptionalDouble expected, boolean known)
            throws ProblemException {
        int[] answers = answers(Optional.empty());
        double usual = accuracy(answers);
        if (!isDoubtful(usual, expected)) {
            return Optional.empty();
        }
        int tried = number();
        if (tried < FEWEST) {
            return known ? remark(usual, expected) : prepared(usual);
        }
        double clear = usual + CLEARLY + SPREAD * 0.5 / Math.sqrt(tried);
        double best = usual;
        Optional<Preparation> better = Optional.empty();
        Map<String, Double> all = new LinkedHashMap<>();
        for (Preparation other : known ? candidates() : List.<Preparation>of()) {
            Optional<int[]> others = answers(Optional.of(other), least(clear));
            if (others.isEmpty()) {
                continue;
            }
            double accuracy = accuracy(others.get());
            all.put(other.name(), accuracy);
            boolean alike = better.filter(found -> isSpread(found) && isSpread(other)).isPresent();
            if (accuracy > best + (alike ? NOISE : 0)) {
                best = accuracy;
                better = Optional.of(other);
            }
        }
        if (better.isEmpty() || best < clear) {
            Optional<Advice> order = order(answers, usual);
            return order.isPresent() ? order : known ? remark(usual, expected) : prepared(usual);
        }
        String name = better.get().name();
        String images = Texts.counted("app.open.triedImages", tried);
        String formula = better.get().text();
        String then = Numbers.percent(best, 0);
        String now = Numbers.percent(usual, 0);
        return Optional.of(
                new Advice(
                        Texts.text("app.open.betterPrepared", formula, then, now, images, name)
                                + alsoGood(all, name, best),
                        Optional.of(
                                DataChoice.ofPreparation(
                                        Texts.text(
                                                "app.open.usePreparation",
                                                formula,
                                                then,
                                                now,
                                                images),
                                        usualName(),
                                        name))));
    }

    /** Names the others that are as good, since one of them may be the right one. */
    private static String alsoGood(Map<String, Double> all, String chosen, double best) {
        String others =
                all.entrySet().stream()
                        .filter(one -> !one.getKey().equals(chosen))
                        .filter(one -> one.getValue() >= best - NOISE)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : Texts.text("app.open.alsoGood", others);
    }

    /** Whether values are spread by a deviation; presets that do so differ little. */
    private static boolean isSpread(Preparation preparation) {
        return preparation.std().stream().anyMatch(deviation -> deviation != 1);
    }

    /** The name of what is done where nothing is said; empty if it has none. */
    private String usualName() {
        return images.bytes() ? (rescales ? "bytes" : "unit") : "";
    }

    /** What to say of an accuracy that no other preparation makes better. */
    private Optional<Advice> remark(double accuracy, OptionalDouble expected) {
        int tried = number();
        String right = Numbers.percent(accuracy, 0);
        String images = Texts.counted("app.open.triedImages", tried);
        double reached = chance() + SPREAD * Math.sqrt(chance() * (1 - chance()) / tried);
        if (expected.isPresent()) {
            String stated = Numbers.percent(expected.getAsDouble(), 1);
            return said(Texts.text("app.open.belowExpected", right, images, stated));
        }
        return accuracy <= reached
                ? said(Texts.text("app.open.nearChance", right, images))
                : Optional.empty();
    }

    /** Of values that are neither bytes nor from 0 to 1. */
    private Optional<Advice> prepared(double accuracy) {
        boolean sequence = cnn.network().inputShape().isSequence();
        return said(
                Texts.text(
                        sequence ? "app.open.perhapsScaled" : "app.open.perhapsPrepared",
                        Numbers.percent(accuracy, 0),
                        Texts.counted("app.open.triedImages", number()),
                        Numbers.significant(images.pixels().extremes().low(), 4),
                        Numbers.significant(images.pixels().extremes().high(), 4)));
    }

    private static Optional<Advice> said(String sentence) {
        return Optional.of(new Advice(sentence, Optional.empty()));
    }

    private List<Preparation> candidates() {
        List<Preparation> fitting = new ArrayList<>();
        for (Preparation one : Preparation.NAMED) {
            boolean tried = one.name().equals(usualName());
            boolean meant = !isLarge() || !OF_SMALL_IMAGES.contains(one.name());
            if (!tried && meant && one.fits(cnn.network().inputShape().channels())) {
                fitting.add(one);
            }
        }
        return fitting;
    }

    private boolean isLarge() {
        return cnn.network().inputShape().pixels() > LARGE;
    }

    private int number() {
        int most = IMAGES;
        if (isLarge()) {
            most = Math.clamp(FEW_MACS / Math.max(1, Macs.of(cnn.network())), LEAST, FEW_IMAGES);
        }
        return Math.min(most, images.count());
    }

    private double accuracy(int[] answers) {
        int right = 0;
        for (int i = 0; i < answers.length; i++) {
            right += answers[i] == images.labels()[index(i)] ? 1 : 0;
        }
        return (double) right / answers.length;
    }

    /** Of images from all over the data set, which may be sorted by class. */
    private int index(int tried) {
        return (int) ((long) tried * images.count() / number());
    }

    /**
     * How many images another preparation has to have right to be of interest: where one image more
     * or less is beyond the noise, those with fewer change nothing.
     */
    private int least(double clear) {
        int tried = number();
        return 1.0 / tried > NOISE ? (int) Math.ceil((clear - NOISE) * tried) : 0;
    }

    private int[] answers(Optional<Preparation> preparation) throws ProblemException {
        return answers(preparation, 0).orElseThrow();
    }

    /** Nothing where fewer than {@code least} of them can be right. */
    private Optional<int[]> answers(Optional<Preparation> preparation, int least)
            throws ProblemException {
        List<float[]> pixels = new ArrayList<>();
        for (int i = 0; i < number(); i++) {
            LabelledImages one =
                    DataCheck.prepare(
                            images.range(index(i), index(i) + 1),
                            cnn.network().inputShape(),
                            Integer.MAX_VALUE,
                            rescales,
                            preparation);
            pixels.add(one.image(0));
        }
        List<Integer> answers = new ArrayList<>();
        int[] wrong = new int[1];
        Cancellation hopeless = new Cancellation();
        OrderedWork.run(
                pixels.size(),
                1,
                Runtime.getRuntime().availableProcessors(),
                () -> cnn,
                (own, image, count) -> answer(own.evaluate(pixels.get(image), 0, count)),
                answer -> {
                    wrong[0] += answer == images.labels()[index(answers.size())] ? 0 : 1;
                    answers.add(answer);
                    if (pixels.size() - wrong[0] < least) {
                        hopeless.cancel();
                    }
                },
                hopeless);
        // Whether all were answered before the others heard of it does not count.
        return hopeless.isRequested()
                ? Optional.empty()
                : Optional.of(answers.stream().mapToInt(answer -> answer).toArray());
    }

    /** Whether the answers fit the labels if the classes have another order. */
    private Optional<Advice> order(int[] answers, double usual) {
        int[] labels = new int[answers.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = images.labels()[index(i)];
        }
        int classes = cnn.network().outputShape().size();
        ClassOrder order = ClassOrder.of(labels, answers, classes);
        if (order.accuracy() < usual + FAR || order.accuracy() < DOUBTFUL) {
            return Optional.empty();
        }
        String now = Numbers.percent(usual, 0);
        String then = Numbers.percent(order.accuracy(), 0);
        String tried = Texts.counted("app.open.triedImages", answers.length);
        List<String> names = order.names(images.classNames());
        if (names.isEmpty()) {
            return said(Texts.text("app.open.otherOrder", now, tried, then));
        }
        String listed = String.join(",", names);
        return Optional.of(
                new Advice(
                        Texts.text("app.open.betterOrder", now, tried, then, listed),
                        Optional.of(
                                DataChoice.ofOrder(
                                        Texts.text(
                                                "app.open.useOrder",
                                                now,
                                                tried,
                                                then,
                                                String.join(", ", names)),
                                        names))));
    }

    private static int answer(float[] outputs) {
        return ClosedForm.answers(outputs, outputs.length)[0];
    }
}
