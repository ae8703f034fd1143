package org.eccexplorer.sim;

import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;

/**
 * Maximum pooling by gates: each spikes whenever the largest number of spikes that one of its
 * inputs has sent so far grows, so that it has sent that many itself. Such a number grows by at
 * most one per timestep. Where a minimum is meant, it is the smallest number.
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
                                    - spikes(neurons[e], steps);
                }
                pass(pixel, c, neurons, sent, steps);
            }
        }
    }

    /** How many spikes a neuron of the source sends in this block. */
    private int spikes(int neuron, int steps) {
        int spikes = 0;
        for (int t = 0; t < steps; t++) {
            spikes += source.spikes.get(t, neuron) ? 1 : 0;
        }
        return spikes;
    }

    private void pass(int pixel, int channel, int[] neurons, float[] sent, int steps) {
        boolean least = projection.isMinimum(channel);
        int own = pixel * gate.plan.padded + channel;
        for (int t = 0; t < steps; t++) {
            float chosen = least ? Float.POSITIVE_INFINITY : 0;
            for (int e = 0; e < neurons.length; e++) {
                sent[e] += source.spikes.get(t, neurons[e]) ? 1 : 0;
                chosen = least ? Math.min(chosen, sent[e]) : Math.max(chosen, sent[e]);
            }
            if (chosen > gate.count[own]) {
                gate.spikes.set(t, pixel * projection.to().channels() + channel);
                gate.count[own]++;
            }
        }
    }
}
