package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eccexplorer.array.ChannelMap;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.Pixels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What is done with images before the model takes them: y = (x·scale − mean) / std, by channel. Of
 * bytes x is from 0 to 255; values from 0 to 1 are taken as bytes that were divided already.
 *
 * @param name as users give it; empty for one that is made of its numbers
 * @param scale what x from 0 to 255 is multiplied by
 * @param mean one per channel, or one for all
 * @param std one per channel, or one for all
 * @param reversed whether the channels come in the order BGR, which mean and std are in too
 */
public record Preparation(
        String name, double scale, List<Double> mean, List<Double> std, boolean reversed) {
    private static final double UNIT = 1 / 255.0;

    /** Those that have names. */
    public static final List<Preparation> NAMED =
            List.of(
                    new Preparation("bytes", 1, List.of(0.0), List.of(1.0), false),
                    new Preparation("unit", UNIT, List.of(0.0), List.of(1.0), false),
                    new Preparation("tf", 1 / 127.5, List.of(1.0), List.of(1.0), false),
                    new Preparation(
                            "caffe", 1, List.of(103.939, 116.779, 123.68), List.of(1.0), true),
                    unit("torch", List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)),
                    unit("mnist", List.of(0.1307), List.of(0.3081)),
                    unit(
                            "cifar10",
                            List.of(0.4914, 0.4822, 0.4465),
                            List.of(0.2470, 0.2435, 0.2616)),
                    unit(
                            "cifar100",
                            List.of(0.5071, 0.4867, 0.4408),
                            List.of(0.2675, 0.2565, 0.2761)),
                    unit("fashion", List.of(0.2860), List.of(0.3530)),
                    unit("svhn", List.of(0.4377, 0.4438, 0.4728), List.of(0.1980, 0.2010, 0.1970)),
                    new Preparation("bgr", UNIT, List.of(0.0), List.of(1.0), true));

    public Preparation {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
    }

    private static Preparation unit(String name, List<Double> mean, List<Double> std) {
        return new Preparation(name, UNIT, mean, std, false);
    }

    /** The names of those that have one. */
    public static List<String> names() {
        return NAMED.stream().map(Preparation::name).toList();
    }

    /** The one that is said of images; empty if none is. */
    public static Optional<Preparation> of(DataSpec spec) throws ProblemException {
        String name = spec.said(DataSpec.PREPARE);
        String scale = spec.said(DataSpec.SCALE);
        String mean = spec.said(DataSpec.MEAN);
        String std = spec.said(DataSpec.STD);
        if (!name.isEmpty()) {
            return Optional.of(named(name));
        }
        if (scale.isEmpty() && mean.isEmpty() && std.isEmpty()) {
            return Optional.empty();
        }
        List<Double> deviations = numbers(DataSpec.STD, std, 1);
        if (deviations.contains(0.0)) {
            throw Reading.unknown(DataSpec.STD, std, Texts.text("dataset.notZero"));
        }
        return Optional.of(
                new Preparation(
                        "",
                        numbers(DataSpec.SCALE, scale, UNIT).getFirst(),
                        numbers(DataSpec.MEAN, mean, 0),
                        deviations,
                        false));
    }

    private static Preparation named(String name) throws ProblemException {
        for (Preparation one : NAMED) {
            if (one.name.equals(name)) {
                return one;
            }
        }
        throw Reading.unknown(DataSpec.PREPARE, name, String.join(", ", names()));
    }

    /** Numbers between commas, each perhaps a fraction such as 1/255. */
    private static List<Double> numbers(String key, String text, double standard)
            throws ProblemException {
        if (text.isEmpty()) {
            return List.of(standard);
        }
        List<Double> numbers = new ArrayList<>();
        try {
            for (String part : text.split(",", -1)) {
                String[] fraction = part.strip().split("/", 2);
                double number = Double.parseDouble(fraction[0]);
                double value =
                        fraction.length == 1 ? number : number / Double.parseDouble(fraction[1]);
                if (!Double.isFinite(value)) {
                    throw new NumberFormatException(part);
                }
                numbers.add(value);
            }
        } catch (NumberFormatException e) {
            throw Reading.unknown(key, text, Texts.text("dataset.numbersOrFractions"));
        }
        return numbers;
    }

    /** Whether it can be done with images of so many channels. */
    public boolean fits(int channels) {
        return (mean.size() == 1 || mean.size() == channels)
                && (std.size() == 1 || std.size() == channels)
                && (!reversed || channels == 3);
    }

    /** Prepared images; see above for which values they may have. */
    public LabelledImages applied(LabelledImages images) throws ProblemException {
        int channels = images.shape().channels();
        if (!fits(channels)) {
            throw Reading.unknown(
                    DataSpec.PREPARE,
                    text(),
                    Texts.text("dataset.ofChannels", Numbers.count(channels)));
        }
        Pixels.Extremes extremes = images.pixels().extremes();
        boolean divided = !images.bytes() && extremes.low() >= 0 && extremes.high() <= 1;
        if (!images.bytes() && !divided && (extremes.low() < 0 || extremes.high() > 255)) {
            throw Reading.unknown(
                    DataSpec.PREPARE,
                    text(),
                    Texts.text(
                            "dataset.alreadyPrepared",
                            Numbers.significant(extremes.low(), 4),
                            Numbers.significant(extremes.high(), 4)));
        }
        double[] factor = new double[channels];
        double[] summand = new double[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = std.get(c % std.size());
            factor[c] = scale / deviation * (divided ? 255 : 1);
            summand[c] = -mean.get(c % mean.size()) / deviation;
        }
        return images.with(images.pixels().mapped(new ChannelMap(factor, summand, reversed)));
    }

    /** As a formula, such as "x/127.5 − 1". */
    public String text() {
        return switch (name) {
            case "bytes" -> Texts.text("dataset.preparation.bytes");
            case "unit" -> Texts.text("dataset.preparation.unit");
            case "tf" -> Texts.text("dataset.preparation.tf");
            case "caffe" -> Texts.text("dataset.preparation.caffe");
            case "torch" -> Texts.text("dataset.preparation.torch");
            case "mnist" -> Texts.text("dataset.preparation.mnist");
            case "cifar10" -> Texts.text("dataset.preparation.cifar10");
            case "cifar100" -> Texts.text("dataset.preparation.cifar100");
            case "fashion" -> Texts.text("dataset.preparation.fashion");
            case "svhn" -> Texts.text("dataset.preparation.svhn");
            case "bgr" -> Texts.text("dataset.preparation.bgr");
            default ->
                    Texts.text(
                            "dataset.preparationOf",
                            Numbers.significant(scale, 4),
                            listed(mean),
                            listed(std));
        };
    }

    /** The formula of a name. */
    public static String meaning(String name) {
        return NAMED.stream()
                .filter(one -> one.name.equals(name))
                .map(Preparation::text)
                .findFirst()
                .orElse(name);
    }

    private static String listed(List<Double> numbers) {
        return numbers.stream()
                .map(number -> Numbers.significant(number, 4))
                .collect(Collectors.joining("; "));
    }
}
