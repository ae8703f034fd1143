package org.eccexplorer.figures.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.app.lesson.Curve;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.NeuronScene;
import org.eccexplorer.app.lesson.PairScene;
import org.eccexplorer.app.lesson.SceneView;
import org.eccexplorer.app.lesson.SequenceScene;
import org.eccexplorer.figures.chart.NeuronCharts;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.lesson.Scene;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Train;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The charts of a lesson, by the names that its file calls them. */
public final class LessonCharts {
    static final Tint MAIN = Tint.run(0);
    static final Tint OTHER = Tint.run(1);
    static final Tint THIRD = Tint.run(2);

    /** Width of what is left at T, as a share of the time shown. */
    private static final double RESIDUAL = 0.012;

    private LessonCharts() {}

    /** A chart as the scene is set now; empty while a run that it needs is not there yet. */
    public static Optional<Chart> of(LessonState state, String name) {
        SceneView view = state.now();
        if (name.equals("histogram") && isLambdaDragged(state)) {
            return dragged(state, view.of("lambda"));
        }
        if (Scene.isOfNetwork(name)) {
            return LessonNetworkCharts.of(view, name)
                    .map(chart -> withPrediction(chart, state, name));
        }
        if (name.equals("raster")) {
            return Optional.of(raster(view.pair()));
        }
        Chart.Lines chart =
                switch (name) {
                    case "membrane" -> membrane(view);
                    case "rate" -> rate(view.neuron());
                    case "sweep" -> sweep(view.neuron());
                    case "error" -> error(view.neuron());
                    case "sweep_error" -> sweepError(view.neuron());
                    case "currents" -> currents(view.sequence());
                    case "counts" -> counts(view.pair());
                    default -> throw new IllegalArgumentException(name);
                };
        return Optional.of(withPrediction(chart, state, name));
    }

    /** Whether λ can be dragged in the histogram: where its percentile is the control. */
    public static boolean isLambdaDragged(LessonState state) {
        return state.page().control().filter("percentile"::equals).isPresent();
    }

    /** The histogram of a lesson with λ at another place, before it is set; empty without a run. */
    public static Optional<Chart> dragged(LessonState state, double lambda) {
        SceneView view = state.now();
        return view.run()
                .map(run ->
                        LessonNetworkCharts.histogram(
                                view.network().orElseThrow(), run, lambda, true));
    }

    /** What a learner draws on: the axes of the chart without its lines. */
    public static Chart.Lines paper(SceneView view, String name) {
        Chart.Lines chart =
                switch (name) {
                    case "rate" -> rate(view.neuron());
                    case "sweep" -> sweep(view.neuron());
                    case "error" -> error(view.neuron());
                    default -> LessonNetworkCharts.paper(view);
                };
        List<Reference> references = new ArrayList<>(chart.references());
        if (name.equals("sweep") || name.equals("error")) {
            references.add(
                    new Reference(
                            Texts.text(
                                    name.equals("sweep")
                                            ? "figures.lesson.every"
                                            : "figures.lesson.nothing"),
                            1));
        }
        return new Chart.Lines(
                chart.title(),
                Texts.text("figures.lesson.draw"),
                chart.x(),
                chart.y(),
                List.of(),
                references,
                Double.NaN);
    }

    /**
     * A line as it is drawn so far.
     *
     * @param at where the arrow keys move it, in units of the axis; NaN to show no such place
     */
    public static Chart.Lines on(Chart.Lines paper, Curve drawn, double at) {
        return new Chart.Lines(
                paper.title(),
                paper.subtitle(),
                paper.x(),
                paper.y(),
                List.of(
                        Series.line(
                                Texts.text("figures.lesson.yours"), OTHER, drawn.x(), drawn.y())),
                paper.references(),
                at);
    }

    /** The same chart with what was drawn before it was shown. */
    private static Chart withPrediction(Chart chart, LessonState state, String name) {
        List<Curve> drawn =
                state.page().tasks().stream()
                        .filter(task -> state.lesson().questions().containsKey(task))
                        .filter(task ->
                                state.lesson().question(task) instanceof Question.Draw draw
                                        && draw.curve().equals(name))
                        .flatMap(task -> state.drawn(task).stream())
                        .toList();
        if (drawn.isEmpty() || !(chart instanceof Chart.Lines lines)) {
            return chart;
        }
        List<Series> series = new ArrayList<>(lines.series());
        drawn.forEach(line ->
                series.add(
                        Series.dashed(
                                Texts.text("figures.lesson.yours"), OTHER, line.x(), line.y())));
        return new Chart.Lines(
                lines.title(),
                lines.subtitle(),
                lines.x(),
                lines.y(),
                series,
                lines.references(),
                lines.marker());
    }

