package org.eccexplorer.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of random sizes, against the pairs of source and tap that were put in. */
class TapTableTest {

    /**
     * A table and what was put in.
     *
     * @param entries for each target pixel pairs of source pixel and tap
     */
    private record Sample(TapTable table, List<List<int[]>> entries, int sources) {
        static Sample random(int seed) {
            Random random = new Random(seed);
            int sources = 1 + random.nextInt(30);
            int taps = 1 + random.nextInt(9);
            int targets = 1 + random.nextInt(40);
            // The last ones have more entries than a builder first has room for.
            int most = seed < 8 ? 6 : 200;
            List<List<int[]>> entries = new ArrayList<>();
            TapTable.Builder builder = new TapTable.Builder(targets);
            for (int p = 0; p < targets; p++) {
                List<int[]> pixel = new ArrayList<>();
                int count = random.nextInt(most);
                for (int e = 0; e < count; e++) {
                    pixel.add(new int[] {random.nextInt(sources), random.nextInt(taps)});
                    builder.add(pixel.getLast()[0], pixel.getLast()[1]);
                }
                builder.endPixel();
                entries.add(pixel);
            }
            return new Sample(builder.build(taps), entries, sources);
        }

        Stream<int[]> all() {
            return entries.stream().flatMap(List::stream);
        }

        /** How often a target pixel reads through the same tap, at most. */
        int mostOfOneTap() {
            int most = 0;
            for (List<int[]> pixel : entries) {
                for (int t = 0; t < table.taps(); t++) {
                    int tap = t;
                    most = Math.max(most, (int) pixel.stream().filter(e -> e[1] == tap).count());
                }
            }
            return most;
        }
    }

    static Stream<Sample> samples() {
        return IntStream.range(0, 12).mapToObj(Sample::random);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void entriesStandPixelAfterPixelAsTheyWereAdded(Sample sample) {
        TapTable table = sample.table();
        assertThat(table.targets()).isEqualTo(sample.entries().size());
        assertThat(table.start()[0]).isZero();
        for (int p = 0; p < table.targets(); p++) {
            List<int[]> pixel = sample.entries().get(p);
            int start = table.start()[p];
            assertThat(table.start()[p + 1] - start).isEqualTo(pixel.size());
            for (int e = 0; e < pixel.size(); e++) {
                assertThat(table.source()[start + e]).isEqualTo(pixel.get(e)[0]);
                assertThat(table.tap()[start + e]).isEqualTo(pixel.get(e)[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void countsAreThoseOfTheEntries(Sample sample) {
        TapTable table = sample.table();
        assertThat(table.mostSources())
                .isEqualTo(sample.entries().stream().mapToInt(List::size).max().orElseThrow());
        assertThat(table.mostSourcesOfOneTap()).isEqualTo(sample.mostOfOneTap());
        int[] fanOut = table.fanOut(sample.sources());
        assertThat(fanOut).hasSize(sample.sources());
        for (int s = 0; s < fanOut.length; s++) {
            int source = s;
            assertThat(fanOut[s]).isEqualTo((int) sample.all().filter(e -> e[0] == source).count());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tapsAreDistinctWhereNoneIsReadTwice(Sample sample) {
        assertThat(sample.table().hasDistinctTaps()).isEqualTo(sample.mostOfOneTap() <= 1);
    }

    /** Two target pixels may read through the same tap; one of them may not do so twice. */
    @Test
    void distinctIsMeantWithinATargetPixel() {
        int[] start = {0, 2, 4};
        int[] source = {0, 1, 1, 2};
        assertThat(new TapTable(start, source, new int[] {0, 1, 0, 1}, 2).hasDistinctTaps())
                .isTrue();
        assertThat(new TapTable(start, source, new int[] {0, 1, 1, 1}, 2).hasDistinctTaps())
                .isFalse();
    }

    @Test
    void theIdentityReadsEveryPixelOnce() {
        for (int pixels = 1; pixels < 20; pixels++) {
            TapTable table = TapTable.identity(pixels);
            assertThat(table.source()).isEqualTo(IntStream.range(0, pixels).toArray());
            assertThat(table.start()).isEqualTo(IntStream.rangeClosed(0, pixels).toArray());
            assertThat(table.taps()).isOne();
            Set<Integer> counts = new HashSet<>();
            for (int count : table.fanOut(pixels)) {
                counts.add(count);
            }
            assertThat(counts).containsExactly(1);
            assertThat(table.hasDistinctTaps()).isTrue();
        }
    }

    @Test
    void lengthsHaveToAgree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TapTable(new int[] {0, 2}, new int[2], new int[1], 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TapTable(new int[] {0, 1}, new int[2], new int[2], 1));
    }
}
