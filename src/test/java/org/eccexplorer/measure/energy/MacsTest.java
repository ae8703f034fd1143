package org.eccexplorer.measure.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MacsTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /**
     * Each use of a weight, counted one by one: none where the kernel reaches beyond the border.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void aConvolutionCountsWhatItReallyMultiplies(long seed) {
        Random random = new Random(seed);
        int groups = 1 + random.nextInt(3);
        Shape in = new Shape(3 + random.nextInt(8), 3 + random.nextInt(8), groups * 2);
        int out = groups * (1 + random.nextInt(3));
        SlidingWindow window =
                new SlidingWindow(
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        1 + random.nextInt(3),
                        1,
                        1,
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextInt(3));
        float[] kernel = new float[window.taps() * (in.channels() / groups) * out];
        Network.Builder builder = new Network.Builder(in);
        int node =
                builder.add(
                        "conv",
                        new Layer.Convolution(
                                window, groups, in.channels(), out, kernel, new float[out]),
                        0);
        Shape to = builder.shape(node);
        long expected = 0;
        for (int p = 0; p < to.pixels(); p++) {
            for (int k = 0; k < window.taps(); k++) {
                int row = window.inputRow(p / to.width(), k / window.width());
                int column = window.inputColumn(p % to.width(), k % window.width());
                boolean inside =
                        row >= 0 && row < in.height() && column >= 0 && column < in.width();
                expected += inside ? (long) in.channels() / groups * out : 0;
            }
        }
        assertThat(Macs.of(builder.build("convolution"))).isEqualTo(expected);
    }

    @Test
    void aPaddedCornerIsNotMultiplied() {
        Shape in = new Shape(2, 2, 1);
        SlidingWindow window = SlidingWindow.same(3, 3, 1, 1, 1, 1, in);
        Network.Builder builder = new Network.Builder(in);
        builder.add("conv", new Layer.Convolution(window, 1, 1, 1, new float[9], new float[1]), 0);
        // Each of four outputs sees all four pixels, through four of nine weights.
        assertThat(Macs.of(builder.build("corner"))).isEqualTo(16);
    }
}
