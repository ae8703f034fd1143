package org.eccexplorer.convert.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A product of two maps does what one does after the other. */
final class CompositionTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isOneMapAfterTheOther(long seed) {
        Random random = new Random(seed);
        Shape from = shape(random);
        Shape middle = shape(random);
        LinearMap first = map(random, from, middle);
        LinearMap second = map(random, middle, shape(random));
        LinearMap product = Composition.of(first, second);
        double[] values = random.doubles(from.size(), -1, 1).toArray();
        double[] between = new double[middle.size()];
        first.addTo(values, between);
        double[] expected = new double[second.to().size()];
        second.addTo(between, expected);
        double[] found = new double[expected.length];
        product.addTo(values, found);
        assertThat(found).containsExactly(expected, within(1e-9));
        assertThat(product.table().hasDistinctTaps()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIdentityChangesNothing(long seed) {
        Random random = new Random(seed);
        LinearMap map = map(random, shape(random), shape(random));
        assertThat(Composition.of(LinearMap.identity(map.from()), map)).isSameAs(map);
        assertThat(Composition.of(map, LinearMap.identity(map.to()))).isSameAs(map);
    }

    private static Shape shape(Random random) {
        return new Shape(1 + random.nextInt(4), 1 + random.nextInt(4), 2 * (1 + random.nextInt(3)));
    }

    /** Full, in two groups or diagonal; to all channels of the target or to some. */
    private static LinearMap map(Random random, Shape from, Shape to) {
        int groups =
                switch (random.nextInt(3)) {
                    case 0 -> 1;
                    case 1 -> 2;
                    default -> to.channels() >= from.channels() ? from.channels() : 1;
                };
        int width = groups == from.channels() ? groups : to.channels();
        if (groups == 1 && random.nextBoolean()) {
            width = 1 + random.nextInt(to.channels());
        }
        int offset = random.nextInt(to.channels() - width + 1);
        int taps = 1 + random.nextInt(4);
        TapTable table = table(random, from.pixels(), to.pixels(), taps);
        int weights = taps * from.channels() * (width / groups);
        return new LinearMap(
                from, to, offset, width, groups, table, random.doubles(weights, -1, 1).toArray());
    }

    /** Each target reads some pixels, through a tap each. */
    private static TapTable table(Random random, int sources, int targets, int taps) {
        TapTable.Builder builder = new TapTable.Builder(targets);
        for (int p = 0; p < targets; p++) {
            for (int tap = 0; tap < taps; tap++) {
                if (random.nextInt(4) > 0) {
                    builder.add(random.nextInt(sources), tap);
                }
            }
            builder.endPixel();
        }
        return builder.build(taps);
    }
}
