package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Fused;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kernels for weights of few bits give the bits of Z += quantum · Σ levels, added up one by one:
 * for tables of all kinds, any number of columns, and levels up to both ends of a byte.
 */
class LevelKernelTest {
    private static final int STEPS = 5;
    private static final double QUANTUM = 0.037;

    private static final int BYTE = 128;

    /** A projection from some channels on, into a layer that may have more of them. */
    private static Projection projection(Random random, TapTable table, Shape from, int[] range) {
        int width = 2 + random.nextInt(random.nextBoolean() ? 20 : 9 * Lanes.SHORT_COUNT);
        int offset = random.nextInt(3) * random.nextInt(20);
        int channels = offset + width + random.nextInt(2) * random.nextInt(20);
        float[] weights = new float[table.taps() * from.channels() * width];
        for (int i = 0; i < weights.length; i++) {
            int level = range[0] + random.nextInt(range[1] - range[0] + 1);
            // The ends more often, so that sums become large.
            int end = random.nextInt(8);
            weights[i] = (float) ((end < 2 ? range[end] : level) * QUANTUM);
        }
        weights[0] = (float) (range[0] * QUANTUM);
        weights[1] = (float) (range[1] * QUANTUM);
        Shape to = new Shape(table.targets(), 1, channels);
        return new Projection(0, from, to, offset, width, 1, table, weights, QUANTUM);
    }

    private static SpikeBlock spikes(Random random, Shape shape, double rate) {
        SpikeBlock block = new SpikeBlock(shape, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < shape.size(); i++) {
                if (random.nextDouble() < rate) {
                    block.set(t, i);
                }
            }
        }
        return block;
    }

    private static float constant(int column) {
        return 0.25f * column - 1;
    }

    private static void assertSameBits(Projection projection, SpikeBlock spikes, Class<?> kind) {
        Synapses synapses = Synapses.of(projection, Firing.PLAIN, new ScalarBackend());
        SynapseKernel kernel = synapses.sparse();
        assertThat(kernel).isInstanceOf(kind);
        EventList events = new EventList(synapses.table(), STEPS);
        events.read(spikes, STEPS);
        Scratch scratch = new Scratch();
        int channels = projection.to().channels();
        boolean alone = projection.offset() == 0 && projection.width() == channels;
        List<Panel> panels =
                alone ? kernel.panels() : List.of(new Panel(0, 1, Lanes.padded(channels)));
        Patch patch = new Patch(0, projection.table().targets(), STEPS);
        for (Panel panel : panels) {
            List<Tile> tiles = scratch.tiles(patch, panel);
            for (Tile tile : tiles) {
                for (int c = 0; c < tile.width(); c++) {
                    tile.z()[tile.steady() + c] = constant(tile.column() + c);
                }
            }
            kernel.add(events, tiles, scratch);
            for (Tile tile : tiles) {
                assertSameBits(projection, spikes, tile);
            }
        }
    }

    private static void assertSameBits(Projection projection, SpikeBlock spikes, Tile tile) {
        int end = Math.min(tile.width(), projection.to().channels() - tile.column());
        for (int t = 0; t < STEPS; t++) {
            for (int c = 0; c < end; c++) {
                int column = tile.column() + c;
                float expected = constant(column);
                int o = column - projection.offset();
                if (o >= 0 && o < projection.width()) {
                    float sum = sum(projection, spikes, tile.pixel(), t, o);
                    expected = Fused.multiplyAdd(sum, (float) QUANTUM, expected);
                }
                assertThat(tile.z()[tile.at(t) + c])
                        .as("pixel %d, step %d, column %d", tile.pixel(), t, column)
                        .isEqualTo(expected);
            }
        }
    }

    private static float sum(Projection projection, SpikeBlock spikes, int pixel, int t, int o) {
        TapTable table = projection.table();
        int channels = projection.from().channels();
        int sum = 0;
        for (int e = table.start()[pixel]; e < table.start()[pixel + 1]; e++) {
            for (int c = 0; c < channels; c++) {
                if (spikes.get(t, table.source()[e] * channels + c)) {
                    int row = table.tap()[e] * channels + c;
                    double weight = projection.weights()[row * projection.width() + o];
                    sum += (int) Math.rint(weight / QUANTUM);
                }
            }
        }
        return sum;
    }

    private static void assertSameBits(long seed, int lowest, int highest, Class<?> kind) {
        Random random = new Random(seed);
        RandomTables.Read read = RandomTables.of(seed);
        int[] range = {lowest, highest};
        Projection projection = projection(random, read.table(), read.shape(), range);
        double rate = random.nextInt(4) == 0 ? 0.9 : 0.2;
        assertSameBits(projection, spikes(random, read.shape(), rate), kind);
    }

    static List<Long> seeds() {
        return new Random(7).longs(40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void levelsOfEightBits(long seed) {
        assertSameBits(seed, -BYTE, BYTE - 1, ByteKernel.class);
        assertSameBits(seed, -BYTE + 1, BYTE, ByteKernel.class);
        assertSameBits(seed, -3, 3, ByteKernel.class);
    }

    /** Where the largest level of both signs is there, a byte does not hold them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void levelsOfMoreBits(long seed) {
        assertSameBits(seed, -BYTE, BYTE, ShortKernel.class);
        assertSameBits(seed, -2 * BYTE, BYTE, ShortKernel.class);
    }

    /** Of all numbers of panels and vectors. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 11, 16})
    void everyNumberOfVectors(int vectors) {
        Shape from = new Shape(1, 1, 300);
        TapTable.Builder builder = new TapTable.Builder(1);
        builder.add(0, 0);
        builder.endPixel();
        TapTable table = builder.build(1);
        for (int width : new int[] {vectors * Lanes.SHORT_COUNT, vectors * Lanes.SHORT_COUNT - 3}) {
            Random random = new Random(vectors);
            float[] weights = new float[from.size() * width];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) ((random.nextInt(2 * BYTE) - BYTE) * QUANTUM);
            }
            Shape to = new Shape(1, 1, width);
            Projection projection =
                    new Projection(0, from, to, 0, width, 1, table, weights, QUANTUM);
            assertSameBits(projection, spikes(random, from, 0.2), ByteKernel.class);
        }
    }

    /** All of them fire and all levels are the largest, so 16 bits hold a part of the sum only. */
    @Test
    void sumsThatDoNotFit() {
        Shape from = new Shape(2, 2, 500);
        TapTable.Builder builder = new TapTable.Builder(1);
        for (int pixel = 0; pixel < 4; pixel++) {
            builder.add(pixel, pixel);
        }
        builder.endPixel();
        TapTable table = builder.build(4);
        for (int level : new int[] {-BYTE, BYTE}) {
            int width = 2 * Lanes.SHORT_COUNT + 1;
            float[] weights = new float[from.size() * width];
            Arrays.fill(weights, (float) (level * QUANTUM));
            Shape to = new Shape(1, 1, width);
            Projection projection =
                    new Projection(0, from, to, 0, width, 1, table, weights, QUANTUM);
            assertSameBits(projection, spikes(new Random(1), from, 1), ByteKernel.class);
        }
    }
}
