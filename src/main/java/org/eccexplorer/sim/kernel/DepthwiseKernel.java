package org.eccexplorer.sim.kernel;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;

/**
 * Synapses from each channel to its own: depthwise convolutions, poolings and plain skips. A spike
 * reaches one neuron of a pixel, so whole vectors of weights are added, zeros where there are no
 * spikes; no lists are needed.
 */
final class DepthwiseKernel implements SynapseKernel {
    private static final VectorSpecies<Float> FLOATS = Lanes.FLOATS;
    private static final int LANES = Lanes.COUNT;

    /** Neurons of two vectors, whose spikes are those of one word where channels are a multiple. */
    private static final int PAIR = 2 * LANES;

    private final TapTable table;
    private final int channels;
    private final int offset;
    private final int padded;
    private final List<Panel> panels;

    /** Whether every target pixel reads something. */
    private final boolean reachesAll;

    /** [tap][padded channel]. */
    private final float[] weights;

    DepthwiseKernel(Projection projection) {
        table = projection.table();
        channels = projection.from().channels();
        offset = projection.offset();
        padded = Lanes.padded(channels);
        panels = Panel.of(channels, Layout.FLOATS);
        weights = Lanes.pad(projection.weights(), channels, padded);
        reachesAll =
                IntStream.range(0, table.targets())
                        .allMatch(p -> table.start()[p] < table.start()[p + 1]);
    }

    /** Whether a projection is of this kind. */
    static boolean fits(Projection projection) {
        return projection.groups() == projection.from().channels() && projection.fan() == 1;
    }

    @Override
    public List<Panel> panels() {
        return panels;
    }

    @Override
    public boolean doesAnyPanel() {
        return true;
    }

    @Override
    public void add(EventList events, List<Tile> tiles, Scratch scratch) {
        Tile any = tiles.getFirst();
        boolean whole = offset == 0 && any.column() + any.width() <= padded;
        for (Tile tile : whole && reachesAll ? tiles : Tile.begin(tiles)) {
            int end = Math.min(padded, tile.column() + tile.width() - offset);
            int c = Math.max(0, tile.column() - offset);
            if (events.isPlain() && channels % PAIR == 0) {
                for (; c + PAIR <= end; c += PAIR) {
                    addPair(events.spikes(), tile, c);
                }
            }
            for (; c < end; c += LANES) {
                addVector(events, tile, c);
            }
        }
    }

    /** What two vectors of channels receive through all kernel positions, one after the other. */
    private void addPair(SpikeBlock spikes, Tile tile, int channel) {
        int last = table.start()[tile.pixel() + 1];
        int e = table.start()[tile.pixel()];
        boolean begun = tile.begun();
        for (; e + 3 <= last; e += 3) {
            addThree(spikes, tile, e, channel, begun);
            begun = true;
        }
        for (; e < last; e++) {
            addTwo(spikes, tile, e, channel, begun);
            begun = true;
        }
    }

    /** The same of one vector, whose spikes may be those of two words. */
    private void addVector(EventList events, Tile tile, int channel) {
        int last = table.start()[tile.pixel() + 1];
        boolean begun = tile.begun();
        for (int e = table.start()[tile.pixel()]; e < last; e++) {
            int row = table.tap()[e] * padded + channel;
            int neuron = table.source()[e] * channels + channel;
            if (events.isPlain()) {
                addOne(row, events.spikes(), neuron, channel, tile, begun);
            } else {
                addValues(row, events, neuron, channel, tile, begun);
            }
            begun = true;
        }
    }

