package org.eccexplorer.figures.words;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What one technique or option does to the accuracy: two runs that differ in nothing else, on the
 * images that both have done.
 *
 * @param change what the second run does otherwise: "CMB off", "4 bits"
 * @param runs the usual one and the changed one
 * @param t the power of two, or T, at which they differ most; the earliest of several
 */
public record Effect(String change, SharedImages runs, int t) {
    /** Fewer images of a run that goes on say little. */
    private static final int ENOUGH = 50;

    /** So many timesteps are listed. */
    private static final int FEW = 4;

    /**
     * What a technique does, as far as runs show it: the run has it on or off, another one
     * otherwise.
     *
     * @param labels the right class of each image; empty if it is not known
     */
    public static Optional<Effect> of(
            Toggle technique, RunState run, List<RunState> all, int[] labels) {
        return run.settings().conversion().get(technique)
                ? changed(technique, false, run, all, labels)
                : usual(technique, true, run, all, labels);
    }

    /**
     * What the options of a run that are not as usual do, techniques aside: of those that another
     * run shows, the one that does most.
     */
    public static Optional<Effect> of(RunState run, List<RunState> all, int[] labels) {
        ConversionOptions options = run.settings().conversion();
        return ConversionOptions.ALL.stream()
                .filter(options::varies)
                .filter(option -> !isTechnique(option))
                .flatMap(option -> ofOption(option, run, all, labels).stream())
                .max(Comparator.comparingDouble(Effect::size));
    }

    /** What one option does that is not as usual, as far as another run shows it. */
    public static Optional<Effect> ofChange(
            Option<?> option, RunState run, List<RunState> all, int[] labels) {
        return ConversionOptions.ALL.contains(option) && run.settings().conversion().varies(option)
                ? ofOption(option, run, all, labels)
                : Optional.empty();
    }

    private static boolean isTechnique(Option<?> option) {
        return option instanceof Toggle toggle && ConversionOptions.TECHNIQUES.contains(toggle);
    }

    private static <T> Optional<Effect> ofOption(
            Option<T> option, RunState run, List<RunState> all, int[] labels) {
        return usual(option, option.standard(), run, all, labels);
    }

    /** The run has the usual value, another one may have this one. */
    private static <T> Optional<Effect> changed(
            Option<T> option, T value, RunState run, List<RunState> all, int[] labels) {
        Settings wanted = run.settings().with(option, value).decisive();
        if (wanted.equals(run.settings().decisive())) {
            return Optional.empty(); // It decides nothing here: TRE of multi-threshold neurons.
        }
        return best(
                option,
                value,
                all.stream()
                        .filter(other -> areReadAlike(run, other))
                        .filter(other -> other.settings().decisive().equals(wanted))
                        .flatMap(other -> SharedImages.of(run, other, labels).stream()));
    }

    /** The run has a value of its own, another one may have this one. */
    private static <T> Optional<Effect> usual(
            Option<T> option, T value, RunState run, List<RunState> all, int[] labels) {
        T own = run.settings().conversion().get(option);
        Settings wanted = run.settings().decisive();
        return best(
                option,
                own,
                all.stream()
                        .filter(other -> areReadAlike(run, other))
                        .filter(other ->
                                other.settings().conversion().get(option).equals(value)
                                        && other.settings()
                                                .with(option, own)
                                                .decisive()
                                                .equals(wanted))
                        .flatMap(other -> SharedImages.of(other, run, labels).stream()));
    }

    /** Else the effect would be that of the reading too. */
    private static boolean areReadAlike(RunState one, RunState other) {
        return one.settings().reading().equals(other.settings().reading());
    }

    private static <T> Optional<Effect> best(Option<T> option, T value, Stream<SharedImages> runs) {
        return runs.max(Comparator.comparingInt(SharedImages::images))
                .flatMap(shared ->
                        largest(shared).map(t -> new Effect(name(option, value), shared, t)));
    }

    private static <T> String name(Option<T> option, T value) {
        return value.equals(false)
                ? Texts.text("figures.effect.off", option.named(value))
                : option.named(value);
    }

    /** Where the two differ most, among the powers of two and T. */
    private static Optional<Integer> largest(SharedImages runs) {
        return times(runs)
                .boxed()
                .max(
                        Comparator.<Integer>comparingDouble(t -> Math.abs(runs.difference(t)))
                                .thenComparing(Comparator.reverseOrder()));
    }

    /** The powers of two below T, and T, as far as both runs were evaluated there. */
    private static IntStream times(SharedImages runs) {
        int last = runs.last();
        return IntStream.concat(IntStream.iterate(1, t -> t < last, t -> 2 * t), IntStream.of(last))
                .filter(runs::isKnown);
    }

    /** "1, 2, 3"; "1, 2, 4 … 256" where there are more than four. */
    private String compared() {
        List<String> all = times(runs).mapToObj(Numbers::count).toList();
        return all.size() <= FEW
                ? String.join(", ", all)
                : Texts.text(
                        "figures.effect.times",
                        String.join(", ", all.subList(0, FEW - 1)),
                        all.getLast());
    }

    /** Whether it is of enough images to say something before the runs have done all. */
    public boolean isTelling() {
        return !runs.isPartial() || runs.images() >= ENOUGH;
    }

    private double size() {
        return Math.abs(points());
    }

    /** Accuracy of the changed run minus that of the usual one at {@link #t}, in points. */
    public double points() {
        return runs.difference(t);
    }

    /** The same at T. */
    public double pointsAtEnd() {
        return runs.difference(runs.last());
    }

    /** "CMB off: −32.0 points at t = 16, −0.3 at T = 256 · 1000 images". */
    public String text() {
        String images = runs.words();
        int last = runs.last();
        if (points() == 0) {
            return Texts.text("figures.effect.none", change, compared(), images);
        }
        return t == last || !runs.isKnown(last)
                ? Texts.text("figures.effect.atEnd", change, points(points()), last, images)
                : Texts.text(
                        "figures.effect.both",
                        change,
                        points(points()),
                        t,
                        points(pointsAtEnd()),
                        last,
                        images);
    }

    private static String points(double points) {
        return Numbers.difference(points, 1);
    }
}
