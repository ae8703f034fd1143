package org.eccexplorer.figures.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.lesson.NetworkScene;
import org.eccexplorer.app.lesson.SceneView;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.chart.CostCharts;
import org.eccexplorer.figures.chart.ErrorCharts;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
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

    /** The axis of variances begins at half of this, or below. */
    private static final double LEAST_VARIANCE = 0.001;

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
            case "latency" -> latency(network, run, t);
            case "energy" -> CostCharts.energy(shown(network, run), Accounting.STANDARD, t);
            case "layers" -> ErrorCharts.errors(List.of(run), run, -1);
            case "histogram" -> histogram(network, run, network.lambda(run), false);
            case "channels" -> channels(network, run);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The run, after the one that was made before it; beside one that waits only that. */
    private static List<RunState> shown(NetworkScene network, RunState run) {
        Optional<RunState> waiting = network.waiting(run);
        if (waiting.isPresent()) {
            return List.of(waiting.get(), run);
        }
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

    private static List<Reference> cnn(RunState run) {
        return run.snapshot().map(RunSnapshot::cnnAccuracy).stream()
                .map(share ->
                        new Reference(
                                Texts.text("figures.lesson.cnn", Numbers.percent(share, 1)), share))
                .toList();
    }

    /** The axes of the accuracy, and the CNN's where it is known. */
    static Chart.Lines paper(SceneView view) {
        int steps = view.network().orElseThrow().spec().steps();
        List<Reference> cnn = view.run().map(LessonNetworkCharts::cnn).orElse(List.of());
        return new Chart.Lines(
                Texts.text("figures.accuracy.title"),
                "",
                Axis.logTimesteps(steps),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                List.of(),
                cnn,
                Double.NaN);
    }

    /** Where the answer is there after so many timesteps, with and without waiting. */
    private static Chart latency(NetworkScene network, RunState run, int t) {
        RunState waiting = network.waiting(run).orElse(run);
        int last = Schedule.SYNCHRONOUS.latency(run.network().orElseThrow(), t(network));
        List<Series> series = new ArrayList<>();
        for (RunState one : List.of(run, waiting)) {
            boolean waits = !one.equals(run);
            RunSnapshot snapshot = one.snapshot().orElseThrow();
            int[] known = IntStream.rangeClosed(1, t(network)).filter(snapshot::isKnown).toArray();
            double[] x = Arrays.stream(known).mapToDouble(at -> latency(one, at)).toArray();
            double[] y = Arrays.stream(known).mapToDouble(snapshot::accuracy).toArray();
            series.add(
                    Series.line(one.name(), waits ? LessonCharts.OTHER : LessonCharts.MAIN, x, y));
            if (snapshot.isKnown(t)) {
                series.add(
                        Series.dot(
                                Texts.text("figures.lesson.dotAt", one.name(), t),
                                waits ? LessonCharts.OTHER : LessonCharts.MAIN,
                                latency(one, t),
                                snapshot.accuracy(t)));
            }
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.latency"),
                Texts.text("figures.lesson.latencyMarks", t, network.spec().images()),
                Axis.logarithmic(Texts.text("figures.lesson.latencyAxis"), 1, last),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")),
                series,
                cnn(run),
                Double.NaN);
    }

    private static int t(NetworkScene network) {
        return network.spec().steps();
    }

    private static int latency(RunState run, int t) {
        return run.settings().schedule().latency(run.network().orElseThrow(), t);
    }

    /**
     * Activations of the layer of the lesson with λ at a place.
     *
     * @param at where λ is; what lies above it is cut
     * @param dragged whether it can be dragged
     */
    static Chart.Histogram histogram(
            NetworkScene network, RunState run, double at, boolean dragged) {
        float[] values = network.activations(run);
        // The axis stays where it is while λ falls.
        double high =
                Math.max(
                        Math.max(at, network.lambda(run)),
                        network.maximum(run).map(network::lambda).orElse(0.0));
        long cut = 0;
        for (float value : values) {
            high = Math.max(high, value);
            cut += value > at ? 1 : 0;
        }
        double width = high * 1.02 / BINS;
        long[] counts = new long[BINS];
        for (float value : values) {
            counts[(int) Math.min(BINS - 1, value / width)]++;
        }
        return new Chart.Histogram(
                        Texts.text("figures.lesson.histogram", network.layerName(run)),
                        Texts.text("figures.lesson.histogramMarks"),
                        Texts.text("figures.lesson.activation"),
                        Texts.text("figures.lesson.histogramCount"),
                        0,
                        BINS * width,
                        Tint.Fixed.CNN,
                        counts)
                .cutAt(
                        new Chart.Histogram.Limit(
                                at,
                                Texts.text(
                                        dragged
                                                ? "figures.lesson.lambdaDragged"
                                                : "figures.lesson.lambda",
                                        Numbers.fixed(at, 2),
                                        Numbers.percent(
                                                (double) cut / Math.max(1, values.length), 2))));
    }

    private static Chart channels(NetworkScene network, RunState run) {
        List<NetworkScene.Channel> channels = network.scales(run);
        double[] x = channels.stream().mapToDouble(NetworkScene.Channel::variance).toArray();
        double[] y = channels.stream().mapToDouble(NetworkScene.Channel::scale).toArray();
        double low = Math.min(LEAST_VARIANCE, x.length == 0 ? 1 : x[0]) / 2;
        double high = Math.max(1, x.length == 0 ? 1 : x[x.length - 1]) * 2;
        List<Reference> references = new ArrayList<>();
        references.add(new Reference(Texts.text("figures.lesson.trained"), 1));
        double epsilon =
                run.settings().conversion().batchNormConsistency()
                        ? 0
                        : run.settings().conversion().epsilon();
        if (epsilon > low) {
            references.add(
                    new Reference(
                            Texts.text("figures.lesson.epsilon", Numbers.compact(epsilon)),
                            epsilon,
                            true));
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.channels"),
                Texts.text("figures.lesson.channelsMarks", channels.size()),
                Axis.logarithmic(Texts.text("figures.lesson.channelsAxis"), low, high),
                ValueAxis.fromZero(Texts.text("figures.lesson.scaleAxis")),
                List.of(
                        Series.dots(
                                Texts.text("figures.lesson.scale"),
                                LessonCharts.MAIN,
                                x,
                                y,
                                channels.stream().map(NetworkScene.Channel::name).toList())),
                references,
                Double.NaN);
    }
}
