package org.eccexplorer.figures.words;

import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * How runs are called in lists, menus and legends: with their T and n wherever these may differ.
 */
public final class RunWords {
    private RunWords() {}

    /** Whether a run has done some of its images, but not all. */
    public static boolean isPartial(RunState run) {
        return run.snapshot().map(done -> !done.isComplete()).orElse(false);
    }

    /** Its number of images: "1000", "91 of 1000", or a dash before the first. */
    public static String images(RunState run) {
        return run.snapshot().map(RunWords::images).orElse(Numbers.NONE);
    }

    /** Those that are done, and of how many if these are not all. */
    public static String images(RunSnapshot done) {
        return done.isComplete()
                ? Numbers.count(done.images())
                : Texts.text(
                        "figures.run.imagesOf",
                        Numbers.count(done.images()),
                        Numbers.count(done.total()));
    }

    /** In a list: the number of images, or why there are none. */
    public static String progress(RunState run) {
        return switch (run.phase()) {
            case STALE -> Texts.text("figures.run.stale");
            case WAITING -> Texts.text("figures.run.waiting");
            case CONVERTING -> converting(run.step());
            case SIMULATING, COMPLETE, STOPPED -> images(run);
        };
    }

    private static String converting(Preparation.Step step) {
        return switch (step) {
            case Preparation.Step.Converting() -> Texts.text("figures.run.convertingNow");
            case Preparation.Step.Measuring(int images, int total) ->
                    Texts.text(
                            "figures.run.measuringNow",
                            Numbers.count(images),
                            Numbers.count(total));
            case Preparation.Step.Calibrating(int layer, int layers) ->
                    Texts.text("figures.run.calibratingNow", layer, layers);
        };
    }

    /** In a legend: the name, and of how many images a partial run is. */
    public static String legend(RunState run) {
        return isPartial(run)
                ? Texts.text("figures.run.partialLegend", run.name(), images(run))
                : run.name();
    }

    /** In a menu: "CN + CMB · T = 256 · 91 of 1000 images". */
    public static String choice(RunState run) {
        String images =
                run.snapshot()
                        .map(done ->
                                done.isComplete()
                                        ? Texts.counted("figures.images", done.images())
                                        : Texts.text("figures.run.partialImages", images(done)))
                        .orElse(Texts.text("figures.run.noImages"));
        return Texts.text("figures.run.choice", run.name(), run.settings().timesteps(), images);
    }

    /** A timestep of a run: "T = 256" at its end, "t = 40" before. */
    public static String at(int t, int timesteps) {
        return Texts.text(t == timesteps ? "figures.run.atEnd" : "figures.run.at", t);
    }

    /** Accuracy of the SNN minus that of the CNN on the same images at a timestep, in points. */
    public static double points(RunSnapshot run, int t) {
        return 100 * (run.accuracy(t) - run.cnnAccuracy());
    }

    /** From when on it is as good as the CNN, in a sentence without its point. */
    public static String within(RunSnapshot run) {
        int from = run.withinFrom(RunSnapshot.ONE_POINT);
        return from == 0
                ? Texts.text("figures.run.notWithin", run.timesteps())
                : Texts.text("figures.run.withinFrom", from);
    }

    /** What to think of accuracies where λ was measured on images that are tested. */
    public static String calibratedOnTest() {
        return Texts.text("figures.run.calibratedOnTest");
    }

    /** Why there are no figures of a run; empty if there are. */
    public static String whyEmpty(RunState run) {
        if (run.snapshot().isPresent()) {
            return "";
        }
        return switch (run.phase()) {
            case WAITING -> Texts.text("figures.run.waitingFor", run.name());
            case CONVERTING -> converting(run);
            case SIMULATING -> Texts.text("figures.run.firstImage", run.name());
            case COMPLETE, STOPPED -> Texts.text("figures.run.stoppedBefore", run.name());
            case STALE -> Texts.text("figures.run.staleWithout", run.name());
        };
    }

    private static String converting(RunState run) {
        return switch (run.step()) {
            case Preparation.Step.Converting() -> Texts.text("figures.run.converting", run.name());
            case Preparation.Step.Measuring(int images, int total) ->
                    Texts.text(
                            "figures.run.measuring",
                            run.name(),
                            Numbers.count(images),
                            Numbers.count(total));
            case Preparation.Step.Calibrating(int layer, int layers) ->
                    Texts.text("figures.run.calibrating", run.name(), layer, layers);
        };
    }
}
