package org.eccexplorer.figures.words;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Sentences made from the figures of runs. */
public final class Sentences {
    /** λ has settled if the second half of the images raised it by less than this share. */
    private static final double STEADY = 0.05;

    /** Errors that differ by no more than this share count as equal. */
    private static final double EQUAL = 0.1;

    /** Keeps divisors above zero. */
    private static final double LEAST = 1e-9;

    private Sentences() {}

    /** Causes that need no other layer's error. */
    private static final Set<Cause> ORIGINS = EnumSet.complementOf(EnumSet.of(Cause.INHERITED));

    /** Which layer's λ depends most on one image, and whether there are enough of them. */
    public static String lambda(LambdaStudy study) {
        LambdaStudy.Layer weakest = study.layers().getFirst();
        double loss = 0;
        double growth = 0;
        for (LambdaStudy.Layer layer : study.layers()) {
            int images = layer.maxima().length;
            double all = layer.after(images);
            if (all > 0 && 1 - layer.withoutDecisive() / all > loss) {
                loss = 1 - layer.withoutDecisive() / all;
                weakest = layer;
            }
            if (all > 0) {
                growth = Math.max(growth, 1 - layer.after(Math.max(1, images / 2)) / all);
            }
        }
        String enough =
                growth < STEADY
                        ? Texts.text("figures.sentence.enough", Numbers.percent(STEADY, 0))
                        : Texts.text("figures.sentence.tooFew", risen(growth));
        return Texts.text(
                "figures.sentence.lambda", weakest.decisive(), risen(loss), weakest.name(), enough);
    }

    /** By how much something grew of which a share was missing before. */
    private static String risen(double missing) {
        return Numbers.percent(missing / Math.max(LEAST, 1 - missing), 0);
    }

    /**
     * Which cause is the largest over all layers, and what would reduce it.
     *
     * @param spikesAlready whether the network was not converted, so that no setting changes it
     */
    public static String dominantCause(RunState run, boolean spikesAlready) {
        if (run.snapshot().isEmpty()) {
            return RunWords.whyEmpty(run);
        }
        RunSnapshot measured = run.snapshot().get();
        Cause cause = largest(EnumSet.allOf(Cause.class), c -> total(c, measured));
        if (cause != Cause.INHERITED) {
            return Texts.text(
                    "figures.sentence.cause",
                    title(cause),
                    spikesAlready ? limit(cause, run) : remedy(cause, run));
        }
        // What is inherited began somewhere: the causes before it are asked.
        Cause origin = largest(ORIGINS, c -> total(c, measured));
        if (total(origin, measured) == 0) {
            return Texts.text("figures.sentence.inheritedOnly");
        }
        LayerMeasures first =
                measured.layers().stream()
                        .max(Comparator.comparingDouble(layer -> part(origin, layer)))
                        .orElseThrow();
        return Texts.text(
                "figures.sentence.inherited",
                title(origin),
                first.name(),
                spikesAlready ? limit(origin, run) : remedy(origin, run));
    }

    /**
     * What makes the worse of two runs worse and what would help; then on how many images only one
     * of them is right, if there are labels.
     *
     * @param t timestep of the answers
     * @param labels of the images; empty if unknown
     */
    public static String comparison(RunState a, RunState b, int t, int[] labels) {
        if (a.snapshot().isEmpty()) {
            return Texts.text("figures.sentence.a", RunWords.whyEmpty(a));
        }
        if (b.snapshot().isEmpty()) {
            return Texts.text("figures.sentence.b", RunWords.whyEmpty(b));
        }
        String error = errors(a, a.snapshot().get(), b, b.snapshot().get());
        return labels.length == 0
                ? error
                : error + " " + answers(a.snapshot().get(), b.snapshot().get(), t, labels);
    }

    /** Whether errors can be compared: they are of as many timesteps and images. */
    public static boolean areAlike(RunSnapshot a, RunSnapshot b) {
        return a.timesteps() == b.timesteps() && a.images() == b.images();
    }

    private static String extent(RunSnapshot run) {
        return Texts.text(
                "figures.sentence.extent",
                Numbers.count(run.timesteps()),
                Texts.counted("figures.images", run.images()));
    }

    private static String errors(RunState a, RunSnapshot first, RunState b, RunSnapshot second) {
        if (!areAlike(first, second)) {
            return Texts.text("figures.sentence.unlike", extent(first), extent(second));
        }
        String at =
                Texts.text(
                        "figures.sentence.atOn",
                        Numbers.count(first.timesteps()),
                        Texts.counted("figures.images", first.images()));
        double one = total(first);
        double other = total(second);
        if (Math.abs(one - other) <= EQUAL * Math.max(one, other)) {
            return Texts.text("figures.sentence.equal", at, Numbers.percent(EQUAL, 0));
        }
        boolean firstWorse = one > other;
        RunState worse = firstWorse ? a : b;
        RunState better = firstWorse ? b : a;
        double times = Math.max(one, other) / Math.max(LEAST, Math.min(one, other));
        String larger =
                Texts.text(
                        firstWorse ? "figures.sentence.aCarries" : "figures.sentence.bCarries",
                        Numbers.fixed(times, 1),
                        at);
        return larger + " " + origin(worse, better);
    }

