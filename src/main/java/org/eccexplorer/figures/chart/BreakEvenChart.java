package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.text.Texts;

/**
 * The firing rates of runs against timestep, with the rates at which they would take as much energy
 * as a CNN: below these an SNN takes less.
 */
public final class BreakEvenChart {
    private BreakEvenChart() {}

    /**
     * All shown runs; the break-even rates are those of the focused one, whose input they depend
     * on.
     *
     * @param accounting whose CNN is the one rival; the other is quantised
     */
    public static Chart of(
            List<RunState> shown, RunState focus, Accounting accounting, double marker) {
        List<Series> series = new ArrayList<>();
        Extents extents = Extents.of(shown);
        for (RunState run : shown) {
            run.snapshot()
                    .filter(done -> done.images() > 0)
                    .ifPresent(done -> series.add(rates(extents.name(run), run, done, accounting)));
        }
        focus.snapshot()
                .filter(done -> done.images() > 0)
                .ifPresent(done -> rivals(focus, done, accounting, series));
        return new Chart.Lines(
                Texts.text("figures.breakEven.title"),
                extents.notes(
                        Texts.text("figures.breakEven.notes", accounting.inputMacs().counted())),
                Axis.logTimesteps(focus.settings().timesteps()),
                ValueAxis.logarithmic(Texts.text("figures.breakEven.axis")),
                series,
                List.of(),
                marker);
    }

    private static int[] known(RunSnapshot run) {
        return IntStream.rangeClosed(1, run.timesteps()).filter(run::isKnown).toArray();
    }

    private static double[] over(int[] steps, IntToDoubleFunction value) {
        return Arrays.stream(steps).mapToDouble(value).toArray();
    }

    private static Series rates(
            String name, RunState state, RunSnapshot run, Accounting accounting) {
        int[] known = known(run);
        double[] operations = run.synOpsUntil();
        double macs = run.cost().macs();
        SourceRun source = Sources.counted(Sources.read(state), accounting);
        return Series.line(
                        name,
                        Tint.run(state.style()),
                        over(known, t -> t),
                        over(known, t -> operations[t - 1] / macs / run.meanTimesteps(t)))
                .from(source);
    }

    /** Later than a sixteenth of T, since before it the input alone decides. */
    private static void rivals(
            RunState state, RunSnapshot run, Accounting accounting, List<Series> series) {
        int first = Math.max(1, run.timesteps() / 16);
        int[] known = Arrays.stream(known(run)).filter(t -> t >= first).toArray();
        List<EnergyParts> parts = run.energyUntil(accounting);
        Firing firing = state.settings().conversion().firing();
        double macs = run.cost().macs();
        double cnn = run.cnnMicrojoules(accounting);
        double synOp = accounting.model().synOpPicojoules() * 1e-6;
        List<QuantisedRival> quantised = QuantisedRival.until(run, accounting.inputMacs(), firing);
        SourceRun source = Sources.counted(Sources.read(state), accounting);
        double[] x = over(known, t -> t);
        series.add(
                Series.dashed(
                                Texts.text("figures.breakEven.cnn", accounting.model().name()),
                                Tint.shade(0, 2),
                                x,
                                over(
                                        known,
                                        t -> {
                                            EnergyParts part = parts.get(t - 1);
                                            double fixed =
                                                    part.inputMacs().microjoules()
                                                            + part.neuronUpdates().microjoules();
                                            double perRate = macs * run.meanTimesteps(t) * synOp;
                                            return Math.max(0, (cnn - fixed) / perRate);
                                        }))
                        .from(source));
        series.add(
                Series.dashed(
                                quantised(firing),
                                Tint.shade(1, 2),
                                x,
                                over(known, t -> quantised.get(t - 1).breakEven()))
                        .from(source));
    }

    /** Names the rival by its bits; spikes of several sizes give rates more levels. */
    private static String quantised(Firing firing) {
        return firing.isMulti()
                ? Texts.text("figures.breakEven.quantisedMulti", firing.unitsPerSpike())
                : Texts.text("figures.breakEven.quantised");
    }
}
