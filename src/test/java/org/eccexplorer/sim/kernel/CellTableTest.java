package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CellTableTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static CellTable cells(long seed, RandomTables.Read read) {
        int taps = read.table().taps();
        return CellTable.of(read.table(), read.shape(), 1 + new Random(seed).nextInt(taps));
    }

    /** What a target reads, pixel and tap, when its runs are read one after the other. */
    private static List<List<Integer>> read(CellTable cells, int target) {
        List<List<Integer>> read = new ArrayList<>();
        for (int run = cells.firstRun(target); run < cells.firstRun(target + 1); run++) {
            for (int k = cells.cell[run]; k < cells.endCell[run]; k++) {
                for (int i = cells.firstPixel[k]; i < cells.firstPixel[k + 1]; i++) {
                    read.add(List.of(cells.pixel[i], cells.tap[run] + k - cells.cell[run]));
                }
            }
        }
        return read;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTargetReadsWhatItDidInTheSameOrder(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        TapTable table = read.table();
        CellTable cells = cells(seed, read);
        boolean all = true;
        for (int p = 0; p < table.targets(); p++) {
            List<List<Integer>> expected = new ArrayList<>();
            for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                expected.add(List.of(table.source()[e], table.tap()[e]));
            }
            assertThat(read(cells, p)).isEqualTo(expected);
            all &= !expected.isEmpty();
        }
        assertThat(cells.reachesAll).isEqualTo(all);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunStaysWithinItsSegment(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        CellTable cells = cells(seed, read);
        for (int p = 0; p < read.table().targets(); p++) {
            for (int s = 0; s < cells.segments; s++) {
                for (int run = cells.firstRun(p, s); run < cells.firstRun(p, s + 1); run++) {
                    int last = cells.tap[run] + cells.endCell[run] - cells.cell[run] - 1;
                    assertThat(cells.tap[run]).isGreaterThanOrEqualTo(cells.firstTap(s));
                    assertThat(last).isLessThan(cells.firstTap(s + 1));
                }
            }
        }
        assertThat(cells.firstTap(cells.segments)).isEqualTo(read.table().taps());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyReadingOfACellIsCounted(long seed) {
        RandomTables.Read read = RandomTables.of(seed);
        CellTable cells = cells(seed, read);
        int[] fanOut = read.table().fanOut(read.shape().pixels());
        for (int k = 0; k < cells.cells(); k++) {
            for (int i = cells.firstPixel[k]; i < cells.firstPixel[k + 1]; i++) {
                assertThat(cells.readers[k]).isEqualTo(fanOut[cells.pixel[i]]);
            }
        }
    }

    /** Windows of a pooling that do not overlap: each is a cell. */
    @ParameterizedTest
    @MethodSource("shapes")
    void windowsOfAPoolingAreCells(Shape shape) {
        TapTable.Builder builder = new TapTable.Builder(shape.pixels() / 4);
        for (int y = 0; y < shape.height(); y += 2) {
            for (int x = 0; x < shape.width(); x += 2) {
                for (int i = 0; i < 4; i++) {
                    builder.add((y + i / 2) * shape.width() + x + i % 2, 0);
                }
                builder.endPixel();
            }
        }
        CellTable cells = CellTable.of(builder.build(1), shape, 1);
        assertThat(cells.cells()).isEqualTo(shape.pixels() / 4);
        assertThat(cells.readers).containsOnly(1);
    }

    static List<Shape> shapes() {
        return List.of(new Shape(2, 2, 3), new Shape(4, 6, 1), new Shape(8, 8, 16));
    }
}