    /** Where the larger error of a run begins. */
    private static String origin(RunState worse, RunState better) {
        if (foldedOtherwise(worse, better) && gapOfFirstLayer(worse, better) > 0) {
            return Texts.text("figures.sentence.otherEpsilon");
        }
        RunSnapshot first = worse.snapshot().orElseThrow();
        RunSnapshot second = better.snapshot().orElseThrow();
        ToDoubleFunction<Cause> gap = c -> total(c, first) - total(c, second);
        Cause cause = largest(ORIGINS, gap);
        boolean passedOn = gap.applyAsDouble(Cause.INHERITED) > gap.applyAsDouble(cause);
        if (gap.applyAsDouble(cause) <= 0) {
            return Texts.text("figures.sentence.otherCurrents");
        }
        return Texts.text(
                passedOn ? "figures.sentence.beginsAndPasses" : "figures.sentence.begins",
                title(cause),
                remedy(cause, worse));
    }

    private static String answers(RunSnapshot a, RunSnapshot b, int t, int[] labels) {
        int at = Math.min(t, Math.min(a.timesteps(), b.timesteps()));
        int onlyA = 0;
        int onlyB = 0;
        int images = Math.min(a.images(), b.images());
        for (int i = 0; i < images; i++) {
            boolean rightA = a.answers()[i][at - 1] == labels[i];
            boolean rightB = b.answers()[i][at - 1] == labels[i];
            onlyA += rightA && !rightB ? 1 : 0;
            onlyB += rightB && !rightA ? 1 : 0;
        }
        return Texts.text(
                "figures.sentence.answers",
                at,
                Numbers.count(onlyA),
                Numbers.count(onlyB),
                Texts.counted("figures.images", images));
    }

    /** Whether nothing but CMB, off in the worse run, tells the two apart. */
    private static boolean foldedOtherwise(RunState worse, RunState better) {
        return worse.settings()
                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, true)
                .decisive()
                .equals(better.settings().decisive());
    }

    /** The first layer can inherit nothing from others: what it has comes from other weights. */
    private static double gapOfFirstLayer(RunState worse, RunState better) {
        return part(Cause.INHERITED, worse.snapshot().orElseThrow().layers().getFirst())
                - part(Cause.INHERITED, better.snapshot().orElseThrow().layers().getFirst());
    }

    /** Mean absolute error of a cause, summed over all layers. */
    private static double total(Cause cause, RunSnapshot run) {
        return run.layers().stream().mapToDouble(layer -> part(cause, layer)).sum();
    }

    private static double part(Cause cause, LayerMeasures layer) {
        return layer.error().part(cause).meanAbsolute();
    }

    /**
     * The error of a run in units of λ: mean |CNN activation − SNN rate|, summed over all layers;
     * in run.json the sum of {@code layers[].errorSplit.total.meanAbsolute}.
     */
    private static double total(RunSnapshot run) {
        return run.layers().stream()
                .mapToDouble(layer -> layer.error().total().meanAbsolute())
                .sum();
    }

    private static Cause largest(Set<Cause> causes, ToDoubleFunction<Cause> value) {
        return causes.stream().max(Comparator.comparingDouble(value)).orElseThrow();
    }

    /** As a noun in a sentence. */
    private static String title(Cause cause) {
        return cause == Cause.INHERITED ? Texts.text("figures.inheritedError") : Texts.name(cause);
    }

    private static String remedy(Cause cause, RunState run) {
        ConversionOptions options = run.settings().conversion();
        return switch (cause) {
            case CLIPPING ->
                    Texts.text(
                            options.currentNormalisation()
                                    ? "figures.remedy.maximum"
                                    : "figures.remedy.cn");
            case QUANTISATION ->
                    Texts.text(
                            options.residualElimination()
                                    ? "figures.remedy.coarse"
                                    : "figures.remedy.tre");
            case UNEVENNESS ->
                    Texts.text(
                            options.dynamics().conservesCharge()
                                    ? "figures.remedy.bursts"
                                    : "figures.remedy.lossless");
            case INHERITED -> Texts.text("figures.remedy.earlier");
        };
    }

    /** What holds a network back that is simulated by its own rule. */
    private static String limit(Cause cause, RunState run) {
        boolean conservesCharge = run.settings().conversion().dynamics().conservesCharge();
        return switch (cause) {
            case CLIPPING -> Texts.text("figures.remedy.ownRate");
            case QUANTISATION -> Texts.text("figures.remedy.coarse");
            case UNEVENNESS ->
                    Texts.text(
                            conservesCharge ? "figures.remedy.bursts" : "figures.remedy.ownReset");
            case INHERITED -> Texts.text("figures.remedy.earlier");
        };
    }
}
