package org.eccexplorer.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.measure.Cause;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Texts;

/** Sentences made from the figures of runs. */
public final class Sentences {
    private Sentences() {}

    /** Causes that need no other layer's error. */
    private static final Set<Cause> ORIGINS = EnumSet.complementOf(EnumSet.of(Cause.INHERITED));

    /** Which layer's λ hangs most on one image, and whether there are enough of them. */
    public static String lambda(LambdaStudy study) {
        LambdaStudy.Layer frail = study.layers().getFirst();
        double loss = 0;
        double growth = 0;
        for (LambdaStudy.Layer layer : study.layers()) {
            int images = layer.maxima().length;
            double all = layer.after(images);
            if (all > 0 && 1 - layer.withoutDecisive() / all > loss) {
                loss = 1 - layer.withoutDecisive() / all;
                frail = layer;
            }
            if (all > 0) {
                growth = Math.max(growth, 1 - layer.after(Math.max(1, images / 2)) / all);
            }
        }
        String enough =
                growth < 0.05
                        ? "half of the images give every λ within 5 %, so there are enough"
                        : "the second half of the images still raised a λ by %.0f %%, so more would"
                                        .formatted(100 * growth / (1 - growth))
                                + " help";
        return "Image %d alone makes λ of %s %.0f %% larger; %s."
                .formatted(
                        frail.decisive(),
                        frail.name(),
                        100 * loss / Math.max(1e-9, 1 - loss),
                        enough);
    }

    /** Which cause is the largest over all layers, and what would mend it. */
    public static String dominantCause(RunState run) {
        if (run.snapshot().isEmpty()) {
            return "Waiting for the first images …";
        }
        RunSnapshot measured = run.snapshot().get();
        Cause cause = largest(EnumSet.allOf(Cause.class), c -> total(c, measured));
        String name = Character.toUpperCase(title(cause).charAt(0)) + title(cause).substring(1);
        if (cause != Cause.INHERITED) {
            return name + " dominates: " + remedy(cause, run) + ".";
        }
        // What is inherited began somewhere: the causes before it are asked.
        Cause origin = largest(ORIGINS, c -> total(c, measured));
        LayerMeasures first =
                measured.layers().stream()
                        .max(
                                Comparator.comparingDouble(
                                        layer -> layer.error().part(origin).meanAbsolute()))
                        .orElseThrow();
        return "Inherited error dominates: layers pass on what earlier ones got wrong. Most of that"
                + " begins with %s, above all in %s: %s."
                        .formatted(title(origin), first.name(), remedy(origin, run));
    }

    /** What makes the one of two runs with the larger error worse, and what would mend it. */
    public static String comparison(RunState a, RunState b) {
        if (a.snapshot().isEmpty() || b.snapshot().isEmpty()) {
            return "Waiting for both runs …";
        }
        RunSnapshot first = a.snapshot().get();
        RunSnapshot second = b.snapshot().get();
        double one = total(first);
        double other = total(second);
        if (Math.abs(one - other) <= 0.1 * Math.max(one, other)) {
            return "A and B carry the same error within 10 %.";
        }
        boolean firstWorse = one > other;
        ToDoubleFunction<Cause> gap =
                c -> (total(c, first) - total(c, second)) * (firstWorse ? 1 : -1);
        Cause cause = largest(ORIGINS, gap);
        RunState worse = firstWorse ? a : b;
        RunState better = firstWorse ? b : a;
        if (foldedOtherwise(worse, better) && gapOfFirstLayer(worse, better) > 0) {
            return "%s carries %.1f times the error of %s. It begins in the first layer: %s."
                    .formatted(
                            firstWorse ? "A" : "B",
                            Math.max(one, other) / Math.max(1e-12, Math.min(one, other)),
                            firstWorse ? "B" : "A",
                            "batch normalisation is folded with another ε; CMB mends it");
        }
        boolean passedOn = gap.applyAsDouble(Cause.INHERITED) > gap.applyAsDouble(cause);
        return "%s carries %.1f times the error of %s. It begins with %s: %s%s."
                .formatted(
                        firstWorse ? "A" : "B",
                        Math.max(one, other) / Math.max(1e-12, Math.min(one, other)),
                        firstWorse ? "B" : "A",
                        title(cause),
                        remedy(cause, firstWorse ? a : b),
                        passedOn ? "; the next layers inherit it" : "");
    }

    /**
     * On how many images only one of two runs is right at a timestep; empty without labels.
     *
     * @param labels of the images
     */
    public static String answers(RunState a, RunState b, int t, int[] labels) {
        if (a.snapshot().isEmpty() || b.snapshot().isEmpty() || labels.length == 0) {
            return "";
        }
        RunSnapshot first = a.snapshot().get();
        RunSnapshot second = b.snapshot().get();
        int at = Math.min(t, Math.min(first.timesteps(), second.timesteps()));
        int onlyA = 0;
        int onlyB = 0;
        int images = Math.min(first.images(), second.images());
        for (int i = 0; i < images; i++) {
            boolean rightA = first.answers()[i][at - 1] == labels[i];
            boolean rightB = second.answers()[i][at - 1] == labels[i];
            onlyA += rightA && !rightB ? 1 : 0;
            onlyB += rightB && !rightA ? 1 : 0;
        }
        return " At t = %d only A is right on %,d and only B on %,d of %,d images."
                .formatted(at, onlyA, onlyB, images);
    }

    private static boolean foldedOtherwise(RunState worse, RunState better) {
        return !worse.settings().conversion().batchNormConsistency()
                && better.settings().conversion().batchNormConsistency();
    }

    /** The first layer can inherit nothing from others: what it has comes from other weights. */
    private static double gapOfFirstLayer(RunState worse, RunState better) {
        return inheritedByFirst(worse) - inheritedByFirst(better);
    }

    private static double inheritedByFirst(RunState run) {
        LayerMeasures first = run.snapshot().orElseThrow().layers().getFirst();
        return first.error().part(Cause.INHERITED).meanAbsolute();
    }

    /** As a noun in a sentence. */
    private static String title(Cause cause) {
        return cause == Cause.INHERITED ? "inherited error" : Texts.name(cause);
    }

    /** Mean absolute error of a cause, summed over all layers. */
    private static double total(Cause cause, RunSnapshot run) {
        return run.layers().stream()
                .mapToDouble(layer -> layer.error().part(cause).meanAbsolute())
                .sum();
    }

    private static double total(RunSnapshot run) {
        return Arrays.stream(Cause.values()).mapToDouble(cause -> total(cause, run)).sum();
    }

    private static Cause largest(Set<Cause> causes, ToDoubleFunction<Cause> value) {
        return causes.stream().max(Comparator.comparingDouble(value)).orElseThrow();
    }

    private static String remedy(Cause cause, RunState run) {
        return switch (cause) {
            case CLIPPING ->
                    run.settings().conversion().currentNormalisation()
                            ? "some activations are above λ; take λ from the maximum"
                            : "activations above the scale cannot be carried; switch CN on";
            case QUANTISATION ->
                    run.settings().conversion().residualElimination()
                            ? "whole spikes are coarse; more timesteps mend it"
                            : "every neuron rounds down; TRE mends it";
            case UNEVENNESS ->
                    run.settings().conversion().dynamics().conservesCharge()
                            ? "spikes come in bursts; more timesteps mend it"
                            : "neurons lose charge; no leak and reset by subtraction mend it";
            case INHERITED -> "layers pass on what earlier ones got wrong";
        };
    }
}
