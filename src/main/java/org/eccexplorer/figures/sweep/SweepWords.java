package org.eccexplorer.figures.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eccexplorer.app.sweep.plan.SettingNames;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.figures.words.Amounts;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What is said of a sweep, made from its numbers. */
public final class SweepWords {
    /** Points that a cheap run may lose against the CNN, in percent. */
    private static final double WITHIN = 1;

    private final SweepResults results;
    private final List<String> varied;
    private final SweepDots dots;

    public SweepWords(SweepResults results) {
        this.results = results;
        varied = results.varied();
        dots = new SweepDots(results);
    }

    /** What a column of the sweep is called. */
    public static String name(String column) {
        return switch (column) {
            case "model" -> Texts.text("figures.sweep.ofModel");
            case "data" -> Texts.text("figures.sweep.ofData");
            case "calibration" -> Texts.text("figures.sweep.ofCalibration");
            case "slice" -> Texts.text("figures.sweep.ofSlice");
            case "seed" -> Texts.text("figures.sweep.ofSeed");
            case "lambda" -> Texts.text("figures.sweep.ofLambda");
            case SettingNames.TECHNIQUES -> Texts.text("figures.sweep.ofTechniques");
            default -> option(column);
        };
    }

    private static String option(String column) {
        return SettingNames.first(column)
                .filter(option -> Texts.exists("option." + option.key() + ".name"))
                .map(option -> option.name())
                .orElse(column);
    }

    /** What a column means. */
    public static String tooltip(String column) {
        return SettingNames.first(column)
                .filter(option -> Texts.exists("option." + option.key() + ".tooltip"))
                .map(option -> option.tooltip())
                .orElseGet(() -> name(column));
    }

    /** A run by what varies: "λ p99 · θ 0.5". */
    public String setting(SweepRun run) {
        return setting(run, varied);
    }

    private static String setting(SweepRun run, List<String> names) {
        return names.isEmpty()
                ? run.value("model")
                : names.stream()
                        .filter(name -> !run.value(name).isEmpty())
                        .map(name -> Texts.text("figures.sweep.value", name(name), run.value(name)))
                        .collect(Collectors.joining(" · "));
    }

    /** What went wrong, and in which runs. */
    public List<Problem> failures() {
        List<String> names = results.variedOfAll();
        return results.failed().stream()
                .map(failed -> in(setting(failed.run(), names), failed.problem()))
                .toList();
    }

    private static Problem in(String run, Problem problem) {
        return new Problem(
                problem.kind(),
                Texts.text("figures.sweep.in", run, problem.where()),
                problem.what(),
                problem.why(),
                problem.remedy());
    }

    /** A run at a timestep: "λ p99 · θ 0.5, t = 8". */
    public String whole(SweepDot dot) {
        return Texts.text("figures.sweep.settingAt", setting(dot.run()), dot.point().t());
    }

    /** With its accuracy: "…: 91.5 % (95 % interval 84.2 – 95.6), n = 40". */
    String measured(SweepDot dot) {
        return Texts.text(
                "figures.sweep.measured",
                whole(dot),
                Numbers.percent(dot.score(), 1),
                interval(dot.interval()),
                Numbers.count(dot.point().images()));
    }

    /** An interval in percent, without the unit. */
    static String interval(Interval interval) {
        return Texts.text(
                "figures.find.interval",
                Numbers.fixed(100 * interval.low(), 1),
                Numbers.fixed(100 * interval.high(), 1));
    }

    /** How far the sweep is: "8 of 12 runs done, 1 failed, 3 missing". */
    public String state() {
        int failed = results.failed().size();
        String done =
                Texts.text(
                        "figures.sweep.done",
                        Numbers.count(results.runs().size()),
                        Texts.counted(
                                "figures.sweep.runs",
                                results.runs().size() + failed + results.missing()));
        return done
                + (failed == 0 ? "" : Texts.text("figures.sweep.failed", Numbers.count(failed)))
                + (results.missing() == 0
                        ? ""
                        : Texts.text("figures.sweep.missing", Numbers.count(results.missing())));
    }

    /** The best run, and the one that spares most energy and is nearly as good as the CNN. */
    public List<String> findings() {
        List<SweepDot> all = dots.at(new At.Every());
        Optional<SweepDot> best =
                all.stream()
                        .max(
                                Comparator.comparingDouble(SweepDot::score)
                                        .thenComparing(
                                                dot -> dot.point().t(), Comparator.reverseOrder()));
        if (best.isEmpty()) {
            return List.of(Texts.text("figures.sweep.none"), state());
        }
        return List.of(
                Texts.text(
                        dots.isLabelled() ? "figures.sweep.best" : "figures.sweep.bestAgreement",
                        measured(best.get())),
                cheap(all)
                        .map(dot ->
                                Texts.text(
                                        "figures.sweep.cheap",
                                        Numbers.fixed(dot.point().energyRatio(), 2),
                                        measured(dot)))
                        .orElse(Texts.text("figures.sweep.noneCheap")));
    }

    private Optional<SweepDot> cheap(List<SweepDot> all) {
        return all.stream()
                .filter(dot ->
                        dots.isLabelled()
                                ? 100 * (dot.point().cnnAccuracy() - dot.score()) <= WITHIN + 1e-9
                                : 100 * (1 - dot.score()) <= WITHIN + 1e-9)
                .filter(dot -> Double.isFinite(dot.point().energyRatio()))
                .min(Comparator.comparingDouble(dot -> dot.point().energyRatio()));
    }

    /** What the numbers are. */
    public String note() {
        return Texts.text(dots.isLabelled() ? "figures.sweep.note" : "figures.sweep.noteAgreement");
    }

    /** Spikes per image as a table has them. */
    static String spikes(double spikes) {
        return Double.isFinite(spikes) ? Amounts.text(spikes, false) : Numbers.NONE;
    }
}
