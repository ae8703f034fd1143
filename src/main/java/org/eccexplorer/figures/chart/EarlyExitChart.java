package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.EarlyExit;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Accuracy against the mean number of timesteps until an answer, for several ε of early exit. */
public final class EarlyExitChart {
    private EarlyExitChart() {}

    /**
     * A run with all images at T and with early exit by each ε, read from its own t₀, beside the
     * same answers for all images at one t.
     *
     * @param basis votes of calibration images; without them there is no early exit to draw
     */
    public static Chart of(RunState run, Optional<StoredVotes> basis) {
        List<Series> series = new ArrayList<>();
        run.snapshot()
                .filter(done -> done.votes() != null && done.images() > 0)
                .ifPresent(done -> lines(run, done, basis, series));
        return new Chart.Lines(
                Texts.text("figures.earlyExit.title"),
                Extents.of(run).notes(notes(run, basis)),
                Axis.logTimesteps(run.settings().timesteps()),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                series,
                List.of(),
                run.snapshot()
                        .map(done -> done.meanTimesteps(done.timesteps()))
                        .orElse(Double.NaN));
    }

    private static String notes(RunState run, Optional<StoredVotes> basis) {
        return basis.isEmpty()
                ? Texts.text("figures.earlyExit.choose")
                : run.snapshot()
                        .flatMap(EarlyExitChart::bestMeanTimesteps)
                        .map(mean -> Texts.text("figures.earlyExit.notes", Numbers.fixed(mean, 1)))
                        .orElse("");
    }

    private static Optional<Double> bestMeanTimesteps(RunSnapshot run) {
        return Optional.ofNullable(run.votes())
                .map(votes ->
                        EarlyExit.bestMeanTimesteps(votes, Reading.from(run.reading().from())));
    }

    private static void lines(
            RunState state, RunSnapshot run, Optional<StoredVotes> basis, List<Series> series) {
        SourceRun source = Sources.of(state);
        Reading plain = Reading.from(run.reading().from());
        RunSnapshot all = run.read(plain);
        double[] x = new double[run.timesteps()];
        double[] y = new double[run.timesteps()];
        for (int t = 1; t <= x.length; t++) {
            x[t - 1] = t;
            y[t - 1] = all.accuracy(all.knownUpTo(t));
        }
        series.add(
                Series.line(Texts.text("figures.earlyExit.atOnce"), Tint.run(state.style()), x, y)
                        .from(source));
        basis.ifPresent(votes -> early(run, plain, votes, source, series));
    }

    private static void early(
            RunSnapshot run,
            Reading plain,
            StoredVotes basis,
            SourceRun source,
            List<Series> series) {
        List<Double> shares =
                ReadingChoice.EPSILONS.stream().filter(e -> !e.equals(ReadingChoice.OFF)).toList();
        double[] x = new double[shares.size()];
        double[] y = new double[shares.size()];
        for (int i = 0; i < x.length; i++) {
            // The largest ε needs the fewest timesteps.
            double share = shares.get(x.length - 1 - i);
            RunSnapshot read =
                    run.read(plain.early(EarlyExit.thresholds(basis, plain.from(), share)));
            x[i] = read.meanTimesteps(run.timesteps());
            y[i] = read.accuracy(run.timesteps());
            series.add(
                    Series.dot(
                                    Texts.text(
                                            "figures.earlyExit.dot",
                                            ReadingChoice.EARLY_EXIT.shown(share)),
                                    Tint.shade(i, x.length),
                                    x[i],
                                    y[i])
                            .from(source));
        }
        series.add(
                Series.dashed(Texts.text("figures.earlyExit.line"), Tint.shade(0, 2), x, y)
                        .from(source));
    }
}