    /**
     * Adds two vectors of weights of each of three kernel positions where the neurons have spikes.
     * The weights stay in registers for all timesteps.
     *
     * @param entry the first of the three in the table
     * @param begun whether the rows of the tile hold currents yet
     */
    private void addThree(SpikeBlock spikes, Tile tile, int entry, int channel, boolean begun) {
        int row0 = table.tap()[entry] * padded + channel;
        int row1 = table.tap()[entry + 1] * padded + channel;
        int row2 = table.tap()[entry + 2] * padded + channel;
        int neuron0 = table.source()[entry] * channels + channel;
        int neuron1 = table.source()[entry + 1] * channels + channel;
        int neuron2 = table.source()[entry + 2] * channels + channel;
        FloatVector low0 = FloatVector.fromArray(FLOATS, weights, row0);
        FloatVector low1 = FloatVector.fromArray(FLOATS, weights, row1);
        FloatVector low2 = FloatVector.fromArray(FLOATS, weights, row2);
        FloatVector high0 = FloatVector.fromArray(FLOATS, weights, row0 + LANES);
        FloatVector high1 = FloatVector.fromArray(FLOATS, weights, row1 + LANES);
        FloatVector high2 = FloatVector.fromArray(FLOATS, weights, row2 + LANES);
        int column = offset + channel - tile.column();
        long[] words = spikes.words;
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            int word = t * spikes.stride;
            long bits0 = words[word + (neuron0 >> 6)] >>> neuron0;
            long bits1 = words[word + (neuron1 >> 6)] >>> neuron1;
            long bits2 = words[word + (neuron2 >> 6)] >>> neuron2;
            int at = tile.at(t) + column;
            int before = begun ? at : tile.steady() + column;
            FloatVector.fromArray(FLOATS, z, before)
                    .add(low0, VectorMask.fromLong(FLOATS, bits0))
                    .add(low1, VectorMask.fromLong(FLOATS, bits1))
                    .add(low2, VectorMask.fromLong(FLOATS, bits2))
                    .intoArray(z, at);
            FloatVector.fromArray(FLOATS, z, before + LANES)
                    .add(high0, VectorMask.fromLong(FLOATS, bits0 >>> LANES))
                    .add(high1, VectorMask.fromLong(FLOATS, bits1 >>> LANES))
                    .add(high2, VectorMask.fromLong(FLOATS, bits2 >>> LANES))
                    .intoArray(z, at + LANES);
        }
    }

    /** The same of one kernel position. */
    private void addTwo(SpikeBlock spikes, Tile tile, int entry, int channel, boolean begun) {
        int row = table.tap()[entry] * padded + channel;
        int neuron = table.source()[entry] * channels + channel;
        FloatVector low = FloatVector.fromArray(FLOATS, weights, row);
        FloatVector high = FloatVector.fromArray(FLOATS, weights, row + LANES);
        int column = offset + channel - tile.column();
        long[] words = spikes.words;
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            long bits = words[t * spikes.stride + (neuron >> 6)] >>> neuron;
            int at = tile.at(t) + column;
            int before = begun ? at : tile.steady() + column;
            FloatVector.fromArray(FLOATS, z, before)
                    .add(low, VectorMask.fromLong(FLOATS, bits))
                    .intoArray(z, at);
            FloatVector.fromArray(FLOATS, z, before + LANES)
                    .add(high, VectorMask.fromLong(FLOATS, bits >>> LANES))
                    .intoArray(z, at + LANES);
        }
    }

    /** One vector of weights, where neurons have spikes from {@code neuron} on. */
    private void addOne(
            int row, SpikeBlock spikes, int neuron, int channel, Tile tile, boolean begun) {
        FloatVector weight = FloatVector.fromArray(FLOATS, weights, row);
        int width = Math.min(LANES, channels - channel);
        int column = offset + channel - tile.column();
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            long bits = spikes.bits(t, neuron, width);
            int at = tile.at(t) + column;
            int before = begun ? at : tile.steady() + column;
            FloatVector.fromArray(FLOATS, z, before)
                    .add(weight, VectorMask.fromLong(FLOATS, bits))
                    .intoArray(z, at);
        }
    }

    /** Adds one vector of weights times each of the values that spikes have, where they have it. */
    private void addValues(
            int row, EventList events, int neuron, int channel, Tile tile, boolean begun) {
        FloatVector weight = FloatVector.fromArray(FLOATS, weights, row);
        SpikeBlock spikes = events.spikes();
        int width = Math.min(LANES, channels - channel);
        int column = offset + channel - tile.column();
        float[] z = tile.z();
        for (int t = 0; t < tile.steps(); t++) {
            long bits = spikes.bits(t, neuron, width);
            int at = tile.at(t) + column;
            if (!begun) {
                FloatVector.fromArray(FLOATS, z, tile.steady() + column).intoArray(z, at);
            }
            for (int code = 0; code < events.values.length && bits != 0; code++) {
                long chosen = bits;
                for (int p = 0; p < events.planes; p++) {
                    long plane = spikes.bits(spikes.planes[p], t, neuron, width);
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
