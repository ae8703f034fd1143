package org.eccexplorer.sim;

import org.eccexplorer.convert.Projection;

/**
 * Grouped synapses, as of a grouped convolution: a spike reaches few neurons of a pixel, so they
 * are added one by one.
 */
final class GroupedKernel implements SynapseKernel {
    private final Projection projection;
    private final CellTable table;
    private final int fan;
    private final int inputs;
    private final int[] target;

    GroupedKernel(Projection projection, CellTable table) {
        this.table = table;
        this.projection = projection;
        fan = projection.fan();
        inputs = projection.from().channels();
        target = new int[inputs];
        for (int c = 0; c < inputs; c++) {
            target[c] = projection.firstTarget(c);
        }
    }

    @Override
    public void add(EventList events, Tile tile, Scratch scratch, long[] operations) {
        for (int p = 0; p < tile.pixels(); p++) {
            addPixel(events, tile, p, operations);
        }
    }

    private void addPixel(EventList events, Tile tile, int p, long[] operations) {
        float[] weights = projection.weights();
        float[] z = tile.z();
        int pixel = tile.firstPixel() + p;
        for (int t = 0; t < tile.steps(); t++) {
            int spikes = 0;
            int first = tile.at(p, t);
            for (int e = table.start[pixel]; e < table.start[pixel + 1]; e++) {
                int list = events.list(t, table.cell[e]);
                int base = table.tap[e] * inputs;
                for (int i = events.start[list]; i < events.start[list + 1]; i++) {
                    int channel = events.channel[i];
                    int row = (base + channel) * fan;
                    int to = first + target[channel];
                    for (int o = 0; o < fan; o++) {
                        z[to + o] += weights[row + o];
                    }
                    spikes++;
                }
            }
            operations[t] += (long) spikes * fan;
        }
    }
}
