package org.eccexplorer.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What grows is told from what stays. */
class SoakLimitTest {
    /** A row every quarter of a minute; in the first minute all is different. */
    private static List<SoakRow> rows(long heapMore, int threadsMore, int nodesMore, double frame) {
        return IntStream.range(1, 17)
                .mapToObj(i ->
                        new SoakRow(
                                i / 4.0,
                                10 * i,
                                (100L << 20) + i * heapMore,
                                20 + i * threadsMore,
                                60,
                                900 + i * nodesMore,
                                i < 4 ? 900 : frame,
                                20))
                .toList();
    }

    private static List<SoakLimit> broken(List<SoakRow> rows) {
        return List.of(SoakLimit.values()).stream().filter(limit -> !limit.keeps(rows)).toList();
    }

    @Test
    void whatStaysKeepsAllLimits() {
        assertThat(broken(rows(0, 0, 0, 40))).isEmpty();
        assertThat(broken(rows(100_000, 0, 0, 100))).isEmpty();
    }

    @Test
    void whatGrowsBreaksItsOwn() {
        assertThat(broken(rows(2 << 20, 0, 0, 40))).containsExactly(SoakLimit.HEAP);
        assertThat(broken(rows(0, 1, 0, 40))).containsExactly(SoakLimit.THREADS);
        assertThat(broken(rows(0, 0, 1, 40))).containsExactly(SoakLimit.NODES);
        assertThat(broken(rows(0, 0, 0, 101))).containsExactly(SoakLimit.FRAME);
    }

    @Test
    void aShortTimeTellsNothing() {
        assertThat(SoakLimit.canTell(rows(0, 0, 0, 40))).isTrue();
        assertThat(SoakLimit.canTell(rows(0, 0, 0, 40).subList(0, 6))).isFalse();
    }
}
