package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.ReferenceSimulator;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
    private static final int T = 6;

    /** Bias and V(0) are those that plain loops over neurons and timesteps give. */
    @ParameterizedTest
    @CsvSource({
        "1, BIAS, SUBTRACTION, PLAIN",
        "2, BIAS, ZERO, PLAIN",
        "3, BIAS, SUBTRACTION, SIGNED",
        "4, POTENTIAL, SUBTRACTION, PLAIN",
        "5, POTENTIAL, ZERO, PLAIN",
        "6, POTENTIAL, SUBTRACTION, SIGNED",
        "7, BIAS, SUBTRACTION, PLAIN"
    })
    void correctionsAreThoseOfTheDefinition(
            long seed, Correction correction, Reset reset, Neurons neurons)
            throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.RESET, reset)
                        .with(ConversionOptions.NEURONS, neurons)
                        .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL);
        Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
        SpikingNetwork found =
                corrected(converted, images(converted, 8), correction, T, 2, new Cancellation());
        SpikingNetwork wanted = byDefinition(converted, correction);
        for (int l = 0; l < found.layers().size(); l++) {
            SpikingLayer one = found.layers().get(l);
            SpikingLayer other = wanted.layers().get(l);
            for (int i = 0; i < one.neurons(); i++) {
                float tolerance = 1e-4f * one.threshold();
                assertThat(one.bias()[i]).isCloseTo(other.bias()[i], within(tolerance));
                assertThat(one.initialOffset(i))
                        .as("%s, neuron %d", one.name(), i)
                        .isCloseTo(other.initialOffset(i), within(tolerance));
            }
        }
        assertThat(found.layers().getLast()).isEqualTo(converted.spiking().layers().getLast());
    }

    private static SpikingNetwork byDefinition(Converted converted, Correction correction) {
        SpikingNetwork network = converted.spiking();
        int rounds = correction == Correction.BIAS ? 2 : 1;
        for (int l = 0; l < network.layers().size() - 1; l++) {
            for (int round = 0; round < rounds; round++) {
                SpikingLayer layer = network.layers().get(l);
                double[] missing = missing(converted, network, l);
                int channels = layer.shape().channels();
                float[] bias = layer.bias().clone();
                float[] offset = new float[layer.neurons()];
                for (int i = 0; i < missing.length; i++) {
                    double charge = layer.threshold() / layer.scale()[i % channels];
                    offset[i] = (float) (missing[i] * charge * T);
                    double mean = 0;
                    for (int p = 0; p < layer.shape().pixels(); p++) {
                        mean += missing[p * channels + i % channels] / layer.shape().pixels();
                    }
                    bias[i] += (float) (mean * charge);
                }
                network =
                        network.with(
                                l,
                                correction == Correction.BIAS
                                        ? layer.withBias(bias)
                                        : layer.withInitialOffset(offset));
            }
        }
        return network;
    }

    /** Mean activation minus mean output of each neuron, in units of the activation. */
    private static double[] missing(Converted converted, SpikingNetwork network, int l) {
        SpikingLayer layer = network.layers().get(l);
        double[] missing = new double[layer.neurons()];
        int size = network.input().size();
        for (int image = 0; image < 8; image++) {
            float[] activations = converted.targets(image)[l];
            float[] pixels =
                    Arrays.copyOfRange(converted.images(), image * size, (image + 1) * size);
            ReferenceSimulator reference = new ReferenceSimulator(network, pixels, T);
            for (int t = 0; t < T; t++) {
                reference.step();
                for (int i = 0; i < missing.length; i++) {
                    double sent = reference.spikes(l)[i];
                    missing[i] -= sent / T * layer.scale()[i % layer.shape().channels()] / 8;
                }
            }
            for (int i = 0; i < missing.length; i++) {
                missing[i] += layer.target(activations[i]) / 8;
            }
        }
        return missing;
    }

    private static LabelledImages images(Converted converted, int count) {
        return new LabelledImages(
                "random",
                converted.network().inputShape(),
                Arrays.copyOf(converted.images(), count * converted.network().inputShape().size()),
                new int[0],
                List.of(),
                false);
    }

    private static Settings settings(int threads) {
        return new Settings(ConversionOptions.ecc(), T, 1, threads, KernelChoice.SPARSE);
    }

    private static SpikingNetwork corrected(
            Converted converted,
            LabelledImages images,
            Correction correction,
            int timesteps,
            int threads,
            Cancellation cancellation) {
        return Corrections.apply(
                correction,
                converted.cnn(),
                new Simulator(converted.spiking(), new ScalarBackend(), KernelChoice.SPARSE),
                images,
                timesteps,
                settings(threads),
                Preparation.SILENT,
                cancellation);
    }

    @ParameterizedTest
    @CsvSource({"BIAS", "POTENTIAL"})
    void theNumberOfThreadsChangesNoBit(Correction correction) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(11), ConversionOptions.ecc(), 11);
        LabelledImages images = images(converted, 8);
        SpikingNetwork one = corrected(converted, images, correction, 20, 1, new Cancellation());
        SpikingNetwork three = corrected(converted, images, correction, 20, 3, new Cancellation());
        for (int l = 0; l < one.layers().size(); l++) {
            assertThat(three.layers().get(l).bias()).isEqualTo(one.layers().get(l).bias());
            assertThat(three.layers().get(l).initialOffset())
                    .isEqualTo(one.layers().get(l).initialOffset());
        }
    }

    /** One image, one timestep, an image of nothing but zeros: still numbers. */
    @ParameterizedTest
    @CsvSource({"BIAS", "POTENTIAL"})
    void oneImageOfZerosAndOneTimestepAreEnough(Correction correction) throws ProblemException {
        for (long seed = 1; seed <= 4; seed++) {
            Converted converted =
                    Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed);
            int size = converted.network().inputShape().size();
            for (float[] pixels :
                    List.of(new float[size], Arrays.copyOf(converted.images(), size))) {
                LabelledImages one =
                        new LabelledImages(
                                "one",
                                converted.network().inputShape(),
                                pixels,
                                new int[0],
                                List.of(),
                                false);
                SpikingNetwork network =
                        corrected(converted, one, correction, 1, 2, new Cancellation());
                for (SpikingLayer layer : network.layers()) {
                    for (int i = 0; i < layer.neurons(); i++) {
                        assertThat(layer.bias()[i]).isFinite();
                        assertThat(layer.initialPotential(i)).isFinite();
                    }
                }
            }
        }
    }

    @Test
    void whatIsCancelledEnds() throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(1), ConversionOptions.ecc(), 1);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() ->
                        corrected(
                                converted,
                                images(converted, 8),
                                Correction.BIAS,
                                T,
                                2,
                                cancellation))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void everyLayerIsHeardOf() throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(1), ConversionOptions.ecc(), 1);
        List<Preparation.Step> heard = new ArrayList<>();
        Corrections.apply(
                Correction.POTENTIAL,
                converted.cnn(),
                new Simulator(converted.spiking(), new ScalarBackend(), KernelChoice.SPARSE),
                images(converted, 2),
                T,
                settings(1),
                heard::add,
                new Cancellation());
        int layers = converted.spiking().layers().size();
        assertThat(heard).first().isEqualTo(new Preparation.Step.Calibrating(1, layers));
        assertThat(heard).hasSize(layers - 1);
    }

    @Test
    void imagesAreSpreadOverAllThatThereAre() {
        assertThat(Corrections.chosen(5, 1)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Corrections.chosen(500, 1)).hasSize(128).startsWith(0, 3, 7).endsWith(496);
        assertThat(Corrections.chosen(500, Long.MAX_VALUE)).containsExactly(0);
    }

    /** Biases bring means nearer to the CNN's, and the parts of the error still add up. */
    @ParameterizedTest
    @CsvSource({"BIAS", "POTENTIAL"})
    void theErrorSplitAddsUp(Correction correction) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(3), ConversionOptions.ecc(), 3);
        LabelledImages images = images(converted, 8);
        SpikingNetwork network = corrected(converted, images, correction, T, 2, new Cancellation());
        RunSnapshot before = run(converted, converted.spiking(), images);
        RunSnapshot after = run(converted, network, images);
        double errorBefore = 0;
        double errorAfter = 0;
        for (int l = 0; l < network.layers().size() - 1; l++) {
            ErrorSplit split = after.layers().get(l).error();
            errorBefore += Math.abs(before.layers().get(l).error().total().mean());
            errorAfter += Math.abs(split.total().mean());
            LayerMeasures layer = after.layers().get(l);
            double sum =
                    split.clipping().mean()
                            + split.quantisation().mean()
                            + split.inherited().mean()
                            + split.unevenness().mean();
            assertThat(split.total().mean()).as(layer.name()).isCloseTo(sum, within(1e-9));
        }
        if (correction == Correction.BIAS) {
            assertThat(errorAfter).isLessThan(0.7 * errorBefore);
        }
    }

    private static RunSnapshot run(
            Converted converted, SpikingNetwork network, LabelledImages images)
            throws ProblemException {
        ConversionReport report = new ConversionReport(List.of(), List.of(), List.of(), List.of());
        Prepared prepared = new Prepared(settings(2), converted.cnn(), network, report, 0);
        return new RunJob(prepared, images).run(tally -> {}, new Cancellation());
    }
}
