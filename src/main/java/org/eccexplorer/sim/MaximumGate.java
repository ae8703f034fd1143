package org.eccexplorer.sim;

import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;

/**
 * Maximum pooling by gates: each spikes whenever the largest net count of its inputs changes, so
 * that it has the same itself. Such a count changes by at most one per timestep. Where a minimum is
 * meant, it is the smallest count. With spikes of several sizes a gate takes a few timesteps to
 * follow a change that is none of these sizes.
 */
final class MaximumGate {
    private final Projection projection;
    private final LayerState gate;
    private final LayerState source;
    private final int channels;

    private MaximumGate(LayerState gate, LayerState source) {
        projection = gate.plan.layer.projections().getFirst();
        this.gate = gate;
        this.source = source;
        channels = projection.to().channels();
    }

    static void run(LayerState gate, LayerState source, int steps) {
        new MaximumGate(gate, source).run(steps);
    }

    private void run(int steps) {
        TapTable table = projection.table();
        float[] sent = new float[table.mostSources() * channels];
        float[] chosen = new float[channels];
        for (int pixel = 0; pixel < projection.to().pixels(); pixel++) {
            int from = table.start()[pixel];
            int inputs = table.start()[pixel + 1] - from;
            for (int e = 0; e < inputs; e++) {
                sentBefore(table.source()[from + e], steps, sent, e * channels);
            }
            for (int t = 0; t < steps; t++) {
                for (int e = 0; e < inputs; e++) {
                    int neuron = table.source()[from + e] * channels;
                    source.spikes.addTo(t, neuron, channels, sent, e * channels);
                }
                choose(sent, inputs, chosen);
                follow(pixel, t, chosen);
            }
        }
    }

    /** The net counts of the neurons of a pixel of the source before this block. */
    private void sentBefore(int pixel, int steps, float[] sent, int at) {
        for (int c = 0; c < channels; c++) {
            sent[at + c] = 0;
        }
        for (int t = 0; t < steps; t++) {
            source.spikes.addTo(t, pixel * channels, channels, sent, at);
        }
        int own = pixel * source.plan.padded;
        for (int c = 0; c < channels; c++) {
            sent[at + c] = source.count[own + c] - sent[at + c];
        }
    }

    private void choose(float[] sent, int inputs, float[] chosen) {
        System.arraycopy(sent, 0, chosen, 0, channels);
        for (int e = 1; e < inputs; e++) {
            int at = e * channels;
            for (int c = 0; c < channels; c++) {
                chosen[c] = Math.max(chosen[c], sent[at + c]);
            }
        }
        for (int c = 0; c < channels; c++) {
            if (projection.isMinimum(c)) {
                for (int e = 0; e < inputs; e++) {
                    float count = sent[e * channels + c];
                    chosen[c] = e == 0 ? count : Math.min(chosen[c], count);
                }
            }
        }
    }

    private void follow(int pixel, int step, float[] chosen) {
        Firing firing = gate.plan.layer.firing();
        int own = pixel * gate.plan.padded;
        for (int c = 0; c < channels; c++) {
            float spike = firing.follow(chosen[c], gate.count[own + c]);
            if (spike != 0) {
                gate.spikes.send(step, pixel * channels + c, spike);
                gate.count[own + c] += spike;
            }
        }
    }
}
