package org.eccexplorer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.Histogram;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.LayerRun;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured of a run, against the definitions, neuron by neuron. */
class MeasuresTest {
    private static final int T = 50;

    private static final List<ConversionOptions> VARIANTS =
            List.of(
                    ConversionOptions.ecc(),
                    ConversionOptions.ecc().with(ConversionOptions.RESIDUAL_ELIMINATION, false),
                    ConversionOptions.ecc().with(ConversionOptions.THETA, 0.3),
                    ConversionOptions.ecc()
                            .with(ConversionOptions.THETA_TIMING, ThetaTiming.SPREAD),
                    // The largest activations are clipped.
                    ConversionOptions.ecc().with(ConversionOptions.LAMBDA_PERCENTILE, 80),
                    ConversionOptions.ecc().with(ConversionOptions.CURRENT_NORMALISATION, false),
                    ConversionOptions.ecc().with(ConversionOptions.LEAK, 0.02),
                    ConversionOptions.ecc().with(ConversionOptions.NEURONS, Neurons.SIGNED),
                    ConversionOptions.ecc()
                            .with(ConversionOptions.LAMBDA_PERCENTILE, 80)
                            .with(ConversionOptions.NEURONS, Neurons.SIGNED),
                    ConversionOptions.ecc().with(ConversionOptions.NEURONS, Neurons.MULTI));

    /** The four parts of the error of every neuron add up to a − r, and so do their means. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theErrorSplitAddsUp(long seed) throws ProblemException {
        for (ConversionOptions options : VARIANTS) {
            Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
            SpikingNetwork network = converted.spiking();
            List<float[]> activations = List.of(converted.targets(0));
            ImageRun run = run(network, converted.images());
            CountRule rule = CountRule.simulated(network.dynamics(), T);
            RunTally tally = new RunTally(network, T, 1, new int[] {0}, 1, rule);
            tally.add(new ImageMeasures(network, 0, run, activations, 0, 0, rule));
            RunSnapshot snapshot = tally.snapshot();
            for (int l = 0; l < network.layers().size(); l++) {
                double[] sums = new double[4];
                double uneven = 0;
                SpikingLayer layer = network.layers().get(l);
                for (int i = 0; i < layer.neurons(); i++) {
                    double[] parts =
                            parts(
                                    network,
                                    l,
                                    i,
                                    run,
                                    activations.get(l)[i],
                                    options.effectiveTheta());
                    double whole = parts[4];
                    assertThat(parts[0] + parts[1] + parts[2] + parts[3])
                            .isCloseTo(whole, within(1e-12));
                    uneven += parts[3] == 0 ? 0 : 1.0 / layer.neurons();
                    for (int p = 0; p < 4; p++) {
                        sums[p] += parts[p] / layer.neurons();
                    }
                }
                ErrorSplit split = snapshot.layers().get(l).error();
                // A charge on the edge of a spike may count either way.
                double edge = 0.03 / T * Math.max(1, layer.scaleInLambda(0));
                assertThat(split.clipping().mean()).isCloseTo(sums[0], within(1e-6));
                assertThat(split.quantisation().mean()).isCloseTo(sums[1], within(edge));
                assertThat(split.inherited().mean()).isCloseTo(sums[2], within(edge));
                assertThat(split.unevenness().mean()).isCloseTo(sums[3], within(edge));
                double few = Math.max(0.05, 1.5 / layer.neurons());
                assertThat(split.unevenness().share()).isCloseTo(uneven, within(few));
                double whole = 0;
                for (Cause cause : Cause.values()) {
                    whole += split.part(cause).mean();
                }
                assertThat(split.total().mean()).isCloseTo(whole, within(1e-12));
            }
        }
    }

    /** Clipping, quantisation, inherited, unevenness, and a − r, in units of λ. */
    private static double[] parts(
            SpikingNetwork network,
            int index,
            int neuron,
            ImageRun run,
            float activation,
            double theta) {
        SpikingLayer layer = network.layers().get(index);
        LayerRun done = run.layers().get(index);
        int channel = neuron % layer.shape().channels();
        double scale = layer.scale()[channel];
        double unit = scale / layer.lambda()[channel];
        double a = layer.target(activation) / scale;
        if (index == network.layers().size() - 1) {
            double current = (double) done.charge()[neuron] / layer.threshold() / T;
            return new double[] {0, 0, unit * (a - current), 0, unit * (a - current)};
        }
        double y = Math.min(a, 1);
        boolean multi = layer.firing().isMulti();
        double units = multi ? 8 : 1;
        double offset = multi ? 0.25 : theta;
        double q = Math.floor(y * T * units + offset) / units / T;
        double charge =
                Math.floor(done.charge()[neuron] / layer.threshold() * units + offset) / units;
        double c = Math.clamp(charge, 0, T) / T;
        double r = (double) done.count()[neuron] / T;
        return new double[] {
            unit * (a - y), unit * (y - q), unit * (q - c), unit * (c - r), unit * (a - r)
        };
    }

