package org.eccexplorer.sim;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.convert.Projection;

/**
 * Synapses from each channel to its own: depthwise convolutions, poolings and plain skips. A spike
 * reaches one neuron of a pixel, so whole vectors of weights are added where spikes are, without
 * lists.
 */
final class DepthwiseKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = GatherKernel.FLOATS;
    private static final int LANES = GatherKernel.LANES;

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
        padded = GatherKernel.padded(channels);
        weights = GatherKernel.pad(projection.weights(), channels, padded);
    }

    /** Whether a projection is of this kind. */
    static boolean fits(Projection projection) {
        return projection.groups() == projection.from().channels() && projection.fan() == 1;
    }

    @Override
    public void add(
            EventList events,
            int steps,
            int firstPixel,
            int pixels,
            float[] z,
            int stride,
            Scratch scratch,
            long[] operations,
            int firstOperation) {
        for (int p = 0; p < pixels; p++) {
            int at = p * steps * stride + offset;
            int pixel = firstPixel + p;
            for (int c = 0; c < channels; c += LANES) {
                for (int e = table.start[pixel]; e < table.start[pixel + 1]; e++) {
                    int row = table.tap[e] * padded + c;
                    int cell = table.cell[e];
                    for (int s = table.firstPixel[cell]; s < table.firstPixel[cell + 1]; s++) {
                        int neuron = table.pixel[s] * channels + c;
                        addRow(row, events.spikes(), neuron, c, steps, z, at + c, stride);
                    }
                }
            }
        }
        count(events, steps, firstPixel, pixels, operations, firstOperation);
    }

    /** Adds one vector of weights at every timestep where the neurons have spikes. */
    private void addRow(
            int row,
            SpikeBlock spikes,
            int neuron,
            int channel,
            int steps,
            float[] z,
            int target,
            int stride) {
        FloatVector weight = FloatVector.fromArray(FLOATS, weights, row);
        int width = Math.min(LANES, channels - channel);
        for (int t = 0; t < steps; t++) {
            VectorMask<Float> fired = VectorMask.fromLong(FLOATS, spikes.bits(t, neuron, width));
            int at = target + t * stride;
            FloatVector.fromArray(FLOATS, z, at).add(weight, fired).intoArray(z, at);
        }
    }

    private void count(
            EventList events,
            int steps,
            int firstPixel,
            int pixels,
            long[] operations,
            int firstOperation) {
        for (int e = table.start[firstPixel]; e < table.start[firstPixel + pixels]; e++) {
            for (int t = 0; t < steps; t++) {
                int list = events.list(t, table.cell[e]);
                operations[firstOperation + t] += events.start[list + 1] - events.start[list];
            }
        }
    }
}
