package org.eccexplorer.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Vectors against one value after the other, on rows of random places and lengths. */
final class RowsTest {
    private static final int SIZE = 200;

    private final float[] values = new float[SIZE];
    private final float[] factors = new float[SIZE];
    private final float[] sums = new float[SIZE];

    @RepeatedTest(20)
    void joinsRowsAsScalarsWould(RepetitionInfo round) {
        RandomGenerator random = new SplittableRandom(round.getCurrentRepetition());
        fill(values, random);
        fill(factors, random);
        fill(sums, random);
        int count = random.nextInt(SIZE / 2);
        int from = random.nextInt(SIZE / 2);
        int row = random.nextInt(SIZE / 2);
        int to = random.nextInt(SIZE / 2);
        float[] added = sums.clone();
        float[] raised = sums.clone();
        float[] fused = sums.clone();
        float[] rounded = sums.clone();
        for (int i = 0; i < count; i++) {
            float product = values[from + i] * factors[row + i];
            added[to + i] += values[from + i];
            raised[to + i] = Math.max(raised[to + i], values[from + i]);
            rounded[to + i] += product;
            fused[to + i] = Fused.multiplyAdd(values[from + i], factors[row + i], fused[to + i]);
        }
        float[] own = sums.clone();
        Rows.add(values, from, own, to, count);
        assertThat(own).isEqualTo(added);
        own = sums.clone();
        Rows.raise(values, from, own, to, count);
        assertThat(own).isEqualTo(raised);
        own = sums.clone();
        Rows.addProducts(values, from, factors, row, own, to, count);
        assertThat(own).isEqualTo(fused);
        own = sums.clone();
        Rows.addRoundedProducts(values, from, factors, row, own, to, count);
        assertThat(own).isEqualTo(rounded);
    }

    private static void fill(float[] row, RandomGenerator random) {
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextFloat(-3, 3);
        }
    }
}
