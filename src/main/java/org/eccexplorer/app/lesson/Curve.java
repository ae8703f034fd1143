package org.eccexplorer.app.lesson;

import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.sim.NeuronTrace;

/**
 * The line of a chart that a learner can draw first.
 *
 * @param x ascending
 * @param y NaN where nothing is there yet
 */
public record Curve(double[] x, double[] y) {

    /** The first line of a chart. */
    public static Curve of(SceneView view, String chart) {
        return switch (chart) {
            case "rate" -> rate(view.neuron());
            case "sweep" -> new Curve(hundredths(NeuronScene.SWEEP), view.neuron().sweep());
            case "error" -> error(view.neuron());
            case "accuracy" -> accuracy(view);
            default -> throw new IllegalArgumentException(chart);
        };
    }

    private static double[] hundredths(int count) {
        return IntStream.range(0, count).mapToDouble(i -> i / 100.0).toArray();
    }

    private static double[] timesteps(int count) {
        return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
    }

    /** Rate after each T. */
    private static Curve rate(NeuronScene neuron) {
        NeuronTrace trace = neuron.trace();
        double[] x = timesteps(neuron.horizon());
        double[] y = new double[x.length];
        for (int t = 1; t <= y.length; t++) {
            y[t - 1] = trace.count(t) / t;
        }
        return new Curve(x, y);
    }

    /** The largest error of all currents from 0 to 1, after each T. */
    private static Curve error(NeuronScene neuron) {
        return new Curve(timesteps(neuron.horizon()), neuron.worstErrors());
    }

    /** Accuracy after each timestep. */
    private static Curve accuracy(SceneView view) {
        double[] x = timesteps(view.network().orElseThrow().spec().steps());
        double[] y = new double[x.length];
        for (int t = 1; t <= y.length; t++) {
            int at = t;
            y[t - 1] =
                    view.run()
                            .flatMap(RunState::snapshot)
                            .map(s -> s.accuracy(at))
                            .orElse(Double.NaN);
        }
        return new Curve(x, y);
    }

    /** Whether all of it is there. */
    public boolean isComplete() {
        return IntStream.range(0, y.length).noneMatch(i -> Double.isNaN(y[i]));
    }

    /** Its value nearest to a place. */
    public double at(double place) {
        int nearest = 0;
        for (int i = 1; i < x.length; i++) {
            if (Math.abs(x[i] - place) < Math.abs(x[nearest] - place)) {
                nearest = i;
            }
        }
        return y[nearest];
    }

    /** How far another line is away, on average over its own points. */
    public double distance(Curve drawn) {
        double sum = 0;
        for (int i = 0; i < drawn.x.length; i++) {
            sum += Math.abs(drawn.y[i] - at(drawn.x[i]));
        }
        return sum / drawn.x.length;
    }
}
