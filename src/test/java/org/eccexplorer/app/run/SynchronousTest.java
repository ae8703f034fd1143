package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.kernel.RealProjection;
import org.eccexplorer.sim.kernel.Scratch;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The layer-synchronous schedule against a machine that waits, neuron by neuron. */
class SynchronousTest {
    private static final int IMAGES = 6;
    private static final int T = 12;
    private static final double CLOSE = 1e-9;

    private Experiment experiment;

    @BeforeEach
    void open() throws Exception {
        experiment = Experiment.sample("digits", IMAGES);
    }

    private static Settings settings(int timesteps) {
        return Settings.standard()
                .withTimesteps(timesteps)
                .withThreads(1)
                .with(Schedule.SYNCHRONOUS);
    }

    private Prepared prepared(Settings settings) throws Exception {
        return Prepared.of(
                experiment.model(), experiment.calibration(), settings, new Cancellation());
    }

    private RunSnapshot run(Prepared prepared) throws Exception {
        return ImageJob.of(prepared, experiment.test(), List.of())
                .run(tally -> {}, new Cancellation());
    }

    /**
     * Spikes of each layer over T timesteps: a neuron adds what comes in each of T timesteps,
     * spikes of the layer before in their first N of them, then fires in the next T wherever V ≥
     * V_thr.
     */
    private static List<double[]> machine(Prepared prepared, float[] image) {
        SpikingNetwork network = prepared.network();
        List<double[]> counts = new ArrayList<>();
        for (SpikingLayer layer : network.layers()) {
            double[] potential = new double[layer.neurons()];
            Arrays.fill(potential, layer.initialPotential() + layer.spreadCharge());
            double[] received = new double[layer.neurons()];
            for (int t = 0; t < T; t++) {
                for (int i = 0; i < received.length; i++) {
                    received[i] += layer.bias()[i % layer.bias().length];
                }
                for (Projection projection : layer.projections()) {
                    gather(network, projection, image, counts, t, received);
                }
            }
            double[] spikes = new double[layer.neurons()];
            for (int i = 0; i < spikes.length; i++) {
                if (!layer.fires()) {
                    spikes[i] = received[i];
                    continue;
                }
                double v = potential[i] + Math.max(0, received[i]);
                for (int t = 0; t < T; t++) {
                    if (v >= layer.threshold()) {
                        v -= layer.threshold();
                        spikes[i]++;
                    }
                }
            }
            counts.add(spikes);
        }
        return counts;
    }

    private static void gather(
            SpikingNetwork network,
            Projection projection,
            float[] image,
            List<double[]> counts,
            int t,
            double[] received) {
        int source = projection.source();
        double[] sent = new double[projection.from().size()];
        for (int i = 0; i < sent.length; i++) {
            sent[i] =
                    source == Projection.INPUT
                            ? image[i] / network.inputScale()
                            : counts.get(source)[i] > t ? 1 : 0;
        }
        float[] values = new float[sent.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) sent[i];
        }
        float[] sum = new float[received.length];
        new RealProjection(projection, new ScalarBackend()).addTo(values, 0, 1, sum, new Scratch());
        for (int i = 0; i < sum.length; i++) {
            received[i] += sum[i];
        }
    }

    @Test
    void itIsTheMachineThatWaits() throws Exception {
        Prepared prepared = prepared(settings(T));
        RunSnapshot run = run(prepared);
        double[] spikes = new double[run.layers().size()];
        for (int i = 0; i < IMAGES; i++) {
            List<double[]> counts = machine(prepared, experiment.test().image(i));
            for (int l = 0; l + 1 < spikes.length; l++) {
                for (double count : counts.get(l)) {
                    spikes[l] += count / IMAGES;
                }
            }
            int best = 0;
            for (int c = 1; c < counts.getLast().length; c++) {
                best = counts.getLast()[c] > counts.getLast()[best] ? c : best;
            }
            assertThat(run.answers()[i][T - 1]).isEqualTo(best);
        }
        for (int l = 0; l + 1 < spikes.length; l++) {
            // A current that is within a rounding of the threshold may give one spike more or less.
            assertThat(run.layers().get(l).spikesPerImage()).isCloseTo(spikes[l], within(0.5));
        }
    }

    @Test
    void upToEachTItIsARunToThatT() throws Exception {
        Prepared prepared = prepared(settings(T));
        RunSnapshot run = run(prepared);
        assertThat(IntStream.rangeClosed(1, T).filter(run::isKnown))
                .containsExactly(1, 2, 4, 8, 12);
        for (int t : new int[] {1, 2, 4, 8, 12}) {
            RunSnapshot shorter = run(prepared(settings(t)));
            assertThat(run.accuracy(t)).isEqualTo(shorter.accuracy(t));
            assertThat(run.synOpsUntil()[t - 1]).isCloseTo(shorter.synOps(), within(CLOSE));
            assertThat(run.energyRatio(Accounting.STANDARD, t))
                    .isCloseTo(shorter.energyRatio(Accounting.STANDARD), within(CLOSE));
            assertThat(run.accuracy(t))
                    .isEqualTo(
                            ClosedFormAccuracy.at(
                                    prepared, experiment.test(), t, new Cancellation()));
        }
        RunSnapshot closed =
                new ClosedFormJob(prepared, experiment.test(), List.of(4, T))
                        .run(tally -> {}, new Cancellation());
        assertThat(closed.spikesPerImage()).isCloseTo(run.spikesPerImage(), within(1e-6));
        assertThat(closed.synOps()).isCloseTo(run.synOps(), within(1e-6));
    }

    @Test
    void anAnswerTakesAsManyTimesTAsThereAreLayers() throws Exception {
        Prepared prepared = prepared(settings(T));
        assertThat(prepared.network().depth()).isEqualTo(3);
        assertThat(Schedule.SYNCHRONOUS.latency(prepared.network(), T)).isEqualTo(36);
        assertThat(Schedule.FREE.latency(prepared.network(), T)).isEqualTo(T);
        assertThat(RunName.of(settings(T))).isEqualTo("ECC (all three) · layer-synchronous");
        assertThat(settings(T).decisive()).isNotEqualTo(settings(T).with(Schedule.FREE).decisive());
    }

    @Test
    void neuronsThatLoseChargeCannotWait() throws Exception {
        Prepared leaking = prepared(settings(T).with(ConversionOptions.LEAK, 0.1));
        assertThatThrownBy(() -> run(leaking))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("layer-synchronous");
    }
}
