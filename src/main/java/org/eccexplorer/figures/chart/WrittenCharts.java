package org.eccexplorer.figures.chart;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.problem.ProblemException;

/** The charts of runs that are written beside their results, as the window shows them. */
public final class WrittenCharts {
    /** No layer is looked at. */
    private static final int NONE = -1;

    private WrittenCharts() {}

    /**
     * Writes a file for each chart; without a single image there is nothing to draw.
     *
     * @param shown runs with a snapshot, of the same images
     * @param focus whose layers are shown where there is room for one run only
     * @param choice the kind of the files, and how they are printed
     * @param accounting how energy is counted
     */
    public static void write(
            Path folder,
            List<RunState> shown,
            RunState focus,
            FigureChoice choice,
            Accounting accounting)
            throws ProblemException {
        if (focus.snapshot().map(RunSnapshot::images).orElse(0) == 0) {
            return;
        }
        write(folder, of(shown, focus, accounting), choice);
    }

    /**
     * Writes charts.
     *
     * @param charts by the names of their files without endings
     */
    public static void write(Path folder, Map<String, Chart> charts, FigureChoice choice)
            throws ProblemException {
        for (Map.Entry<String, Chart> chart : charts.entrySet()) {
            Path file = folder.resolve(name(chart.getKey(), choice.kind()));
            ChartFile.write(file, chart.getValue(), choice.style());
        }
    }

    /** The files that are written. */
    public static List<Path> files(
            Path folder,
            List<RunState> shown,
            RunState focus,
            FigureKind kind,
            Accounting accounting) {
        return of(shown, focus, accounting).keySet().stream()
                .map(chart -> folder.resolve(name(chart, kind)))
                .toList();
    }

    /** Beside the tables of results, which have the plain names. */
    private static String name(String chart, FigureKind kind) {
        return (kind == FigureKind.CSV ? "chart-" : "") + chart + "." + kind.ending();
    }

    /** The charts by the names of their files without endings. */
    static Map<String, Chart> of(List<RunState> shown, RunState focus, Accounting accounting) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("accuracy", AccuracyChart.of(shown, focus, Double.NaN));
        charts.put("rates", RunCharts.rates(shown, focus, NONE));
        charts.put("currents", RunCharts.currents(focus, NONE));
        charts.put("errors", ErrorCharts.errors(shown, focus, NONE));
        charts.put("correlations", ErrorCharts.correlations(shown, focus, NONE));
        if (focus.snapshot().orElseThrow().knowsEachTimestep()) {
            charts.put("residuals", RunCharts.residuals(focus, NONE, Double.NaN));
            int last = focus.settings().timesteps();
            charts.put("energy", CostCharts.energy(shown, accounting, last));
            charts.put("operations", CostCharts.operations(shown, accounting, last));
        }
        return charts;
    }
}
