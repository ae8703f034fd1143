package org.eccexplorer.sim.kernel;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;

/**
 * Synapses from each channel to its own: depthwise convolutions, poolings and plain skips. A spike
 * reaches one neuron of a pixel, so whole vectors of weights are added where spikes are, without
 * lists.
 */
final class DepthwiseKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    private final CellTable table;
    private final int channels;
    private final int offset;
    private final int padded;

    /** [tap][padded channel]. */
    private final float[] weights;

    DepthwiseKernel(Projection projection, CellTable table) {
        this.table = table;
        channels = projection.from().channels();
        offset = projection.offset();
        padded = Lanes.padded(channels);
        weights = Lanes.pad(projection.weights(), channels, padded);
    }

    /** Whether a projection is of this kind. */
    static boolean fits(Projection projection) {
        return projection.groups() == projection.from().channels() && projection.fan() == 1;
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        for (Tile tile : Tile.begin(tiles)) {
            add(events, tile);
        }
    }

    private void add(EventList events, Tile tile) {
        int at = tile.at(0) + offset;
        for (int c = 0; c < channels; c += LANES) {
            for (int e = table.firstRun(tile.pixel()); e < table.firstRun(tile.pixel() + 1); e++) {
                for (int k = table.cell[e]; k < table.endCell[e]; k++) {
                    int row = (table.tap[e] + k - table.cell[e]) * padded + c;
                    for (int s = table.firstPixel[k]; s < table.firstPixel[k + 1]; s++) {
                        int first = table.pixel[s] * channels;
                        if (events.isPlain()) {
                            addRow(row, events.spikes(), first, c, tile, at + c);
                        } else {
                            addValues(row, events, first, c, tile, at + c);
                        }
                    }
                }
            }
        }
    }

    /** Adds one vector of weights at every timestep where the neurons have spikes. */
    private void addRow(int row, SpikeBlock spikes, int first, int channel, Tile tile, int target) {
        FloatVector weight = FloatVector.fromArray(FLOATS, weights, row);
        int width = Math.min(LANES, channels - channel);
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            long bits = spikes.bits(t, first + channel, width);
            int at = target + t * tile.stride();
            FloatVector.fromArray(FLOATS, z, at)
                    .add(weight, VectorMask.fromLong(FLOATS, bits))
                    .intoArray(z, at);
        }
    }

    /** Adds one vector of weights times each of the values that spikes have, where they have it. */
    private void addValues(
            int row, EventList events, int first, int channel, Tile tile, int target) {
        FloatVector weight = FloatVector.fromArray(FLOATS, weights, row);
        SpikeBlock spikes = events.spikes();
        int width = Math.min(LANES, channels - channel);
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            long bits = spikes.bits(t, first + channel, width);
            int at = target + t * tile.stride();
            for (int code = 0; code < events.values.length && bits != 0; code++) {
                long chosen = bits;
                for (int p = 0; p < events.planes; p++) {
                    long plane = spikes.bits(spikes.planes[p], t, first + channel, width);
                    chosen &= (code >> p & 1) == 0 ? ~plane : plane;
                }
                bits &= ~chosen;
                FloatVector.fromArray(FLOATS, z, at)
                        .add(weight.mul(events.values[code]), VectorMask.fromLong(FLOATS, chosen))
                        .intoArray(z, at);
            }
        }
    }
}
