package org.eccexplorer.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PoissonInputTest {
    private static final int STEPS = 4000;
    private static final float[] RATES = {0, 0.01f, 0.2f, 0.5f, 0.9f, 1, 1.7f};
    private static final Shape SHAPE = Shape.vector(RATES.length);

    private static long[] drawn(long seed, int image, int... blocks) {
        PoissonInput input = new PoissonInput(RATES, seed, image);
        SpikeBlock all = new SpikeBlock(SHAPE, STEPS);
        int first = 0;
        for (int steps : blocks) {
            SpikeBlock block = new SpikeBlock(SHAPE, steps);
            input.draw(block, steps);
            System.arraycopy(block.words, 0, all.words, first, steps);
            first += steps;
        }
        return all.words;
    }

    @Test
    void theSameSeedAndImageGiveTheSameSpikesInBlocksOfAnySize() {
        long[] whole = drawn(7, 3, STEPS);
        assertThat(drawn(7, 3, 64, 1, STEPS - 65)).isEqualTo(whole);
        assertThat(drawn(7, 4, STEPS)).isNotEqualTo(whole);
        assertThat(drawn(8, 3, STEPS)).isNotEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPixelSpikesAtItsRate(long seed) {
        long[] words = drawn(seed, 0, STEPS);
        for (int i = 0; i < RATES.length; i++) {
            int pixel = i;
            double rate = (double) Arrays.stream(words).map(w -> w >>> pixel & 1).sum() / STEPS;
            double expected = Math.min(RATES[i], 1);
            double deviation = Math.sqrt(expected * (1 - expected) / STEPS);
            assertThat(rate).isCloseTo(expected, within(5 * deviation + 1e-12));
        }
    }
}
