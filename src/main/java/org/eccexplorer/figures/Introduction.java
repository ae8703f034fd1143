package org.eccexplorer.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
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
            return runs.withinFrom(runs.second(), NEAR);
        }

        /** To be compared: never is latest. */
        int rank() {
            return needed() == 0 ? Integer.MAX_VALUE : needed();
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
                                        .thenComparing(run -> run.settings().timesteps()));
        if (found.isEmpty()) {
            return Texts.text("figures.introduction.begin");
        }
        RunState all = found.get();
        return ConversionOptions.TECHNIQUES.stream()
                .flatMap(technique -> without(technique, all, runs, labels).stream())
                .max(Comparator.comparingInt(Without::rank))
                .map(Introduction::both)
                .orElseGet(() -> alone(all.snapshot().orElseThrow()));
    }

    private static boolean hasAll(RunState run) {
        return ConversionOptions.TECHNIQUES.stream().allMatch(run.settings().conversion()::get);
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
        int all = runs.withinFrom(runs.first(), NEAR);
        int off = without.needed();
        String name = without.technique().name().toLowerCase(Locale.ROOT);
        String images = images(runs.images(), runs.total());
        if (all == 0) {
            return off == 0
                    ? Texts.text("figures.introduction.neither", runs.last(), name, images)
                    : Texts.text(
                            "figures.introduction.onlyWithout",
                            runs.last(),
                            name,
                            steps(off),
                            images);
        }
        return off == 0
                ? Texts.text("figures.introduction.never", steps(all), name, runs.last(), images)
                : Texts.text(
                        "figures.introduction.needs", steps(all), name, Numbers.count(off), images);
    }

    /** Of the run with all three techniques, while no other can be held against it. */
    private static String alone(RunSnapshot all) {
        int needed = all.withinFrom(NEAR);
        String images = images(all.images(), all.total());
        String figures =
                needed == 0
                        ? Texts.text("figures.introduction.aloneNot", all.timesteps(), images)
                        : Texts.text("figures.introduction.alone", steps(needed), images);
        return figures + " " + Texts.text("figures.introduction.begin");
    }

    private static String steps(int number) {
        return Texts.counted("figures.introduction.steps", number);
    }

    private static String images(int images, int total) {
        return images == total
                ? Texts.counted("figures.images", images)
                : Texts.text(
                        "figures.effect.first",
                        Texts.text(
                                "figures.cnn.first", Numbers.count(images), Numbers.count(total)));
    }
}
