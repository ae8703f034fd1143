package org.eccexplorer.figures.words;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What a newcomer reads first: what is shown, why, and what the runs so far say. */
public final class Introduction {
    /** An SNN within so much of its CNN counts as near: two points of accuracy. */
    static final double NEAR = 0.02;

    private Introduction() {}

    /** One technique switched off, against the run with all three. */
    private record Without(Toggle technique, SharedImages runs) {
        int needed() {
            return runs.reaches(runs.second(), NEAR);
        }

        int neededByAll() {
            return runs.reaches(runs.first(), NEAR);
        }

        /** Never is latest. */
        private static int rank(int needed) {
            return needed == 0 ? Integer.MAX_VALUE : needed;
        }

        int rank() {
            return rank(needed());
        }

        boolean isLater() {
            return rank() > rank(neededByAll());
        }
    }

    /**
     * What the runs that are there say of the timesteps that the SNN needs, or what to do to find
     * out.
     *
     * @param labels the right class of each image; empty if it is not known
     */
    public static String figures(List<RunState> runs, int[] labels) {
        Optional<RunState> found =
                runs.stream()
                        .filter(run -> run.images() > 0 && labels.length >= run.images())
                        .filter(Introduction::hasAll)
                        .max(
                                Comparator.comparingInt(RunState::images)
                                        .thenComparing(Introduction::usual)
                                        .thenComparingInt(run -> run.settings().timesteps()));
        if (found.isEmpty()) {
            boolean off = !runs.isEmpty() && runs.stream().noneMatch(Introduction::hasAny);
            return Texts.text(off ? "figures.introduction.beginOff" : "figures.introduction.begin");
        }
        RunState all = found.get();
        return ConversionOptions.TECHNIQUES.stream()
                .flatMap(technique -> without(technique, all, runs, labels).stream())
                .filter(Without::isLater)
                .max(Comparator.comparingInt(Without::rank))
                .map(Introduction::both)
                .orElseGet(() -> alone(SharedImages.of(all, labels).orElseThrow()));
    }

    private static boolean hasAll(RunState run) {
        return ConversionOptions.TECHNIQUES.stream().allMatch(run.settings().conversion()::get);
    }

    private static boolean hasAny(RunState run) {
        return ConversionOptions.TECHNIQUES.stream().anyMatch(run.settings().conversion()::get);
    }

    private static boolean usual(RunState run) {
        return RunName.variations(run.settings()).isEmpty();
    }

    private static Optional<Without> without(
            Toggle technique, RunState all, List<RunState> runs, int[] labels) {
        return Effect.of(technique, all, runs, labels)
                .map(effect -> new Without(technique, effect.runs()));
    }

    private static String both(Without without) {
        SharedImages runs = without.runs();
        String all = steps(without.neededByAll());
        String name = without.technique().name().toLowerCase(Locale.ROOT);
        int off = without.needed();
        return off == 0
                ? Texts.text("figures.introduction.never", all, name, runs.last(), runs.words())
                : Texts.text(
                        "figures.introduction.needs", all, name, Numbers.count(off), runs.words());
    }

    /** Of the run with all three techniques, while no other is later. */
    private static String alone(SharedImages run) {
        int needed = run.reaches(run.first(), NEAR);
        String figures =
                needed == 0
                        ? Texts.text("figures.introduction.aloneNot", run.last(), run.words())
                        : Texts.text("figures.introduction.alone", steps(needed), run.words());
        return figures + " " + Texts.text("figures.introduction.begin");
    }

    private static String steps(int number) {
        return Texts.counted("figures.introduction.steps", number);
    }
}
