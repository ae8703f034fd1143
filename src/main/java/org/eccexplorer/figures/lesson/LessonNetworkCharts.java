package org.eccexplorer.figures.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.app.lesson.SceneView;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.chart.CostCharts;
import org.eccexplorer.figures.chart.ErrorCharts;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The charts of a lesson that show its bundled network. */
final class LessonNetworkCharts {
    private static final int BINS = 80;

    /** Runs that are drawn together: the last ones. */
    private static final int SHOWN = 2;

    private LessonNetworkCharts() {}

    static Optional<Chart> of(SceneView view, String name) {
        return view.run().map(run -> chart(view, view.network().orElseThrow(), run, name));
    }

    private static Chart chart(SceneView view, NetworkScene network, RunState run, String name) {
        int t = Math.min(view.timestep(), network.spec().steps());
        return switch (name) {
            case "accuracy" -> AccuracyChart.of(shown(network, run), run, t);
            case "energy" -> CostCharts.energy(shown(network, run), Accounting.STANDARD, t);
            case "layers" -> ErrorCharts.errors(List.of(run), run, -1);
            case "histogram" -> histogram(network, run);
            case "channels" -> channels(network, run);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The run, after the one that was made before it. */
    private static List<RunState> shown(NetworkScene network, RunState run) {
        List<RunState> shown = new ArrayList<>();
        for (RunState other : network.all()) {
            if (other.id() < run.id()) {
                shown.add(other);
            }
        }
        int from = Math.max(0, shown.size() - SHOWN + 1);
        shown.subList(0, from).clear();
        shown.add(run);
        return shown;
    }

    /** The axes of the accuracy, and the CNN's where it is known. */
    static Chart.Lines paper(SceneView view) {
        int steps = view.network().orElseThrow().spec().steps();
        List<Reference> cnn =
                view
                        .run()
                        .flatMap(RunState::snapshot)
                        .map(RunSnapshot::cnnAccuracy)
                        .map(share ->
                                new Reference(
                                        Texts.text("figures.lesson.cnn", Numbers.percent(share, 1)),
                                        share))
                        .stream()
                        .toList();
        return new Chart.Lines(
                Texts.text("figures.accuracy.title"),
                "",
                Axis.logTimesteps(steps),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                List.of(),
                cnn,
                Double.NaN);
    }

    private static Chart histogram(NetworkScene network, RunState run) {
        float[] values = network.activations(run);
        double lambda = network.lambda(run);
        double high = lambda;
        for (float value : values) {
            high = Math.max(high, value);
        }
        double width = high * 1.02 / BINS;
        long[] counts = new long[BINS];
        for (float value : values) {
            counts[(int) Math.min(BINS - 1, value / width)]++;
        }
        double[] x = new double[2 * BINS];
        double[] y = new double[2 * BINS];
        for (int i = 0; i < BINS; i++) {
            x[2 * i] = i * width;
            x[2 * i + 1] = (i + 1) * width;
            y[2 * i] = Math.log10(1.0 + counts[i]);
            y[2 * i + 1] = y[2 * i];
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.histogram", network.layerName(run)),
                Texts.text("figures.lesson.histogramMarks"),
                Axis.linear(Texts.text("figures.lesson.activation"), BINS * width),
                ValueAxis.fromZero(Texts.text("figures.lesson.logCount")),
                List.of(
                        Series.line(
                                Texts.text("figures.lesson.activations"), LessonCharts.MAIN, x, y)),
                List.of(
                        new Reference(
                                Texts.text("figures.lesson.lambda", Numbers.fixed(lambda, 2)),
                                lambda,
                                true)),
                Double.NaN);
    }

    private static Chart channels(NetworkScene network, RunState run) {
        List<NetworkScene.Channel> channels = network.scales(run);
        double[] x = new double[channels.size()];
        double[] y = new double[channels.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1.0;
            y[i] = channels.get(i).scale();
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.channels"),
                Texts.text("figures.lesson.channelsMarks"),
                Axis.linear(Texts.text("figures.lesson.channelsAxis"), x.length + 1.0),
                ValueAxis.fromZero(Texts.text("figures.lesson.scaleAxis")),
                List.of(Series.line(Texts.text("figures.lesson.scale"), Tint.run(0), x, y)),
                List.of(new Reference(Texts.text("figures.lesson.trained"), 1)),
                Double.NaN);
    }
}
