package org.eccexplorer.convert.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A constant of channels says the same, to the last bit, as one of all elements. */
final class OffsetTest {
    private static final Shape SHAPE = new Shape(3, 2, 4);

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void channelsAndElementsAgree(int seed) {
        random.setSeed(seed);
        Offset channels = new Offset(values(SHAPE.channels()));
        Offset elements = new Offset(channels.elements(SHAPE));
        Offset other = new Offset(values(SHAPE.channels()));
        float[] bias = {random.nextFloat(), random.nextFloat(), -random.nextFloat(), 0};
        double[] factor = values(SHAPE.channels());
        double[] constant = values(SHAPE.channels());
        assertSame(channels, elements);
        assertSame(channels.plus(bias), elements.plus(bias));
        assertSame(channels.scaled(factor, constant), elements.scaled(factor, constant));
        assertSame(
                Offset.sum(List.of(channels, other), SHAPE),
                Offset.sum(List.of(elements, other), SHAPE));
        assertThat(Offset.sum(List.of(channels, other), SHAPE).isOfChannels(SHAPE)).isTrue();
        assertThat(Offset.sum(List.of(elements, other), SHAPE).isOfChannels(SHAPE)).isFalse();
    }

    private static void assertSame(Offset channels, Offset elements) {
        assertThat(channels.elements(SHAPE)).isEqualTo(elements.elements(SHAPE));
        for (int i = 0; i < SHAPE.size(); i++) {
            assertThat(channels.at(i)).isEqualTo(elements.at(i));
        }
    }

    private double[] values(int count) {
        return random.doubles(count, -1, 1).toArray();
    }
}
