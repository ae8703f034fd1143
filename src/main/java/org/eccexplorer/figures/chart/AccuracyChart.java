package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.CnnWords;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The chart of accuracy against timestep. */
public final class AccuracyChart {
    private AccuracyChart() {}

    /**
     * Accuracy against timestep of all shown runs, the focused one with its band and closed form;
     * where there are only two, both with their closed form; the CNN on the images that the focused
     * run has done.
     */
    public static Chart of(List<RunState> shown, RunState focus, double marker) {
        return of(shown, focus, CnnReference.soFar(focus), marker);
    }

    /**
     * The same.
     *
     * @param cnn what the focused run is held against, once it is known
     */
    public static Chart of(
            List<RunState> shown, RunState focus, Optional<CnnReference> cnn, double marker) {
        List<Series> series = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        Extents extents = Extents.of(shown);
        for (RunState run : shown) {
            if (run.id() == focus.id() || shown.size() == 2) {
                closedForm(run, series);
            }
            run.snapshot()
                    .ifPresent(snapshot -> {
                        String name = extents.name(run);
                        series.add(line(name, run, snapshot, run.id() == focus.id()));
                    });
        }
        shown.forEach(run -> withinFrom(run, series));
        boolean dotted = series.stream().anyMatch(line -> line.mark() == Series.Mark.DOT);
        String marks = Texts.text(dotted ? "figures.accuracy.marks" : "figures.accuracy.bandOnly");
        String notes = ReadingWords.notes(marks, shown);
        cnn.ifPresent(known -> references.add(CnnWords.reference(known, Sources.cnn(known))));
        return new Chart.Lines(
                Texts.text("figures.accuracy.title"),
                extents.notes(notes),
                Axis.logTimesteps(longest(shown, focus)),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                series,
                references,
                marker);
    }

    /** So that no line ends outside. */
    private static int longest(List<RunState> shown, RunState focus) {
        return shown.stream()
                .mapToInt(run -> run.settings().timesteps())
                .reduce(focus.settings().timesteps(), Math::max);
    }

    /** A dot from where on a run stays within one point of the CNN. */
    private static void withinFrom(RunState run, List<Series> series) {
        int t =
                run.snapshot()
                        .map(snapshot -> snapshot.withinFrom(RunSnapshot.ONE_POINT))
                        .orElse(0);
        if (t > 0) {
            series.add(
                    Series.dot(
                                    Texts.text("figures.accuracy.within", run.name(), t),
                                    Tint.run(run.style()),
                                    t,
                                    run.snapshot().orElseThrow().accuracy(t))
                            .from(Sources.read(run)));
        }
    }

    private static void closedForm(RunState run, List<Series> series) {
        ClosedFormCurve curve = run.closedForm();
        boolean same = run.settings().schedule() == Schedule.SYNCHRONOUS;
        if (curve.accuracy().isEmpty() || same) {
            return;
        }
        TreeMap<Integer, Double> sorted = new TreeMap<>(curve.accuracy());
        String name = closedFormName(run);
        Tint tint = Tint.run(run.style());
        double[] x = sorted.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        series.add(Series.dashed(name, tint, x, y).from(Sources.closedForm(run)));
    }

    /** "ECC, closed form", and of how many images where they are not those of the run. */
    private static String closedFormName(RunState run) {
        int images = run.closedForm().images();
        return run.snapshot().filter(snapshot -> snapshot.images() == images).isPresent()
                ? Texts.text("figures.accuracy.closedForm", run.name())
                : Texts.text(
                        "figures.accuracy.closedFormOf",
                        run.name(),
                        Numbers.count(images),
                        Numbers.count(run.settings().timesteps()));
    }

    /** Through the timesteps that were evaluated. */
    private static Series line(String name, RunState run, RunSnapshot snapshot, boolean banded) {
        int[] known =
                IntStream.rangeClosed(1, snapshot.timesteps()).filter(snapshot::isKnown).toArray();
        double[] x = Arrays.stream(known).asDoubleStream().toArray();
        double[] y = Arrays.stream(known).mapToDouble(snapshot::accuracy).toArray();
        Tint tint = Tint.run(run.style());
        Band band = band(snapshot, known, banded);
        return Series.banded(name, tint, x, y, band).from(Sources.read(run));
    }

    private static Band band(RunSnapshot snapshot, int[] known, boolean drawn) {
        return new Band(
                Arrays.stream(known).mapToDouble(t -> snapshot.interval(t).low()).toArray(),
                Arrays.stream(known).mapToDouble(t -> snapshot.interval(t).high()).toArray(),
                drawn);
    }
}
