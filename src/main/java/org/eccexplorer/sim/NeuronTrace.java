package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;

/**
 * One neuron over one run, computed again from the recorded spikes of those that feed it: Z(t) =
 * steady current + Σ weights times the spikes of the inputs at t, V(t) = (1 − leak)·V(t − 1) + Z(t)
 * − V_thr·s(t).
 *
 * @param layer index of its spiking layer
 * @param neuron index in the layer, channels-last
 * @param threshold V_thr
 * @param initial V(0)
 * @param leak share of V lost per timestep; 0 for outputs that never fire
 * @param steady current of every timestep: bias, spread charge of TRE and a constant image
 * @param bias part of it
 * @param current Z(t), value t − 1 for timestep t
 * @param membrane V(t) after the spike
 * @param spikes s(t), what it sent at t: 0, 1 or another value of a spike
 * @param synapses what feeds it with spikes
 */
public record NeuronTrace(
        int layer,
        int neuron,
        double threshold,
        double initial,
        double leak,
        double steady,
        double bias,
        double[] current,
        double[] membrane,
        float[] spikes,
        List<Synapse> synapses) {

    public NeuronTrace {
        synapses = List.copyOf(synapses);
    }

    /**
     * A connection from a neuron that spikes.
     *
     * @param source index of its spiking layer, −1 for a Poisson input
     */
    public record Synapse(int source, int neuron, float weight) {}

    /** Follows a neuron that integrates; gates have no membrane. */
    public static NeuronTrace of(
            SpikingNetwork network, SpikeRecord record, float[] image, int layer, int neuron) {
        SpikingLayer own = network.layers().get(layer);
        if (own.role() == Role.MAXIMUM_GATE) {
            throw new IllegalArgumentException("a gate has no membrane");
        }
        int timesteps = record.timesteps();
        double steady = own.bias()[neuron] + own.spreadCharge() / (double) timesteps;
        List<Synapse> synapses = new ArrayList<>();
        for (Projection projection : own.projections()) {
            List<Synapse> part = synapses(projection, neuron);
            if (projection.source() == Projection.INPUT && !record.hasInputSpikes()) {
                for (Synapse synapse : part) {
                    steady += synapse.weight() * (image[synapse.neuron()] / network.inputScale());
                }
            } else {
                synapses.addAll(part);
            }
        }
        double[] current = new double[timesteps];
        double[] membrane = new double[timesteps];
        float[] spikes = new float[timesteps];
        boolean toZero = network.dynamics().resetsToZero();
        double leak = own.fires() ? network.dynamics().leak() : 0;
        double v = own.initialPotential(neuron);
        for (int t = 1; t <= timesteps; t++) {
            double z = steady;
            for (Synapse synapse : synapses) {
                float sent = record.value(synapse.source(), synapse.neuron(), t);
                if (sent != 0) {
                    z += synapse.weight() * (double) sent;
                }
            }
            v = v - leak * v + z;
            spikes[t - 1] = own.fires() ? record.value(layer, neuron, t) : 0;
            if (spikes[t - 1] != 0) {
                v = toZero ? 0 : v - own.threshold() * (double) spikes[t - 1];
            }
            current[t - 1] = z;
            membrane[t - 1] = v;
        }
        return new NeuronTrace(
                layer,
                neuron,
                own.threshold(),
                own.initialPotential(neuron),
                leak,
                steady,
                own.bias()[neuron],
                current,
                membrane,
                spikes,
                synapses);
    }

    /** The connections of a projection that end at a neuron, with their weights. */
    private static List<Synapse> synapses(Projection projection, int neuron) {
        List<Synapse> synapses = new ArrayList<>();
        int channels = projection.to().channels();
        int pixel = neuron / channels;
        int channel = neuron % channels;
        int inputs = projection.from().channels();
        TapTable table = projection.table();
        for (int e = table.start()[pixel]; e < table.start()[pixel + 1]; e++) {
            for (int c = 0; c < inputs; c++) {
                int at = channel - projection.firstTarget(c);
                if (at >= 0 && at < projection.fan()) {
                    int row = (table.tap()[e] * inputs + c) * projection.fan();
                    synapses.add(
                            new Synapse(
                                    projection.source(),
                                    table.source()[e] * inputs + c,
                                    projection.weights()[row + at]));
                }
            }
        }
        return synapses;
    }

    /** The connections whose neurons fired at a timestep, the strongest first. */
    public List<Synapse> active(SpikeRecord record, int timestep) {
        return synapses.stream()
                .filter(s -> record.fired(s.source(), s.neuron(), timestep))
                .sorted(Comparator.comparingDouble((Synapse s) -> -Math.abs(s.weight())))
                .toList();
    }

    /** V(t − 1). */
    public double before(int timestep) {
        return timestep == 1 ? initial : membrane[timestep - 2];
    }

    /** leak·V(t − 1), what is lost at a timestep. */
    public double leaked(int timestep) {
        return leak * before(timestep);
    }

    /** (1 − leak)·V(t − 1) + Z(t), which is compared with V_thr. */
    public double integrated(int timestep) {
        return before(timestep) - leaked(timestep) + current[timestep - 1];
    }

    /** Whether it fired at a timestep. */
    public boolean fired(int timestep) {
        return spikes[timestep - 1] != 0;
    }

    /** Spikes up to a timestep, of whatever value. */
    public int spikesUntil(int timestep) {
        int count = 0;
        for (int t = 1; t <= timestep; t++) {
            count += fired(t) ? 1 : 0;
        }
        return count;
    }

    /** The net count up to a timestep: the sum of what it sent. */
    public double count(int timestep) {
        double count = 0;
        for (int t = 0; t < timestep; t++) {
            count += spikes[t];
        }
        return count;
    }
}