    private static ImageRun run(SpikingNetwork network, float[] images) {
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.SPARSE);
        return simulator.run(
                new Simulator.Image(images, 0, 0, T, 1),
                simulator.newWorkspace(),
                SpikeRecorder.NONE,
                () -> false);
    }

    /** Whatever their scale; what they lack came from before. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void outputsThatNeverFireHaveNeitherRateNorClip(boolean normalised) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.CURRENT_NORMALISATION, normalised)
                        .with(ConversionOptions.LAMBDA_PERCENTILE, 50);
        Converted converted = Converted.of(RandomNetworks.of(3), options, 3);
        SpikingNetwork network = converted.spiking();
        CountRule rule = CountRule.simulated(network.dynamics(), T);
        RunTally tally = new RunTally(network, T, 1, new int[] {0}, 1, rule);
        List<float[]> activations = List.of(converted.targets(0));
        ImageRun run = run(network, converted.images());
        tally.add(new ImageMeasures(network, 0, run, activations, 0, 0, rule));
        LayerMeasures outputs = tally.snapshot().layers().getLast();
        assertThat(outputs.hasRate()).isFalse();
        assertThat(outputs.rate()).isNull();
        assertThat(outputs.meanRate()).isNaN();
        assertThat(outputs.clippedShare()).isZero();
        ErrorSplit split = outputs.error();
        assertThat(split.clipping()).isEqualTo(new ErrorSplit.Part(0, 0, 0));
        assertThat(split.quantisation()).isEqualTo(new ErrorSplit.Part(0, 0, 0));
        assertThat(split.unevenness()).isEqualTo(new ErrorSplit.Part(0, 0, 0));
        assertThat(split.inherited()).isEqualTo(split.total());
        SpikingLayer layer = network.output();
        for (int i = 0; i < Math.min(16, layer.neurons()); i++) {
            double lambda = layer.lambda()[i % layer.shape().channels()];
            assertThat((double) outputs.agreement().activations()[i])
                    .as("the CNN's outputs in units of λ, negative ones too")
                    .isCloseTo(activations.getLast()[i] / lambda, within(1e-6));
        }
        assertThat(tally.snapshot().layers().getFirst().hasRate()).isTrue();
    }

    /** Rates are multiples of 1/T; nothing between them can be a quartile. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 250, 1024, 3000})
    void quartilesOfRatesAreRates(int steps) {
        Histogram histogram = Histogram.grid(0, steps);
        List<Double> values = new ArrayList<>();
        Random random = new Random(steps);
        for (int i = 0; i < 1001; i++) {
            double value = (double) (int) (steps * Math.pow(random.nextDouble(), 3) + 0.3) / steps;
            values.add(value);
            histogram.add(value);
        }
        values.sort(null);
        Distribution distribution = histogram.distribution(0.25);
        assertThat(distribution.low5()).isEqualTo(values.get(50));
        assertThat(distribution.quartile1()).isEqualTo(values.get(250));
        assertThat(distribution.median()).isEqualTo(values.get(500));
        assertThat(distribution.quartile3()).isEqualTo(values.get(750));
        assertThat(distribution.high95()).isEqualTo(values.get(950));
        assertThat(Arrays.stream(distribution.counts()).sum()).isEqualTo(1001);
        long least = values.stream().filter(value -> value < 1.0 / Distribution.BINS).count();
        assertThat(distribution.counts()[0]).isEqualTo(least);
    }

    /** E. B. Wilson, JASA 22, 1927, with z = 1.96. */
    @ParameterizedTest
    @CsvSource({"90, 100, 0.8256343, 0.9447708", "0, 10, 0, 0.2775328", "10, 10, 0.7224672, 1"})
    void intervalsAreWilsons(int right, int images, double low, double high) {
        Interval interval = Interval.wilson(right, images);
        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void quartilesComeFromTheValues() {
        Histogram histogram = new Histogram(0, 1);
        List<Double> values = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 10_001; i++) {
            double value = Math.pow(random.nextDouble(), 3);
            values.add(value);
            histogram.add(value);
        }
        values.sort(null);
        Distribution distribution = histogram.distribution(0.25);
        assertThat(distribution.quartile1()).isCloseTo(values.get(2500), within(2e-3));
        assertThat(distribution.median()).isCloseTo(values.get(5000), within(2e-3));
        assertThat(distribution.quartile3()).isCloseTo(values.get(7500), within(2e-3));
        assertThat(Arrays.stream(distribution.counts()).sum()).isEqualTo(10_001);
        assertThat(distribution.counts()).hasSize(64);
    }
}
