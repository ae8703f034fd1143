package org.eccexplorer.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One neuron at a time, with V_thr = 1. */
class FiringTest {
    /** A neuron that is given currents. */
    private static final class Neuron {
        private final Firing firing;
        private double v;
        private float count;
        private int spikes;

        private Neuron(Firing firing, double start) {
            this.firing = firing;
            v = start;
        }

        private float give(double current) {
            v += current;
            float spike = firing.spike((float) v, 1, count);
            v -= spike;
            count += spike;
            spikes += spike == 0 ? 0 : 1;
            return spike;
        }
    }

    /** The charge is 0 at the end; a plain neuron has fired for what came first. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void aSpikeSentTooEarlyIsTakenBack(double start) {
        double[] currents = {0.9, 0.3, -2, 0.4};
        Neuron plain = new Neuron(Firing.PLAIN, start);
        Neuron signed = new Neuron(Firing.SIGNED, start);
        for (double current : currents) {
            plain.give(current);
            signed.give(current);
        }
        assertThat(plain.count).isOne();
        assertThat(signed.count).isZero();
        assertThat(signed.spikes).isEqualTo(2);
    }

    /** It keeps the debt in its membrane, so that charge is conserved. */
    @Test
    void nothingIsTakenBackThatWasNotSent() {
        Neuron signed = new Neuron(Firing.SIGNED, 0);
        for (int t = 0; t < 5; t++) {
            assertThat(signed.give(-0.7)).isZero();
        }
        assertThat(signed.v).isEqualTo(-3.5);
        assertThat(signed.give(4)).isZero();
        assertThat(signed.give(0.5)).isOne();
    }

    @Test
    void whereOneSpikeIsEnoughTheNetCountIsThatOfTheCharge() {
        Random random = new Random(4);
        for (int run = 0; run < 200; run++) {
            Neuron signed = new Neuron(Firing.SIGNED, 0.5);
            double charge = 0;
            for (int t = 0; t < 60; t++) {
                double current = random.nextDouble(-0.9, 0.9);
                charge += current;
                signed.give(current);
            }
            // One that lags has to send more than a spike per timestep.
            double expected = Math.max(0, Math.floor(charge + 0.5));
            assertThat((double) signed.count).isBetween(expected - 1, expected + 1);
            assertThat(signed.v).isCloseTo(0.5 + charge - signed.count, within(1e-9));
        }
    }

    @Test
    void valuesOfBothSignsGoBelowZero() {
        Neuron linear = new Neuron(Firing.PLAIN.belowZero(), 0.5);
        for (int t = 0; t < 10; t++) {
            linear.give(-0.25);
        }
        assertThat(linear.count).isEqualTo(-2);
    }

    @Test
    void aGateFollowsAsFarAsItsSpikesGo() {
        assertThat(Firing.PLAIN.follow(3, 2)).isOne();
        assertThat(Firing.PLAIN.follow(2, 3)).isZero();
        assertThat(Firing.SIGNED.follow(2, 3)).isEqualTo(-1);
        assertThat(Firing.SIGNED.follow(3, 3)).isZero();
    }

    /** The table of the rule: the largest size of which V has three quarters. */
    @Test
    void severalThresholdsSendTheLargestSizeThatFits() {
        Firing four = Firing.multi(4);
        double[] v = {2, 0.75, 0.74, 0.375, 0.37, 0.1875, 0.18, 0.09375, 0.09, 0, -0.09};
        double[] sent = {1, 1, 0.5, 0.5, 0.25, 0.25, 0.125, 0.125, 0, 0, 0};
        for (int i = 0; i < v.length; i++) {
            assertThat((double) four.spike((float) v[i], 1, 0)).isEqualTo(sent[i]);
            assertThat((double) four.belowZero().spike((float) -v[i], 1, 0)).isEqualTo(-sent[i]);
        }
        // No more is taken back than was sent.
        assertThat(four.spike(-2, 1, 0)).isZero();
        assertThat(four.spike(-2, 1, 0.375f)).isEqualTo(-0.25f);
        assertThat(four.spike(-2, 1, 0.125f)).isEqualTo(-0.125f);
        assertThat(four.spike(-2, 1, 3)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void codesTellValuesApart(int thresholds) {
        Firing firing = Firing.multi(thresholds);
        for (int i = 0; i < thresholds; i++) {
            float size = 1f / (1 << i);
            for (float value : new float[] {size, -size}) {
                assertThat(firing.code(value)).isBetween(0, (1 << firing.planes()) - 1);
                assertThat(firing.value(firing.code(value))).isEqualTo(value);
            }
        }
        assertThat(firing.planes()).isEqualTo(new int[] {0, 1, 2, 3, 3, 4, 0, 0, 4}[thresholds]);
    }

    /** What is left is at most three quarters of the finest spike, and charge is conserved. */
    @Test
    void severalThresholdsFollowTheChargeFinely() {
        Random random = new Random(5);
        for (int run = 0; run < 100; run++) {
            Neuron neuron = new Neuron(Firing.multi(4), 0);
            double charge = 0;
            for (int t = 0; t < 40; t++) {
                double current = random.nextDouble(-0.4, 0.7);
                charge += current;
                neuron.give(current);
            }
            for (int t = 0; t < 20; t++) {
                neuron.give(0);
            }
            assertThat(neuron.v).isCloseTo(charge - neuron.count, within(1e-6));
            if (charge > 0) {
                assertThat(Math.abs(neuron.v)).isLessThanOrEqualTo(0.09375 + 1e-6);
            }
        }
    }

    @Test
    void aGateOfSeveralSizesDoesNotGoTooFar() {
        Firing four = Firing.multi(4);
        assertThat(four.follow(0.875f, 0)).isEqualTo(0.5f);
        assertThat(four.follow(0.875f, 0.5f)).isEqualTo(0.25f);
        assertThat(four.follow(0, 0.875f)).isEqualTo(-0.5f);
        assertThat(four.follow(9, 0)).isOne();
    }

    @Test
    void aFiringThatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Firing(Signs.POSITIVE, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> Firing.multi(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Firing.multi(9));
    }
}
