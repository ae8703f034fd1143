package org.eccexplorer.measure.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.PerStep;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The sums in blocks against those of one neuron after the other, to the last bit. */
final class NeuronSumsTest {
    private static final float THRESHOLD = 100;

    private record Case(
            SpikingLayer layer, LayerRun.Neurons run, float[] activations, int timesteps) {
        CountRule rule() {
            return new CountRule(timesteps, true, true);
        }

        LayerMeasures inBlocks() {
            LayerRun whole = new LayerRun.Kept(PerStep.of(timesteps), run);
            return LayerSums.of(layer, whole, activations, 3, timesteps, rule()).measures(layer);
        }

        LayerMeasures oneByOne() {
            LayerSums sums = new LayerSums(layer, timesteps, rule());
            sums.addEach(layer, run, activations, 3, timesteps, rule());
            return sums.measures(layer);
        }
    }

    private static Case of(long seed, Role role, Firing firing) {
        RandomGenerator random = new SplittableRandom(seed);
        Shape shape =
                new Shape(
                        1 + random.nextInt(20),
                        1 + random.nextInt(20),
                        1 + random.nextInt(random.nextBoolean() ? 3 : 700));
        int timesteps = 1 + random.nextInt(100);
        int neurons = shape.size();
        double[] scale = new double[shape.channels()];
        double[] lambda = new double[shape.channels()];
        Arrays.setAll(scale, c -> random.nextDouble(0.1, 5));
        Arrays.setAll(lambda, c -> random.nextBoolean() ? scale[c] : random.nextDouble(0, 5));
        SpikingLayer layer =
                new SpikingLayer(
                        "layer",
                        role,
                        shape,
                        List.of(),
                        new float[neurons],
                        THRESHOLD,
                        THRESHOLD * random.nextInt(3) / 2,
                        0,
                        scale,
                        lambda,
                        true,
                        firing,
                        0,
                        random.nextBoolean() ? 6 : Float.POSITIVE_INFINITY);
        float[] activations = new float[neurons + 3];
        float[] count = new float[neurons];
        float[] membrane = new float[neurons];
        float[] charge = new float[neurons];
        for (int i = 0; i < neurons; i++) {
            activations[i + 3] = random.nextInt(3) == 0 ? 0 : random.nextFloat(-1, 9);
            count[i] = random.nextInt(timesteps + 1);
            membrane[i] = random.nextFloat(-3 * THRESHOLD, 3 * THRESHOLD);
            charge[i] = random.nextFloat(-THRESHOLD, THRESHOLD * timesteps);
        }
        LayerRun.Neurons run = new LayerRun.Neurons(count, membrane, charge);
        return new Case(layer, run, activations, timesteps);
    }

    private static void assertSame(Case own) {
        assertThat(own.inBlocks())
                .usingRecursiveComparison()
                .withComparatorForType(Double::compare, Double.class)
                .withComparatorForType(Float::compare, Float.class)
                .isEqualTo(own.oneByOne());
    }

    @RepeatedTest(12)
    void sumsAreThoseOfOneNeuronAfterTheOther(RepetitionInfo round) {
        Role role = round.getCurrentRepetition() % 3 == 0 ? Role.MAXIMUM_GATE : Role.RELU;
        Case own = of(round.getCurrentRepetition(), role, Firing.PLAIN);
        assertThat(NeuronSums.fits(own.layer(), own.timesteps(), own.rule())).isTrue();
        assertSame(own);
    }

    @Test
    void otherNeuronsAreTakenOneByOne() {
        Case signed = of(5, Role.RELU, Firing.SIGNED);
        assertThat(NeuronSums.fits(signed.layer(), signed.timesteps(), signed.rule())).isFalse();
        Case plain = of(5, Role.RELU, Firing.PLAIN);
        CountRule lossy = new CountRule(plain.timesteps(), true, false);
        assertThat(NeuronSums.fits(plain.layer(), plain.timesteps(), lossy)).isFalse();
        CountRule more = new CountRule(plain.timesteps() + 4, true, true);
        assertThat(NeuronSums.fits(plain.layer(), plain.timesteps(), more)).isFalse();
    }

    @Test
    void valuesThatAreNoNumbersAreTakenOneByOne() {
        Case own = of(7, Role.RELU, Firing.PLAIN);
        own.activations()[5] = Float.NaN;
        assertThat(own.inBlocks().error().total().mean()).isNaN();
        assertSame(own);
    }
}
