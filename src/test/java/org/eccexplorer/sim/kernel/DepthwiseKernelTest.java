package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Synapses from each channel to its own give the bits of weights added one by one, in the order of
 * the table: for tables of all kinds, any number of channels, panels of any width, spikes with and
 * without values, and for tiles that hold currents already.
 */
class DepthwiseKernelTest {
    private static final int STEPS = 5;

    private static List<Long> seeds() {
        return new Random(5).longs(60).boxed().toList();
    }

    private static Projection projection(Random random, RandomTables.Read read) {
        boolean vectors = random.nextBoolean();
        int channels = vectors ? (1 + random.nextInt(9)) * Lanes.COUNT : read.shape().channels();
        Shape from = new Shape(read.shape().height(), read.shape().width(), channels);
        int offset = random.nextInt(2) * random.nextInt(20);
        int more = random.nextInt(2) * random.nextInt(20);
        float[] weights = new float[read.table().taps() * channels];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        Shape to = new Shape(read.table().targets(), 1, offset + channels + more);
        return new Projection(0, from, to, offset, channels, channels, read.table(), weights, 0);
    }

    private static SpikeBlock spikes(Random random, Shape shape, Firing firing, double rate) {
        SpikeBlock block = new SpikeBlock(shape, firing, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < shape.size(); i++) {
                if (random.nextDouble() < rate) {
                    block.send(t, i, firing.value(random.nextInt(1 << firing.planes())));
                }
            }
        }
        return block;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void plainSpikes(long seed) {
        assertSameBits(seed, Firing.PLAIN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spikesWithSigns(long seed) {
        assertSameBits(seed, Firing.SIGNED);
    }

    private static void assertSameBits(long seed, Firing firing) {
        Random random = new Random(seed);
        Projection projection = projection(random, RandomTables.of(seed));
        double rate = random.nextInt(4) == 0 ? 0.9 : 0.2;
        SpikeBlock spikes = spikes(random, projection.from(), firing, rate);
        Synapses synapses = Synapses.of(projection, firing, new ScalarBackend());
        SynapseKernel kernel = synapses.sparse();
        assertThat(kernel).isInstanceOf(DepthwiseKernel.class);
        EventList events = new EventList(synapses.table(), firing, STEPS);
        events.read(spikes, STEPS);
        int channels = projection.to().channels();
        boolean alone = projection.offset() == 0 && projection.width() == channels;
        int width = Lanes.padded(channels);
        List<Panel> panels =
                alone && random.nextBoolean() ? kernel.panels() : List.of(new Panel(0, 1, width));
        Patch patch = new Patch(0, projection.table().targets(), STEPS);
        Scratch scratch = new Scratch();
        boolean begun = random.nextBoolean();
        for (Panel panel : panels) {
            List<Tile> tiles = scratch.tiles(patch, panel);
            for (Tile tile : tiles) {
                for (int c = 0; c < tile.width(); c++) {
                    tile.z()[tile.steady() + c] = constant(tile.column() + c);
                }
            }
            kernel.add(events, begun ? Tile.begin(tiles) : tiles, scratch);
            for (Tile tile : tiles) {
                assertSameBits(projection, spikes, tile);
            }
        }
    }

    private static float constant(int column) {
        return 0.25f * column - 1;
    }

    private static void assertSameBits(Projection projection, SpikeBlock spikes, Tile tile) {
        TapTable table = projection.table();
        int channels = projection.from().channels();
        int end = Math.min(tile.width(), projection.to().channels() - tile.column());
        for (int t = 0; t < STEPS; t++) {
            for (int c = 0; c < end; c++) {
                int column = tile.column() + c;
                int channel = column - projection.offset();
                float expected = constant(column);
                int last = table.start()[tile.pixel() + 1];
                for (int e = table.start()[tile.pixel()]; e < last; e++) {
                    if (channel >= 0 && channel < channels) {
                        int neuron = table.source()[e] * channels + channel;
                        float weight = projection.weights()[table.tap()[e] * channels + channel];
                        expected += weight * spikes.value(t, neuron);
                    }
                }
                assertThat(tile.z()[tile.at(t) + c])
                        .as("pixel %d, step %d, column %d", tile.pixel(), t, column)
                        .isEqualTo(expected);
            }
        }
    }
}
