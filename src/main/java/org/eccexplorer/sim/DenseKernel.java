package org.eccexplorer.sim;

import org.eccexplorer.convert.Projection;
import org.eccexplorer.tensor.DenseBackend;

/**
 * Full synapses as a matrix product: the spikes of a receptive field over a block of timesteps are
 * the left factor. Wins where most neurons fire.
 */
final class DenseKernel implements SynapseKernel {
    private final CellTable table;
    private final int inputs;
    private final int offset;
    private final int width;
    private final int depth;
    private final DenseBackend.RightFactor weights;

    DenseKernel(Projection projection, CellTable table, DenseBackend backend) {
        this.table = table;
        inputs = projection.from().channels();
        offset = projection.offset();
        width = projection.width();
        depth = projection.table().taps() * inputs;
        weights = backend.prepare(projection.weights(), depth, width);
    }

    @Override
    public void add(EventList events, Tile tile, Scratch scratch, long[] operations) {
        for (int p = 0; p < tile.pixels(); p++) {
            addPixel(events, tile, p, scratch, operations);
        }
    }

    private void addPixel(EventList events, Tile tile, int p, Scratch scratch, long[] operations) {
        int pixel = tile.firstPixel() + p;
        int steps = tile.steps();
        float[] matrix = scratch.matrix(steps * (depth + width));
        for (int t = 0; t < steps; t++) {
            int spikes = 0;
            for (int e = table.start[pixel]; e < table.start[pixel + 1]; e++) {
                int list = events.list(t, table.cell[e]);
                int base = t * depth + table.tap[e] * inputs;
                for (int i = events.start[list]; i < events.start[list + 1]; i++) {
                    matrix[base + events.channel[i]]++;
                }
                spikes += events.start[list + 1] - events.start[list];
            }
            operations[t] += (long) spikes * width;
        }
        int product = steps * depth;
        weights.multiplyAdd(steps, matrix, 0, matrix, product);
        float[] z = tile.z();
        for (int t = 0; t < steps; t++) {
            int at = tile.at(p, t) + offset;
            for (int o = 0; o < width; o++) {
                z[at + o] += matrix[product + t * width + o];
            }
        }
    }
}
