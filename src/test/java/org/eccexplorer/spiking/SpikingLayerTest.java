package org.eccexplorer.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of random shapes and charges. */
class SpikingLayerTest {
    private final Random random = new Random(20);

    private static SpikingLayer layer(
            Role role, Shape shape, float[] bias, float[] charge, boolean fires, float ceiling) {
        double[] channels = new double[shape.channels()];
        return new SpikingLayer(
                "layer",
                role,
                shape,
                List.of(),
                bias,
                charge[0],
                charge[1],
                charge[2],
                channels,
                channels,
                fires,
                Firing.PLAIN,
                1,
                ceiling);
    }

    private Shape shape() {
        return new Shape(1 + random.nextInt(6), 1 + random.nextInt(6), 1 + random.nextInt(6));
    }

    @Test
    void thetaIsTheWholeChargeInThresholds() {
        for (int i = 0; i < 100; i++) {
            Shape shape = shape();
            float threshold = 0.25f + random.nextFloat();
            double atTheStart = random.nextInt(5) / 4.0;
            double spread = random.nextInt(5) / 4.0;
            float[] charge = {
                threshold, (float) (atTheStart * threshold), (float) (spread * threshold)
            };
            SpikingLayer layer = layer(Role.RELU, shape, new float[shape.size()], charge, true, 6);
            assertThat(layer.theta()).isCloseTo(atTheStart + spread, within(1e-6));
            assertThat(layer.neurons())
                    .isEqualTo(shape.height() * shape.width() * shape.channels());
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void ratesStandForActivationsFromZeroToTheCeiling(Role role) {
        Shape shape = shape();
        float[] charge = {1, 0, 0};
        SpikingLayer fires = layer(role, shape, new float[shape.size()], charge, true, 6);
        SpikingLayer open =
                layer(role, shape, new float[shape.size()], charge, true, Float.POSITIVE_INFINITY);
        for (int i = 0; i < 100; i++) {
            float activation = (float) (4 * random.nextGaussian());
            float target = activation < 0 ? 0 : activation;
            assertThat(open.target(activation)).isEqualTo(target);
            assertThat(fires.target(activation)).isEqualTo(target > 6 ? 6 : target);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyOutputsReadByTheirCurrentStandForAnyActivation(Role role) {
        Shape shape = shape();
        SpikingLayer silent =
                layer(role, shape, new float[shape.size()], new float[] {1, 0, 0}, false, 6);
        boolean output = role == Role.OUTPUT;
        assertThat(silent.target(-3)).isEqualTo(output ? -3 : 0);
        assertThat(silent.target(7)).isEqualTo(output ? 7 : 6);
        assertThat(silent.target(2.5f)).isEqualTo(2.5f);
    }

    @Test
    void everyNeuronHasABiasAndAThresholdAboveZero() {
        Shape shape = new Shape(2, 3, 4);
        for (int size : new int[] {0, 23, 25}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> made(shape, new float[size], 1))
                    .withMessageContaining("layer");
        }
        for (float threshold : new float[] {0, -1, Float.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> made(shape, new float[24], threshold));
        }
        assertThat(made(shape, new float[24], Float.MIN_VALUE).neurons()).isEqualTo(24);
    }

    private static SpikingLayer made(Shape shape, float[] bias, float threshold) {
        return layer(Role.RELU, shape, bias, new float[] {threshold, 0, 0}, true, 6);
    }

    @Test
    void theProjectionsAreItsOwn() {
        List<Projection> given = new ArrayList<>();
        double[] one = {1};
        SpikingLayer layer =
                new SpikingLayer(
                        "layer",
                        Role.RELU,
                        new Shape(1, 1, 1),
                        given,
                        new float[1],
                        1,
                        0,
                        0,
                        one,
                        one,
                        true,
                        Firing.PLAIN,
                        1,
                        6);
        Shape pixel = new Shape(1, 1, 1);
        given.add(
                new Projection(
                        Projection.INPUT,
                        pixel,
                        pixel,
                        0,
                        1,
                        1,
                        TapTable.identity(1),
                        new float[] {1},
                        0));
        assertThat(layer.projections()).isEmpty();
    }
}