    private static Chart.Lines membrane(SceneView view) {
        return switch (view.scene()) {
            case NEURON ->
                    membrane(
                            view.neuron().trace(),
                            view.neuron().timesteps(),
                            view.neuron().theta());
            case SEQUENCE -> {
                SequenceScene own = view.sequence();
                yield membrane(own.sandbox().trace(1, 0), own.currents().size(), own.theta());
            }
            case PAIR, NETWORK -> {
                PairScene own = view.pair();
                yield membrane(own.sandbox().trace(1, 0), own.timesteps(), own.theta());
            }
        };
    }

    /** V of a neuron, with what is left in it at T. */
    private static Chart.Lines membrane(NeuronTrace trace, int t, double theta) {
        NeuronCharts.Points points = NeuronCharts.potential(trace);
        double left = trace.membrane()[t - 1] / trace.threshold();
        int last = trace.current().length;
        double width = last * RESIDUAL;
        List<Series> series =
                List.of(
                        Series.line(
                                Texts.text("figures.lesson.potential"),
                                Tint.Fixed.ACCENT,
                                points.x(),
                                points.y()),
                        Series.banded(
                                Texts.text("figures.lesson.left", Numbers.fixed(left - theta, 2)),
                                OTHER,
                                new double[] {t, t + width},
                                new double[] {left, left},
                                new Band(
                                        new double[] {theta, theta},
                                        new double[] {left, left},
                                        true)),
                        spikes(trace, t));
        return new Chart.Lines(
                Texts.text("figures.lesson.membrane"),
                Texts.text("figures.lesson.membraneMarks"),
                Axis.timesteps(last + (t == last ? width : 0)),
                ValueAxis.fromZero(Texts.text("figures.membrane.axis")),
                series,
                List.of(new Reference(Texts.text("figures.threshold"), 1)),
                Double.NaN);
    }

    /** Where V reached the threshold, up to T. */
    private static Series spikes(NeuronTrace trace, int last) {
        int[] times = IntStream.rangeClosed(1, last).filter(trace::fired).toArray();
        double[] x = Arrays.stream(times).asDoubleStream().toArray();
        double[] y =
                Arrays.stream(times)
                        .mapToDouble(t -> trace.integrated(t) / trace.threshold())
                        .toArray();
        return Series.dots(
                Texts.counted("figures.lesson.spikes", times.length),
                Tint.Fixed.RIGHT,
                x,
                y,
                IntStream.range(0, times.length)
                        .mapToObj(i -> Texts.text("figures.lesson.spike", i + 1, times[i]))
                        .toList());
    }

    private static Chart.Lines rate(NeuronScene neuron) {
        double[] x = new double[neuron.horizon()];
        double[] y = new double[neuron.horizon()];
        NeuronTrace trace = neuron.trace();
        for (int t = 1; t <= x.length; t++) {
            x[t - 1] = t;
            y[t - 1] = trace.count(t) / t;
        }
        int t = neuron.timesteps();
        return new Chart.Lines(
                Texts.text("figures.lesson.rate"),
                Texts.text("figures.lesson.rateMarks", t),
                Axis.timesteps(x.length),
                ValueAxis.fromZero(Texts.text("figures.lesson.rateAxis")),
                List.of(
                        Series.line(Texts.text("figures.lesson.rateLine"), MAIN, x, y),
                        Series.dot(
                                Texts.text("figures.lesson.atT", t),
                                Tint.Fixed.ACCENT,
                                t,
                                y[t - 1])),
                List.of(
                        new Reference(
                                Texts.text(
                                        "figures.lesson.asked", Numbers.fixed(neuron.asked(), 2)),
                                neuron.asked())),
                Double.NaN);
    }

    private static Chart.Lines sweep(NeuronScene neuron) {
        double[] y = neuron.sweep();
        double[] x = new double[y.length];
        Arrays.setAll(x, i -> i / 100.0);
        List<Series> series = new ArrayList<>();
        NeuronCharts.Points steps = steps(x, y);
        series.add(Series.line(Texts.text("figures.lesson.rateLine"), MAIN, steps.x(), steps.y()));
        series.add(
                Series.dashed(
                        Texts.text("figures.lesson.relu"),
                        Tint.Fixed.CNN,
                        new double[] {0, 1},
                        new double[] {0, 1}));
        int at = (int) Math.round(neuron.current() * 100);
        if (at >= 0 && at < x.length) {
            series.add(
                    Series.dot(Texts.text("figures.lesson.here"), Tint.Fixed.ACCENT, x[at], y[at]));
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.sweep"),
                Texts.text("figures.lesson.sweepMarks", neuron.timesteps()),
                Axis.linear(Texts.text("figures.lesson.currentAxis"), 2),
                ValueAxis.fromZero(Texts.text("figures.lesson.rateAxis")),
                series,
                List.of(),
                Double.NaN);
    }

    /** The same values as a staircase: each holds until the next place. */
    private static NeuronCharts.Points steps(double[] x, double[] y) {
        double[] stepX = new double[2 * x.length - 1];
        double[] stepY = new double[2 * x.length - 1];
        for (int i = 0; i < stepX.length; i++) {
            stepX[i] = x[(i + 1) / 2];
            stepY[i] = y[i / 2];
        }
        return new NeuronCharts.Points(stepX, stepY);
    }

