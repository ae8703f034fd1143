package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.text.Texts;

/** Charts of single neurons. */
public final class NeuronCharts {
    private NeuronCharts() {}

    /**
     * A neuron in one run.
     *
     * @param name of the run
     * @param tint of the run
     */
    public record Course(String name, Tint tint, NeuronTrace trace) {}

    /** V(t) of a neuron in one or more runs, in units of V_thr, before the reset where it fires. */
    public static Chart membrane(List<Course> courses, int marker) {
        return lines(
                Texts.text("figures.membrane.title"),
                Texts.text("figures.membrane.unit"),
                Texts.text("figures.membrane.axis"),
                courses,
                marker,
                true,
                (trace, t) -> trace.integrated(t + 1) / trace.threshold());
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
                (trace, t) -> trace.current()[t] / trace.threshold());
    }

    private interface Value {
        double at(NeuronTrace trace, int t);
    }

    private static Chart lines(
            String title,
            String subtitle,
            String axis,
            List<Course> courses,
            int marker,
            boolean threshold,
            Value value) {
        List<Chart.Series> series = new ArrayList<>();
        int last = 1;
        for (Course course : courses) {
            int steps = course.trace().current().length;
            double[] x = new double[steps];
            double[] y = new double[steps];
            for (int t = 0; t < steps; t++) {
                x[t] = t + 1.0;
                y[t] = value.at(course.trace(), t);
            }
            last = Math.max(last, steps);
            series.add(Chart.Series.line(course.name(), course.tint(), x, y));
        }
        List<Chart.Reference> references =
                threshold
                        ? List.of(new Chart.Reference(Texts.text("figures.threshold"), 1))
                        : List.of();
        return new Chart.Lines(
                title,
                subtitle,
                Chart.Axis.timesteps(last),
                Chart.Values.fromZero(axis),
                series,
                references,
                marker);
    }

    /** Spike trains of a neuron in one or more runs. */
    public static Chart spikes(List<Course> courses, int marker) {
        List<String> rows = new ArrayList<>();
        List<int[]> trains = new ArrayList<>();
        int last = 1;
        for (Course course : courses) {
            boolean[] spikes = course.trace().spikes();
            int[] train = new int[course.trace().count(spikes.length)];
            int count = 0;
            for (int t = 0; t < spikes.length; t++) {
                if (spikes[t]) {
                    train[count++] = t + 1;
                }
            }
            last = Math.max(last, spikes.length);
            rows.add(course.name());
            trains.add(train);
        }
        return new Chart.Raster(
                Texts.text("figures.spikes.title"),
                Texts.text("figures.spikes.of"),
                Chart.Axis.timesteps(last),
                rows,
                trains,
                -1,
                marker);
    }
}
