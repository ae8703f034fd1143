package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EventListTest {
    private static final int STEPS = 5;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static SpikeBlock spikes(Shape shape, Random random) {
        SpikeBlock spikes = new SpikeBlock(shape, STEPS);
        double rate = random.nextDouble();
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < shape.size(); i++) {
                if (random.nextDouble() < rate) {
                    spikes.set(t, i);
                }
            }
        }
        return spikes;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void listsEverySpikeOfACellInTheOrderOfPixelsAndChannels(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        int channels = read.shape().channels();
        CellTable cells = CellTable.of(read.table(), read.shape(), read.table().taps());
        EventList list = new EventList(cells, STEPS);
        // What was read before leaves nothing behind.
        list.read(spikes(read.shape(), new Random(seed + 1)), STEPS);
        SpikeBlock spikes = spikes(read.shape(), new Random(seed));
        list.read(spikes, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int k = 0; k < cells.cells(); k++) {
                List<Integer> expected = new ArrayList<>();
                for (int i = cells.firstPixel[k]; i < cells.firstPixel[k + 1]; i++) {
                    for (int c = 0; c < channels; c++) {
                        if (spikes.get(t, cells.pixel[i] * channels + c)) {
                            expected.add(k * channels + c);
                        }
                    }
                }
                int at = t * cells.cells() + k;
                assertThat(Arrays.copyOfRange(list.spike, list.start[at], list.start[at + 1]))
                        .containsExactly(expected.stream().mapToInt(i -> i).toArray());
            }
        }
    }

    /** Each spike with the sign that it has. */
    @ParameterizedTest
    @MethodSource("seeds")
    void signedSpikesAreListedWithTheirValues(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        int channels = read.shape().channels();
        CellTable cells = CellTable.of(read.table(), read.shape(), read.table().taps());
        EventList list = new EventList(cells, Firing.SIGNED, STEPS);
        SpikeBlock spikes = new SpikeBlock(read.shape(), Firing.SIGNED, STEPS);
        Random random = new Random(seed);
        double rate = random.nextDouble();
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < read.shape().size(); i++) {
                float value = random.nextDouble() < rate ? random.nextBoolean() ? 1 : -1 : 0;
                spikes.send(t, i, value);
                assertThat(spikes.value(t, i)).isEqualTo(value);
            }
        }
        list.read(spikes, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int k = 0; k < cells.cells(); k++) {
                List<Float> expected = new ArrayList<>();
                for (int i = cells.firstPixel[k]; i < cells.firstPixel[k + 1]; i++) {
                    for (int c = 0; c < channels; c++) {
                        float value = spikes.value(t, cells.pixel[i] * channels + c);
                        if (value != 0) {
                            expected.add(k * channels + c + (value < 0 ? 0.5f : 0));
                        }
                    }
                }
                int at = t * cells.cells() + k;
                List<Float> listed = new ArrayList<>();
                for (int i = list.start[at]; i < list.start[at + 1]; i++) {
                    float value = list.value(list.spike[i]);
                    listed.add((list.spike[i] >> list.planes) + (value < 0 ? 0.5f : 0));
                }
                assertThat(listed).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsASynapseForEachSpikeAndReader(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        TapTable table = read.table();
        int channels = read.shape().channels();
        CellTable cells = CellTable.of(table, read.shape(), table.taps());
        EventList list = new EventList(cells, STEPS);
        SpikeBlock spikes = spikes(read.shape(), new Random(seed));
        list.read(spikes, STEPS);
        long[] operations = new long[STEPS];
        list.count(cells, 3, STEPS, operations);
        long all = 0;
        for (int t = 0; t < STEPS; t++) {
            long expected = 0;
            for (int source : table.source()) {
                for (int c = 0; c < channels; c++) {
                    expected += spikes.get(t, source * channels + c) ? 3 : 0;
                }
            }
            assertThat(operations[t]).isEqualTo(expected);
            for (int pixel : cells.pixel) {
                for (int c = 0; c < channels; c++) {
                    all += spikes.get(t, pixel * channels + c) ? 1 : 0;
                }
            }
        }
        if (cells.cells() > 0) {
            double slots = (double) STEPS * cells.cells() * channels;
            assertThat(list.density(STEPS)).isCloseTo(all / slots, within(1e-12));
        }
    }

    /** Where nobody goes through the lists, their lengths are the same. */
    @ParameterizedTest
    @MethodSource("seeds")
    void spikesAreCountedAsTheyAreListed(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        CellTable cells = CellTable.of(read.table(), read.shape(), read.table().taps());
        SpikeBlock spikes = spikes(read.shape(), new Random(seed));
        EventList listed = new EventList(cells, STEPS);
        EventList counted = new EventList(cells, Firing.PLAIN, STEPS, false);
        listed.read(spikes, STEPS);
        counted.read(spikes, STEPS);
        assertThat(counted.start).isEqualTo(listed.start);
        assertThat(counted.spike).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAnotherListHasLeftIsOverwritten(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        CellTable cells = CellTable.of(read.table(), read.shape(), read.table().taps());
        SpikeRoom room = new SpikeRoom();
        EventList before = new EventList(cells, STEPS);
        before.read(spikes(read.shape(), new Random(seed + 1)), STEPS, room);
        before.release(room);
        SpikeBlock spikes = spikes(read.shape(), new Random(seed));
        EventList fresh = new EventList(cells, STEPS);
        EventList after = new EventList(cells, STEPS);
        fresh.read(spikes, STEPS);
        after.read(spikes, STEPS, room);
        int size = fresh.start[STEPS * cells.cells()];
        assertThat(Arrays.copyOf(after.spike, size)).isEqualTo(Arrays.copyOf(fresh.spike, size));
        assertThat(after.start).isEqualTo(fresh.start);
    }
}