    private static Chart.Lines error(NeuronScene neuron) {
        int last = neuron.horizon();
        double[] x = new double[last];
        double[] worst = neuron.worstErrors();
        double[] inverse = new double[last];
        for (int t = 1; t <= last; t++) {
            x[t - 1] = t;
            inverse[t - 1] = 1.0 / t;
        }
        int t = neuron.timesteps();
        return new Chart.Lines(
                Texts.text("figures.lesson.error"),
                Texts.text("figures.lesson.errorMarks"),
                Axis.timesteps(last),
                ValueAxis.fromZero(Texts.text("figures.lesson.errorAxis")),
                List.of(
                        Series.line(Texts.text("figures.lesson.largest"), MAIN, x, worst),
                        Series.dashed(
                                Texts.text("figures.lesson.inverse"), Tint.Fixed.CNN, x, inverse),
                        Series.dot(
                                Texts.text("figures.lesson.atT", t),
                                Tint.Fixed.ACCENT,
                                t,
                                worst[t - 1])),
                List.of(),
                Double.NaN);
    }

    private static Chart.Lines sweepError(NeuronScene neuron) {
        double[] errors = neuron.errors();
        double mean = NeuronScene.mean(errors);
        return new Chart.Lines(
                Texts.text("figures.lesson.sweepError"),
                Texts.text("figures.lesson.sweepErrorMarks", neuron.timesteps()),
                Axis.linear(Texts.text("figures.lesson.currentAxis"), 1),
                ValueAxis.fromZero(Texts.text("figures.lesson.errorAxis")),
                List.of(
                        Series.line(
                                Texts.text("figures.lesson.errorLine"),
                                MAIN,
                                NeuronScene.grid(),
                                errors)),
                List.of(
                        new Reference(
                                Texts.text("figures.lesson.mean", Numbers.difference(mean, 3)),
                                mean)),
                Double.NaN);
    }

    /** Each current as a line from zero. */
    private static Chart.Lines currents(SequenceScene scene) {
        int count = scene.currents().size();
        double[] x = new double[3 * count];
        double[] y = new double[3 * count];
        for (int i = 0; i < count; i++) {
            Arrays.fill(x, 3 * i, 3 * i + 3, i + 1.0);
            y[3 * i + 1] = scene.currents().get(i);
        }
        return new Chart.Lines(
                Texts.text("figures.lesson.currents"),
                Texts.text("figures.lesson.currentsMarks"),
                Axis.timesteps(count * (1 + RESIDUAL)),
                ValueAxis.fromZero(Texts.text("figures.lesson.currentAxis")),
                List.of(Series.line(Texts.text("figures.lesson.currentLine"), MAIN, x, y)),
                List.of(new Reference(Texts.text("figures.threshold"), 1)),
                Double.NaN);
    }

    private static Chart raster(PairScene scene) {
        int last = scene.sandbox().timesteps();
        return new Chart.Raster(
                Texts.text("figures.lesson.raster"),
                Texts.text("figures.lesson.rasterMarks"),
                Axis.timesteps(last + (scene.timesteps() == last ? last * RESIDUAL : 0)),
                List.of(
                        Texts.text("figures.lesson.a"),
                        Texts.text("figures.lesson.b"),
                        Texts.text("figures.lesson.third")),
                List.of(
                        Train.of(scene.sandbox().spikes().train(0, 0)),
                        Train.of(scene.sandbox().spikes().train(0, 1)),
                        Train.of(scene.sandbox().spikes().train(1, 0))),
                2,
                scene.timesteps() < last ? scene.timesteps() : Double.NaN);
    }

    private static Chart.Lines counts(PairScene scene) {
        int last = scene.sandbox().timesteps();
        return new Chart.Lines(
                Texts.text("figures.lesson.counts"),
                Texts.text("figures.lesson.countsMarks"),
                Axis.timesteps(last),
                ValueAxis.fromZero(Texts.text("figures.lesson.countsAxis")),
                List.of(
                        count(scene, "figures.lesson.a", MAIN, 0, 0),
                        count(scene, "figures.lesson.b", OTHER, 0, 1),
                        count(scene, "figures.lesson.third", THIRD, 1, 0)),
                List.of(),
                scene.timesteps() < last ? scene.timesteps() : Double.NaN);
    }

    private static Series count(PairScene scene, String name, Tint tint, int layer, int neuron) {
        double[] x = new double[scene.sandbox().timesteps()];
        double[] y = new double[x.length];
        for (int t = 1; t <= x.length; t++) {
            x[t - 1] = t;
            y[t - 1] = scene.sandbox().count(layer, neuron, t);
        }
        return Series.line(Texts.text(name), tint, x, y);
    }
}
