package org.eccexplorer.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.ReferenceSimulator;
import org.junit.jupiter.api.Test;

/** The tiny networks of lessons are simulated as any other network. */
class SandboxTest {

    private static void equalsReference(Sandbox sandbox) {
        ReferenceSimulator reference =
                new ReferenceSimulator(sandbox.network(), sandbox.image(), sandbox.timesteps());
        for (int t = 1; t <= sandbox.timesteps(); t++) {
            reference.step();
            for (int l = 0; l < sandbox.network().layers().size(); l++) {
                boolean[] fired = reference.fired(l);
                for (int i = 0; i < fired.length; i++) {
                    assertThat(sandbox.spikes().fired(l, i, t))
                            .as("layer %d, neuron %d at t = %d", l, i, t)
                            .isEqualTo(fired[i]);
                }
            }
        }
    }

    @Test
    void spikesAreThoseOfTheReference() {
        Random random = new Random(19);
        for (int n = 0; n < 30; n++) {
            int timesteps = 1 + random.nextInt(90);
            double theta = random.nextInt(21) / 20.0;
            double[] currents = random.doubles(1 + random.nextInt(40), -0.5, 2).toArray();
            equalsReference(Sandbox.neurons(currents, theta, random.nextBoolean(), timesteps));
            double[] two = random.doubles(2, 0, 1.2).toArray();
            double[] weights = random.doubles(2, -2, 2).toArray();
            equalsReference(Sandbox.pair(two, weights, theta, timesteps));
            List<Double> sequence = random.doubles(1 + random.nextInt(12), -2, 2).boxed().toList();
            equalsReference(Sandbox.sequence(sequence, theta));
        }
    }

    @Test
    void aNeuronCountsAsTheFormulaSays() {
        for (int t : new int[] {1, 7, 8, 64}) {
            for (int hundredths = 0; hundredths <= 100; hundredths++) {
                double current = hundredths / 100.0;
                Sandbox one = Sandbox.neurons(new double[] {current}, 0, false, t);
                assertThat(one.count(0, 0, t))
                        .as("current %s, T = %d", current, t)
                        .isEqualTo(t * hundredths / 100);
            }
        }
    }

    @Test
    void currentsOfASequenceArriveInTheirOrder() {
        List<Double> currents = List.of(0.9, 0.3, -2.0, 0.4, 0.05, 1.2, -0.7);
        NeuronTrace trace = Sandbox.sequence(currents, 0).trace(1, 0);
        for (int t = 1; t <= currents.size(); t++) {
            assertThat(trace.current()[t - 1] / trace.threshold())
                    .as("t = %d", t)
                    .isCloseTo(currents.get(t - 1), within(1e-9));
        }
    }

    @Test
    void fourCurrentsFireOneSpikeThoughTheirSumFiresNone() {
        Sandbox sandbox = Sandbox.sequence(List.of(0.9, 0.3, -2.0, 0.4), 0);
        assertThat(sandbox.count(1, 0, 4)).isEqualTo(1);
        assertThat(sandbox.closed(1, 0, 4)).isZero();
    }

    @Test
    void halfAThresholdMakesTheMeanErrorZero() {
        for (int t : new int[] {1, 3, 8, 20}) {
            NeuronScene without = new NeuronScene(0.47, 0, false, t, t);
            NeuronScene with = new NeuronScene(0.47, 0.5, false, t, t);
            assertThat(NeuronScene.mean(without.errors())).isCloseTo(0.5 / t, within(0.006));
            assertThat(NeuronScene.mean(with.errors())).isCloseTo(0, within(0.003));
            assertThat(NeuronScene.worst(with.errors())).isCloseTo(0.5 / t, within(0.006));
        }
    }
}
