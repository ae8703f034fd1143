package org.eccexplorer.app.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecord;
import org.eccexplorer.spiking.Dynamics;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.Shape;

/**
 * A few neurons, simulated as the networks are. V_thr is {@value #THRESHOLD} so that currents with
 * four decimals, and their sums, are whole numbers: nothing is rounded.
 *
 * @param image currents of the first layer
 * @param timesteps that were simulated
 */
public record Sandbox(SpikingNetwork network, float[] image, int timesteps, SpikeRecord spikes) {
    static final int THRESHOLD = 10_000;

    /**
     * Neurons that know nothing of each other.
     *
     * @param currents of each, constant, in units of V_thr
     * @param theta charge of TRE in units of V_thr
     * @param spread whether it is spread over the run; else it is there at the start
     */
    public static Sandbox neurons(double[] currents, double theta, boolean spread, int timesteps) {
        int count = currents.length;
        SpikingLayer layer = layer("neurons", count, identity(count), theta, spread);
        return run(List.of(layer), scaled(currents), timesteps);
    }

    /**
     * Two neurons that feed a third, layer 1.
     *
     * @param currents of the two
     * @param weights by which a spike of each acts on the third, in units of V_thr
     */
    public static Sandbox pair(double[] currents, double[] weights, double theta, int timesteps) {
        int count = currents.length;
        SpikingLayer first = layer("neurons", count, identity(count), theta, false);
        SpikingLayer third = layer("third", 1, all(0, scaled(weights)), theta, false);
        return run(List.of(first, third), scaled(currents), timesteps);
    }

    /**
     * A neuron, layer 1, whose current is another one at each timestep. It comes from neurons of
     * which number k fires at every k-th timestep: at t those fire whose k divides t, and their
     * weights are such that they add up to the current at t.
     *
     * @param currents one for each timestep, in units of V_thr
     */
    public static Sandbox sequence(List<Double> currents, double theta) {
        int count = currents.size();
        double[] clock = new double[count];
        double[] weights = new double[count];
        for (int k = 1; k <= count; k++) {
            clock[k - 1] = Math.ceil((double) THRESHOLD / k) / THRESHOLD;
            weights[k - 1] = currents.get(k - 1);
            for (int d = 1; d < k; d++) {
                weights[k - 1] -= k % d == 0 ? weights[d - 1] : 0;
            }
        }
        SpikingLayer first = layer("clock", count, identity(count), 0, false);
        SpikingLayer second = layer("neuron", 1, all(0, scaled(weights)), theta, false);
        return run(List.of(first, second), scaled(clock), count);
    }

    private static float[] scaled(double[] values) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = Math.round(values[i] * THRESHOLD);
        }
        return scaled;
    }

    /** Every neuron has a current of its own. */
    private static Projection identity(int count) {
        Shape shape = new Shape(1, count, 1);
        return new Projection(
                Projection.INPUT,
                shape,
                shape,
                0,
                1,
                1,
                TapTable.identity(count),
                new float[] {1},
                0);
    }

    /** One neuron hears all neurons of a layer, each by a weight of its own. */
    private static Projection all(int source, float[] weights) {
        int count = weights.length;
        int[] index = new int[count];
        Arrays.setAll(index, i -> i);
        TapTable table = new TapTable(new int[] {0, count}, index, index, count);
        Shape from = new Shape(1, count, 1);
        return new Projection(source, from, new Shape(1, 1, 1), 0, 1, 1, table, weights, 0);
    }

    private static SpikingLayer layer(
            String name, int count, Projection projection, double theta, boolean spread) {
        float charge = Math.round(theta * THRESHOLD);
        return new SpikingLayer(
                name,
                Role.RELU,
                new Shape(1, count, 1),
                List.of(projection),
                new float[count],
                THRESHOLD,
                spread ? 0 : charge,
                spread ? charge : 0,
                new double[] {1},
                new double[] {1},
                true,
                Firing.PLAIN,
                0,
                Float.POSITIVE_INFINITY);
    }

    /** Reads what came before; a network has an output. */
    private static SpikingLayer output(int before, int count) {
        float[] weights = new float[count];
        Arrays.fill(weights, 1);
        return new SpikingLayer(
                "output",
                Role.OUTPUT,
                new Shape(1, 1, 1),
                List.of(all(before, weights)),
                new float[1],
                THRESHOLD,
                0,
                0,
                new double[] {1},
                new double[] {1},
                false,
                Firing.PLAIN,
                0,
                Float.POSITIVE_INFINITY);
    }

    private static Sandbox run(List<SpikingLayer> layers, float[] image, int timesteps) {
        List<SpikingLayer> all = new ArrayList<>(layers);
        all.add(output(layers.size() - 1, layers.getLast().neurons()));
        SpikingNetwork network =
                new SpikingNetwork(
                        "sandbox",
                        new Shape(1, image.length, 1),
                        1,
                        all,
                        new Dynamics(Reset.SUBTRACTION, 0, InputCoding.CONSTANT, false));
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), KernelChoice.BY_RATE);
        SpikeRecord spikes = new SpikeRecord(network, timesteps);
        simulator.run(
                new Simulator.Image(image, 0, 0, timesteps, 1),
                simulator.newWorkspace(),
                spikes,
                () -> false);
        return new Sandbox(network, image, timesteps, spikes);
    }

    /** One neuron over the whole run. */
    public NeuronTrace trace(int layer, int neuron) {
        return NeuronTrace.of(network, spikes, image, layer, neuron);
    }

    /** Spikes of a neuron up to a timestep. */
    public int count(int layer, int neuron, int timestep) {
        int count = 0;
        for (int t = 1; t <= timestep; t++) {
            count += spikes.fired(layer, neuron, t) ? 1 : 0;
        }
        return count;
    }

    /** Spikes that the closed form gives a neuron in so many timesteps. */
    public double closed(int layer, int neuron, int timestep) {
        ClosedForm form = new ClosedForm(network, DenseBackends.chosen());
        return form.counts(image, 0, 1, timestep, ClosedForm.Variant.STANDARD).get(layer)[neuron];
    }
}
