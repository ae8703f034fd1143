package org.eccexplorer.sim.kernel;

import java.util.List;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.tensor.DenseBackend;

/**
 * Full synapses as a matrix product: the spikes of a receptive field over a block of timesteps are
 * the left factor. Wins where most neurons fire.
 */
final class DenseKernel implements SynapseKernel {
    private final CellTable table;
    private final int offset;
    private final int width;
    private final int depth;
    private final DenseBackend.RightFactor weights;

    DenseKernel(Projection projection, CellTable table, DenseBackend backend) {
        this.table = table;
        offset = projection.offset();
        width = projection.width();
        depth = projection.table().taps() * projection.from().channels();
        weights = backend.prepare(projection.weights(), depth, width);
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        for (Tile tile : Tile.begin(tiles)) {
            add(events, tile, scratch);
        }
    }

    private void add(EventList events, Tile tile, Scratch scratch) {
        int steps = tile.steps();
        float[] matrix = scratch.matrix(steps * (depth + width));
        for (int t = 0; t < steps; t++) {
            int last = table.firstRun(tile.pixel() + 1);
            for (int run = table.firstRun(tile.pixel()); run < last; run++) {
                int base = t * depth + table.origin(run);
                int end = events.end(table, run, t);
                int i = events.begin(table, run, t);
                for (; i < end && events.isPlain(); i++) {
                    matrix[base + events.spike[i]]++;
                }
                for (; i < end; i++) {
                    matrix[base + (events.spike[i] >> events.planes)] +=
                            events.value(events.spike[i]);
                }
            }
        }
        int product = steps * depth;
        weights.multiplyAdd(steps, matrix, 0, matrix, product);
        float[] z = tile.z();
        for (int t = 0; t < steps; t++) {
            int at = tile.at(t) + offset;
            for (int o = 0; o < width; o++) {
                z[at + o] += matrix[product + t * width + o];
            }
        }
    }
}
