package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SafeRowsTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** By definition: the largest levels of a sign in a column, added up until they do not fit. */
    private static int defined(float[] levels, int fan, int repeats) {
        int safe = Integer.MAX_VALUE;
        for (int column = 0; column < fan; column++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                List<Integer> sizes = new ArrayList<>();
                for (int at = column; at < levels.length; at += fan) {
                    int size = sign * (int) levels[at];
                    for (int i = 0; i < repeats && size > 0; i++) {
                        sizes.add(size);
                    }
                }
                sizes.sort(Comparator.reverseOrder());
                int sum = 0;
                for (int rows = 0; rows < sizes.size(); rows++) {
                    sum += sizes.get(rows);
                    if (sum > Short.MAX_VALUE) {
                        safe = Math.min(safe, rows);
                        break;
                    }
                }
            }
        }
        return safe;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asManyRowsFitAsTheLargestOfAColumn(long seed) {
        Random random = new Random(seed);
        int fan = 1 + random.nextInt(40);
        int repeats = 1 + random.nextInt(4);
        int largest = 1 << random.nextInt(12);
        float[] levels = new float[fan * (1 + random.nextInt(60))];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = random.nextInt(2 * largest + 1) - largest;
        }
        assertThat(SafeRows.of(levels, fan, repeats)).isEqualTo(defined(levels, fan, repeats));
    }
}
