package org.eccexplorer.app.lesson;

import org.eccexplorer.sim.NeuronTrace;

/**
 * One neuron with a constant current, and the same for many currents.
 *
 * @param current Z/V_thr
 * @param timesteps T
 * @param horizon timesteps that charts show, T or more
 */
public record NeuronScene(
        double current, double theta, boolean spread, int timesteps, int horizon) {
    /** Currents from 0 to 1 that errors are averaged over, each in the middle of its part. */
    public static final int GRID = 250;

    /** Currents from 0 to 2 of a sweep. */
    public static final int SWEEP = 201;

    /** What the names say. */
    static NeuronScene of(Names inputs, int most) {
        int t = inputs.whole("T");
        boolean spread = inputs.of("spread") > 0;
        // Charge that is spread over T is another one for every T.
        return new NeuronScene(
                inputs.of("current"),
                inputs.of("theta"),
                spread,
                t,
                spread ? t : Math.max(t, most));
    }

    /** V(t), Z(t) and spikes of the neuron up to the horizon. */
    public NeuronTrace trace() {
        return Sandbox.neurons(new double[] {current}, theta, spread, horizon).trace(0, 0);
    }

    /** What the CNN asks for: its ReLU of the current. */
    public double asked() {
        return Math.max(0, current);
    }

    /** Rates of currents 0, 0.01 … 2 after T. */
    public double[] sweep() {
        double[] currents = new double[SWEEP];
        for (int i = 0; i < SWEEP; i++) {
            currents[i] = i / 100.0;
        }
        return rates(currents);
    }

    /** Asked minus sent for {@link #GRID} currents from 0 to 1 after T. */
    public double[] errors() {
        double[] currents = grid();
        double[] rates = rates(currents);
        for (int i = 0; i < GRID; i++) {
            rates[i] = currents[i] - rates[i];
        }
        return rates;
    }

    /** The largest of those errors after each T up to the horizon. */
    public double[] worstErrors() {
        double[] worst = new double[horizon];
        double[] currents = grid();
        int[] counts = new int[GRID];
        Sandbox all = Sandbox.neurons(currents, theta, spread, horizon);
        for (int t = 1; t <= horizon; t++) {
            for (int i = 0; i < GRID; i++) {
                counts[i] += all.spikes().fired(0, i, t) ? 1 : 0;
                double error = Math.abs(currents[i] - (double) counts[i] / t);
                worst[t - 1] = Math.max(worst[t - 1], error);
            }
        }
        return worst;
    }

    /** The currents of {@link #errors}. */
    public static double[] grid() {
        double[] currents = new double[GRID];
        for (int i = 0; i < GRID; i++) {
            currents[i] = (i + 0.5) / GRID;
        }
        return currents;
    }

    private double[] rates(double[] currents) {
        Sandbox many = Sandbox.neurons(currents, theta, spread, timesteps);
        double[] rates = new double[currents.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (double) many.count(0, i, timesteps) / timesteps;
        }
        return rates;
    }

    double value(String name) {
        NeuronTrace trace = trace();
        double spikes = trace.count(timesteps);
        return switch (name) {
            case "spikes" -> spikes;
            case "rate" -> spikes / timesteps;
            case "asked" -> asked();
            case "residual" -> trace.membrane()[timesteps - 1] / trace.threshold() - theta;
            case "error" -> asked() - spikes / timesteps;
            case "mean_error" -> mean(errors());
            case "worst_error" -> worst(errors());
            default -> Double.NaN;
        };
    }

    /** The mean. */
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        return Math.abs(mean) < 1e-12 ? 0 : mean;
    }

    /** The largest absolute value. */
    public static double worst(double[] values) {
        double worst = 0;
        for (double value : values) {
            worst = Math.max(worst, Math.abs(value));
        }
        return worst;
    }
}
