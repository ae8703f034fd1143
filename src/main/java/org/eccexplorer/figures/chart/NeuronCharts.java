package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Train;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Charts of single neurons. */
public final class NeuronCharts {
    /** Timesteps in a small chart. */
    private static final int NEAR = 64;

    private NeuronCharts() {}

    /**
     * A neuron in one run.
     *
     * @param source the run, the image and the neuron
     * @param tint of the run
     */
    public record Course(SourceRun source, Tint tint, NeuronTrace trace) {
        /** Of the run. */
        String name() {
            return source.run();
        }
    }

    /**
     * V of a neuron in one or more runs, in units of V_thr, from V(0) on: at each timestep the
     * potential that is compared with V_thr and, where that fires, the potential after the reset.
     *
     * @param fires whether there is a threshold: outputs read by current have none
     */
    public static Chart membrane(List<Course> courses, boolean fires, int marker) {
        return lines(
                Texts.text("figures.membrane.title"),
                Texts.text(fires ? "figures.membrane.unit" : "figures.membrane.outputUnit"),
                Texts.text("figures.membrane.axis"),
                courses,
                marker,
                fires,
                NeuronCharts::potential);
    }

    /** The timesteps around one, in a chart that is too small for many. */
    public static Chart near(Chart chart, int t) {
        if (chart instanceof Chart.Timed timed && timed.x().high() > NEAR) {
            double last = timed.x().high();
            double first = Math.clamp(t - NEAR / 2.0 + 1, 1, last - NEAR + 1);
            return timed.over(timed.x().between(first, first + NEAR - 1), false);
        }
        return chart;
    }

    /** "t = 193 – 256" where a chart shows but some timesteps; else empty. */
    public static String part(Chart chart) {
        return chart instanceof Chart.Timed timed && timed.x().low() >= 1
                ? Texts.text(
                        "figures.neuron.part",
                        Numbers.count(timed.x().firstStep()),
                        Numbers.count(timed.x().lastStep()))
                : "";
    }

    /** Z(t) of a neuron in one or more runs, in units of V_thr. */
    public static Chart current(List<Course> courses, int marker) {
        return lines(
                Texts.text("figures.current.title"),
                Texts.text("figures.current.unit"),
                Texts.text("figures.current.axis"),
                courses,
                marker,
                false,
                NeuronCharts::received);
    }

    /** Points of a line, x ascending; where a neuron fires two have the same x. */
    public record Points(double[] x, double[] y) {}

    public static Points potential(NeuronTrace trace) {
        int timesteps = trace.current().length;
        int count = 1 + timesteps + trace.spikesUntil(timesteps);
        double[] x = new double[count];
        double[] y = new double[count];
        y[0] = trace.initial() / trace.threshold();
        int next = 1;
        for (int t = 1; t <= timesteps; t++) {
            x[next] = t;
            y[next++] = trace.integrated(t) / trace.threshold();
            if (trace.fired(t)) {
                x[next] = t;
                y[next++] = trace.membrane()[t - 1] / trace.threshold();
            }
        }
        return new Points(x, y);
    }

    private static Points received(NeuronTrace trace) {
        double[] x = new double[trace.current().length];
        double[] y = new double[x.length];
        for (int t = 1; t <= x.length; t++) {
            x[t - 1] = t;
            y[t - 1] = trace.current()[t - 1] / trace.threshold();
        }
        return new Points(x, y);
    }

    private static Chart lines(
            String title,
            String subtitle,
            String axis,
            List<Course> courses,
            int marker,
            boolean threshold,
            Function<NeuronTrace, Points> line) {
        List<Series> series = new ArrayList<>();
        int last = 1;
        for (Course course : courses) {
            Points points = line.apply(course.trace());
            last = Math.max(last, course.trace().current().length);
            series.add(
                    Series.line(course.name(), course.tint(), points.x(), points.y())
                            .from(course.source()));
        }
        List<Reference> references =
                threshold ? List.of(new Reference(Texts.text("figures.threshold"), 1)) : List.of();
        return new Chart.Lines(
                title,
                subtitle,
                Axis.timesteps(last),
                ValueAxis.fromZero(axis),
                series,
                references,
                marker);
    }

    private static Train train(NeuronTrace trace) {
        int timesteps = trace.spikes().length;
        int[] steps = new int[trace.spikesUntil(timesteps)];
        float[] values = new float[steps.length];
        int count = 0;
        for (int t = 1; t <= timesteps; t++) {
            if (trace.fired(t)) {
                steps[count] = t;
                values[count++] = trace.spikes()[t - 1];
            }
        }
        return new Train(steps, values);
    }

    /** Spike trains of a neuron in one or more runs. */
    public static Chart spikes(List<Course> courses, int marker) {
        List<String> rows = new ArrayList<>();
        List<Train> trains = new ArrayList<>();
        int last = 1;
        for (Course course : courses) {
            last = Math.max(last, course.trace().spikes().length);
            rows.add(course.name());
            trains.add(train(course.trace()));
        }
        return new Chart.Raster(
                        Texts.text("figures.spikes.title"),
                        trains.stream().allMatch(Train::isPlain)
                                ? Texts.text("figures.spikes.of")
                                : Texts.text(
                                        "figures.raster.sizes", Texts.text("figures.spikes.of")),
                        Axis.timesteps(last),
                        rows,
                        trains,
                        -1,
                        marker)
                .from(courses.stream().map(Course::source).toList());
    }
}
