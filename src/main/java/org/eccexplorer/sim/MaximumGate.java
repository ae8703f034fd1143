package org.eccexplorer.sim;

import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;

/**
 * Maximum pooling by gates: each spikes whenever the largest net count of its inputs changes, so
 * that it has the same itself. Such a count changes by at most one per timestep. Where a minimum is
 * meant, it is the smallest count.
 */
final class MaximumGate {
    private final Projection projection;
    private final LayerState gate;
    private final LayerState source;

    private MaximumGate(LayerState gate, LayerState source) {
        projection = gate.plan.layer.projections().getFirst();
        this.gate = gate;
        this.source = source;
    }

    static void run(LayerState gate, LayerState source, int steps) {
        new MaximumGate(gate, source).run(steps);
    }

    private void run(int steps) {
        TapTable table = projection.table();
        int channels = projection.to().channels();
        for (int pixel = 0; pixel < projection.to().pixels(); pixel++) {
            int from = table.start()[pixel];
            int inputs = table.start()[pixel + 1] - from;
            int[] neurons = new int[inputs];
            float[] sent = new float[inputs];
            for (int c = 0; c < channels; c++) {
                for (int e = 0; e < inputs; e++) {
                    int sourcePixel = table.source()[from + e];
                    neurons[e] = sourcePixel * channels + c;
                    sent[e] =
                            source.count[sourcePixel * source.plan.padded + c]
                                    - sent(neurons[e], steps);
                }
                pass(pixel, c, neurons, sent, steps);
            }
        }
    }

    /** The net count of what a neuron of the source sends in this block. */
    private float sent(int neuron, int steps) {
        float sent = 0;
        for (int t = 0; t < steps; t++) {
            sent += source.spikes.value(t, neuron);
        }
        return sent;
    }

    private void pass(int pixel, int channel, int[] neurons, float[] sent, int steps) {
        boolean least = projection.isMinimum(channel);
        int own = pixel * gate.plan.padded + channel;
        for (int t = 0; t < steps; t++) {
            float chosen = least ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            for (int e = 0; e < neurons.length; e++) {
                sent[e] += source.spikes.value(t, neurons[e]);
                chosen = least ? Math.min(chosen, sent[e]) : Math.max(chosen, sent[e]);
            }
            float spike = gate.plan.layer.firing().follow(chosen, gate.count[own]);
            gate.spikes.send(t, pixel * projection.to().channels() + channel, spike);
            gate.count[own] += spike;
        }
    }
}
