package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.ReceptiveField;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.DenseBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One image of the bundled model, spike by spike. */
class ImageTraceTest {
    private static final int T = 48;

    private static ImageTrace trace(Settings settings) throws ProblemException {
        Experiment experiment = Experiment.sample("fashion-mnist", 8);
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration().limit(50),
                        settings,
                        new Cancellation());
        return ImageTrace.of(prepared, experiment.test().image(3), 3, () -> false);
    }

    /** What its neurons did, which a trace does not keep. */
    private static ImageRun again(ImageTrace trace) {
        Settings settings = trace.prepared().settings();
        Simulator simulator =
                new Simulator(trace.network(), DenseBackends.chosen(), KernelChoice.BY_RATE);
        return simulator.run(
                new Simulator.Image(trace.image(), 0, 3, T, settings.seed()),
                simulator.newWorkspace(),
                SpikeRecorder.NONE,
                () -> false);
    }

    private static Settings settings() {
        return Settings.standard().withTimesteps(T);
    }

    @Test
    void recordedSpikesAddUpToTheRun() throws ProblemException {
        ImageTrace trace = trace(settings());
        ImageRun again = again(trace);
        for (int l = 0; l < trace.network().layers().size(); l++) {
            if (!trace.network().layers().get(l).fires()) {
                continue;
            }
            LayerRun run = again.layers().get(l);
            float[] rates = trace.rates(l, T);
            double sum = 0;
            for (int i = 0; i < rates.length; i++) {
                assertThat(rates[i] * T).isCloseTo(run.count()[i], within(1e-3f));
                sum += trace.spikes().train(l, i).length;
            }
            assertThat(trace.spikes().counts(l, T)).isEqualTo(run.count());
            assertThat(sum).isEqualTo(Arrays.stream(run.perStep().spikes()).sum());
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws ProblemException {
        Settings one = new Settings(settings().conversion(), T, 1, 1, KernelChoice.BY_RATE);
        Settings three = new Settings(settings().conversion(), T, 1, 3, KernelChoice.BY_RATE);
        assertThat(trace(three).run()).usingRecursiveComparison().isEqualTo(trace(one).run());
    }

    /** V followed from the recorded spikes ends where the simulation ended. */
    @ParameterizedTest
    @CsvSource({
        "SUBTRACTION, 0, PLAIN",
        "ZERO, 0, PLAIN",
        "SUBTRACTION, 0.05, PLAIN",
        "ZERO, 0.05, PLAIN",
        "SUBTRACTION, 0, SIGNED",
        "ZERO, 0.05, SIGNED"
    })
    void aNeuronFollowedAgainEndsTheSame(Reset reset, double leak, Neurons neurons)
            throws ProblemException {
        ImageTrace trace =
                trace(
                        settings()
                                .with(ConversionOptions.NEURONS, neurons)
                                .with(ConversionOptions.RESET, reset)
                                .with(ConversionOptions.LEAK, leak));
        Random random = new Random(5);
        ImageRun again = again(trace);
        for (int l = 0; l < trace.network().layers().size(); l++) {
            SpikingLayer layer = trace.network().layers().get(l);
            for (int n = 0; n < 20; n++) {
                int neuron = random.nextInt(layer.neurons());
                NeuronTrace course = trace.neuron(l, neuron);
                assertThat(course.membrane()[T - 1])
                        .isCloseTo(
                                again.layers().get(l).membrane()[neuron],
                                within(1e-3 * layer.threshold()));
                for (int t = 1; t <= T; t++) {
                    double sum = 0;
                    for (NeuronTrace.Synapse s : course.active(trace.spikes(), t)) {
                        sum +=
                                s.weight()
                                        * (double) trace.spikes().value(s.source(), s.neuron(), t);
                    }
                    assertThat(course.current()[t - 1])
                            .isCloseTo(course.steady() + sum, within(1e-6 * layer.threshold()));
                    if (layer.fires() && course.spikes()[t - 1] < 0) {
                        assertThat(course.integrated(t)).isLessThan(layer.threshold() * 1e-4);
                        assertThat(course.count(t)).isNotNegative();
                    } else if (layer.fires() && course.fired(t)) {
                        assertThat(course.integrated(t))
                                .isGreaterThan(layer.threshold() * (1 - 1e-4));
                    } else if (layer.fires()) {
                        assertThat(course.membrane()[t - 1])
                                .isEqualTo(course.integrated(t))
                                .isLessThan(layer.threshold() * (1 + 1e-4));
                    }
                }
                assertThat(course.spikesUntil(T)).isEqualTo(trace.spikes().train(l, neuron).length);
            }
        }
    }

    @Test
    void poissonSpikesAreFollowedToo() throws ProblemException {
        ImageTrace trace = trace(settings().with(ConversionOptions.INPUT, InputCoding.POISSON));
        assertThat(trace.spikes().hasInputSpikes()).isTrue();
        NeuronTrace course = trace.neuron(0, 12_000);
        assertThat(course.synapses()).allMatch(synapse -> synapse.source() == -1);
        assertThat(course.membrane()[T - 1])
                .isCloseTo(again(trace).layers().getFirst().membrane()[12_000], within(0.1));
    }

    @Test
    void receptiveFieldsGrowWithDepth() throws ProblemException {
        ImageTrace trace = trace(settings());
        BitSet corner = ReceptiveField.of(trace.network(), 0, 0);
        assertThat(corner.stream().boxed().toList()).isEqualTo(List.of(0, 1, 28, 29));
        assertThat(ReceptiveField.of(trace.network(), 1, 7 * 14 + 7).cardinality())
                .isEqualTo(8 * 8);
        assertThat(ReceptiveField.of(trace.network(), 2, 0).cardinality()).isEqualTo(28 * 28);
    }
}
