package org.eccexplorer.figures.chart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.LayerOrigins;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;

/**
 * The charts of all pages of the window that are of whole runs, as it draws them at T; not those of
 * a single image or neuron.
 */
public final class PageCharts {
    /** No layer is looked at. */
    private static final int NONE = -1;

    private static final List<FigureKind> KINDS =
            List.of(FigureKind.SVG, FigureKind.PDF, FigureKind.CSV);

    private final Map<String, Chart> charts = new LinkedHashMap<>();

    private PageCharts() {}

    /**
     * Writes each chart as SVG and PDF, and its data as CSV.
     *
     * @param shown runs with images
     * @param focus whose layers are shown where there is room for one run only
     * @param accounting how energy is counted
     * @param basis votes of calibration images of the focus, for its early exits; empty: no chart
     *     of these
     */
    public static void write(
            Path folder,
            List<RunState> shown,
            RunState focus,
            Accounting accounting,
            Experiment experiment,
            Optional<StoredVotes> basis,
            FigureStyle style)
            throws ProblemException {
        for (Map.Entry<String, Chart> chart :
                of(shown, focus, accounting, experiment, basis).entrySet()) {
            for (FigureKind kind : KINDS) {
                Path file = folder.resolve(chart.getKey() + "." + kind.ending());
                ChartFile.write(file, chart.getValue(), style);
            }
        }
    }

    /** The charts by the names of their files without endings, which begin with their page. */
    static Map<String, Chart> of(
            List<RunState> shown,
            RunState focus,
            Accounting accounting,
            Experiment experiment,
            Optional<StoredVotes> basis) {
        PageCharts pages = new PageCharts();
        pages.runs(shown, focus, accounting);
        basis.ifPresent(votes ->
                pages.charts.put("cost-early-exit", EarlyExitChart.of(focus, Optional.of(votes))));
        pages.answers(focus, experiment);
        focus.prepared().ifPresent(prepared -> pages.layers(focus, prepared));
        pages.data(experiment);
        return pages.charts;
    }

    private void runs(List<RunState> shown, RunState focus, Accounting accounting) {
        charts.put("live-accuracy", AccuracyChart.of(shown, focus, Double.NaN));
        charts.put("live-rates", RunCharts.rates(shown, focus, NONE));
        charts.put("live-currents", RunCharts.currents(focus, NONE));
        charts.put("error-errors", ErrorCharts.errors(shown, focus, NONE));
        charts.put("error-correlations", ErrorCharts.correlations(shown, focus, NONE));
        RunSnapshot result = focus.snapshot().orElseThrow();
        for (int l = 0; l < result.layers().size(); l++) {
            charts.put(
                    layer("error-agreement", l, result.layers().get(l).name()),
                    ErrorCharts.agreement(focus, l));
        }
        if (!result.knowsEachTimestep()) {
            return;
        }
        charts.put("live-residuals", RunCharts.residuals(focus, NONE, Double.NaN));
        int last = focus.settings().timesteps();
        charts.put("cost-energy", CostCharts.energy(shown, accounting, last));
        charts.put("cost-operations", CostCharts.operations(shown, accounting, last));
        charts.put("cost-break-even", BreakEvenChart.of(shown, focus, accounting, Double.NaN));
    }

    private void answers(RunState focus, Experiment experiment) {
        RunSnapshot result = focus.snapshot().orElseThrow();
        int[] labels = experiment.test().labels();
        int t = result.knownUpTo(result.timesteps());
        AnswersAt answers = AnswersAt.of(new AnswersAt.Key(result, t), labels);
        charts.put(
                "answers-confusion",
                answers.matrix(focus, t, experiment::className, labels.length > 0, ""));
    }

    private void layers(RunState focus, Prepared prepared) {
        List<SpikingLayer> layers = prepared.network().layers();
        for (int l = 0; l < layers.size(); l++) {
            SpikingLayer layer = layers.get(l);
            String name = layer.name();
            charts.put(
                    layer("layer-trained", l, name),
                    LayerCharts.trained(
                            LayerOrigins.of(prepared.cnn().network(), prepared.network(), l)));
            charts.put(
                    layer("layer-converted", l, name),
                    LayerCharts.converted(layer, focus.name(), Tint.run(focus.style())));
            charts.put(
                    layer("layer-activations", l, name),
                    LayerCharts.activations(focus, l, prepared.settings().conversion()));
            charts.put(layer("layer-rates", l, name), LayerCharts.rates(focus, l));
        }
    }

    private void data(Experiment experiment) {
        int classes = experiment.model().network().outputShape().size();
        DataSummary summary = DataSummary.of(experiment.test(), classes);
        charts.put("data-classes", DataCharts.classes(summary, experiment::className));
        charts.put("data-pixels", DataCharts.pixels(summary));
    }

    /** A name of a file for a layer, whatever it is called. */
    private static String layer(String chart, int index, String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), 40));
        return String.format(Locale.ROOT, "%s-%02d-%s", chart, index + 1, cut);
    }
}
