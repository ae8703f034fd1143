package org.eccexplorer.sim;

import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;

/**
 * Maximum pooling by gates: each passes the spikes of the input that has accumulated the most
 * current so far, the first of equals (Rueckauer et al. 2017, section on max-pooling).
 */
final class MaximumGate {
    private MaximumGate() {}

    static void run(LayerState gate, LayerState source, int steps) {
        Projection projection = gate.plan.layer.projections().getFirst();
        TapTable table = projection.table();
        int channels = projection.to().channels();
        int sources = source.plan.layer.neurons();
        for (int pixel = 0; pixel < projection.to().pixels(); pixel++) {
            int from = table.start()[pixel];
            int to = table.start()[pixel + 1];
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < steps; t++) {
                    int winner = table.source()[from] * channels + c;
                    for (int e = from + 1; e < to; e++) {
                        int rival = table.source()[e] * channels + c;
                        if (source.charge[t * sources + rival]
                                > source.charge[t * sources + winner]) {
                            winner = rival;
                        }
                    }
                    if (source.spikes.get(t, winner)) {
                        gate.spikes.set(t, pixel * channels + c);
                        gate.count[pixel * gate.plan.padded + c]++;
                    }
                }
            }
        }
    }
}
