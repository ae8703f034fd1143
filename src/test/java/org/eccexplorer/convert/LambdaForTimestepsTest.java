package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.eccexplorer.convert.lambda.ActivationMoments;
import org.eccexplorer.convert.lambda.ActivationSample;
import org.eccexplorer.convert.lambda.LeastSquares;
import org.eccexplorer.convert.lambda.NormalIntegral;
import org.eccexplorer.convert.lambda.ThresholdIteration;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** λ that is chosen for T, against plain loops over all activations. */
class LambdaForTimestepsTest {
    private static final int IMAGES = 8;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.5, CHANNEL", "2, 4, 0.5, CHANNEL", "3, 16, 0.5, LAYER", "4, 3, 0, CHANNEL",
        "5, 2, 1, CHANNEL", "6, 64, 0.3, LAYER", "7, 5, 1, LAYER", "8, 8, 0.5, CHANNEL"
    })
    void leastSquaresAreThoseOfTheCandidates(
            long seed, int timesteps, double theta, LambdaScope scope) throws ProblemException {
        ConversionOptions options = options(LambdaRule.MSE, timesteps, theta, scope);
        Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
        for (int l = 0; l < converted.spiking().layers().size(); l++) {
            SpikingLayer layer = converted.spiking().layers().get(l);
            if (layer.role() == Role.MAXIMUM_GATE) {
                continue;
            }
            List<List<Float>> groups = groups(converted, l, scope);
            double all =
                    groups.stream().mapToDouble(g -> best(g, timesteps, theta)).max().orElse(0);
            for (int c = 0; c < layer.lambda().length; c++) {
                List<Float> own = groups.get(scope == LambdaScope.LAYER ? 0 : c);
                double wanted = best(own, timesteps, theta);
                if (!(wanted > 0)) {
                    wanted = all > 0 ? all : 1; // a channel that never fired
                }
                assertThat(layer.lambda()[c])
                        .as("%s, channel %d", layer.name(), c)
                        .isEqualTo(Math.min(wanted, layer.ceiling()));
            }
        }
    }

    /** The activations of each channel, or of the whole layer. */
    private static List<List<Float>> groups(Converted converted, int layer, LambdaScope scope) {
        int channels = converted.spiking().layers().get(layer).shape().channels();
        List<List<Float>> groups = new ArrayList<>();
        IntStream.range(0, channels).forEach(c -> groups.add(new ArrayList<>()));
        for (int image = 0; image < IMAGES; image++) {
            float[] values = converted.targets(image)[layer];
            for (int i = 0; i < values.length; i++) {
                groups.get(scope == LambdaScope.LAYER ? 0 : i % channels)
                        .add(Math.max(values[i], 0));
            }
        }
        return groups;
    }

    private static double best(List<Float> activations, int timesteps, double theta) {
        double most = activations.stream().mapToDouble(a -> a).max().orElse(0);
        double least = Double.MAX_VALUE;
        double best = 0;
        for (int i = 0; i < 95; i++) {
            double lambda = most * (1 - 0.01 * i);
            double error = error(activations, lambda, timesteps, theta);
            // Within rounding the larger of two that are as good.
            if (most > 0 && error < least * (1 - 1e-12)) {
                least = error;
                best = lambda;
            }
        }
        return best;
    }

    private static double error(
            List<Float> activations, double lambda, int timesteps, double theta) {
        double error = 0;
        for (double a : activations) {
            double spikes = Math.min(Math.floor(a * timesteps / lambda + theta), timesteps);
            error += Math.pow(spikes * lambda / timesteps - a, 2);
        }
        return error;
    }

    private static ConversionOptions options(
            LambdaRule rule, int timesteps, double theta, LambdaScope scope) {
        return ConversionOptions.ecc()
                .with(ConversionOptions.LAMBDA_RULE, rule)
                .with(ConversionOptions.LAMBDA_FOR, timesteps)
                .with(ConversionOptions.THETA, theta)
                .with(ConversionOptions.LAMBDA_SCOPE, scope);
    }

    /** Where many values fall into few levels these are summed up by their ends. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0", "4, 0.5", "7, 1", "300, 0.5"})
    void theErrorIsThatOfEveryValue(int timesteps, double theta) {
        Random random = new Random(timesteps);
        float[] values = new float[3000];
        List<Float> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(2 * random.nextGaussian());
        }
        Arrays.sort(values);
        for (float value : values) {
            all.add(value);
        }
        for (int i = 0; i < 50; i++) {
            all.add(0f);
        }
        LeastSquares squares =
                new LeastSquares(new ActivationSample.Values(values, 50), timesteps, theta);
        for (double lambda : new double[] {0.5, 3, 40, values[2999]}) {
            double wanted = error(all, lambda, timesteps, theta);
            assertThat(squares.error(lambda)).isCloseTo(wanted, within(1e-9 * wanted + 1e-9));
        }
    }

    /** Values that T levels reach exactly leave no error. */
    @Test
    void levelsThatFitAreFound() {
        float[] values = {1, 2, 3, 4};
        LeastSquares squares = new LeastSquares(new ActivationSample.Values(values, 9), 4, 0.5);
        assertThat(squares.lambda(4)).isEqualTo(4);
        assertThat(squares.error(4)).isZero();
        // One outlier of 40 among thousands of ones is cut off.
        float[] outlier = new float[10_001];
        Arrays.fill(outlier, 1);
        outlier[10_000] = 40;
        double lambda =
                new LeastSquares(new ActivationSample.Values(outlier, 0), 2, 0.5).lambda(40);
        assertThat(lambda).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1, 4", "-0.5, 0.8, 8", "2, 1, 1", "-1, 1, 3", "0, 5, 16"})
    void iterationIsTheFormula(double mean, double deviation, int timesteps) {
        double lambda =
                ThresholdIteration.lambda(
                        new ActivationMoments.Normal(mean, deviation), timesteps, 1e9);
        // Its fixed point: E[z·g] = λ·E[g²], here summed over a fine grid of z.
        double zg = 0;
        double gg = 0;
        for (double x = -9; x < 9; x += 1e-4) {
            double z = mean + deviation * x;
            double weight = Math.exp(-x * x / 2);
            double spikes = Math.clamp(Math.ceil(z * timesteps / lambda + 0.5) - 1, 0, timesteps);
            zg += weight * z * spikes / timesteps;
            gg += weight * spikes / timesteps * spikes / timesteps;
        }
        assertThat(zg / gg).isCloseTo(lambda, within(2e-3 * lambda));
        assertThat(step(lambda, mean, deviation, timesteps)).isCloseTo(1, within(1e-4));
    }

    /** k as DCGS has it. */
    private static double step(double lambda, double mean, double deviation, int n) {
        double erf = 0;
        double peak = 0;
        double weighted = 0;
        for (int i = 1; i <= n; i++) {
            double u = ((2 * i - 1) * lambda / (2 * n) - mean) / (Math.sqrt(2) * deviation);
            erf += erf(u);
            peak += Math.exp(-u * u);
            weighted += (2.0 * i - 1) / n / n * erf(u);
        }
        return (mean / lambda * (1 - erf / n)
                        + deviation * Math.sqrt(2 / Math.PI) / lambda / n * peak)
                / (1 - weighted);
    }

    /** By Simpson's rule. */
    private static double erf(double x) {
        int n = 2000;
        double h = x / n;
        double sum = 1 + Math.exp(-x * x);
        for (int i = 1; i < n; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * Math.exp(-h * i * h * i);
        }
        return 2 / Math.sqrt(Math.PI) * sum * h / 3;
    }

    /** Values of Python's math.erfc. */
    @ParameterizedTest
    @CsvSource({
        "-3, 1.9999779095030015",
        "-1.5, 1.9661051464753108",
        "-0.2, 1.2227025892104786",
        "0, 1.0",
        "0.1, 0.8875370839817152",
        "0.7, 0.32219880616258156",
        "1.9, 0.0072095707647425325",
        "1.999, 0.004698443348629488",
        "2.0, 0.004677734981047265",
        "2.5, 0.0004069520174449589",
        "4, 1.541725790028002e-08",
        "6, 2.1519736712498916e-17",
        "10, 2.088487583762545e-45"
    })
    void theErrorFunctionIsPythons(double x, double wanted) {
        assertThat(NormalIntegral.beyond(x)).isCloseTo(wanted, within(1e-12 * wanted + 1e-300));
    }

    @Test
    void iterationLeavesNoNonsense() {
        ActivationMoments.Normal dead = new ActivationMoments.Normal(-50, 0.1);
        assertThat(ThresholdIteration.lambda(dead, 4, 0.25)).isEqualTo(0.25);
        ActivationMoments.Normal constant = new ActivationMoments.Normal(3, 0);
        assertThat(ThresholdIteration.lambda(constant, 4, 3)).isEqualTo(3);
        ActivationMoments.Normal wide = new ActivationMoments.Normal(0, 100);
        assertThat(ThresholdIteration.lambda(wide, 4, 0.5)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"MSE, CHANNEL", "MSE, LAYER", "ITERATION, CHANNEL", "ITERATION, LAYER"})
    void partsOfTheImagesGiveTheSame(LambdaRule rule, LambdaScope scope) throws ProblemException {
        ConversionOptions options = options(rule, 8, 0.5, scope);
        Network network = RandomNetworks.of(9);
        Conversion conversion = Conversion.of(network, options);
        CnnEvaluator cnn = new CnnEvaluator(network, new ScalarBackend());
        int size = network.inputShape().size();
        float[] images = RandomNetworks.images(9, IMAGES * size);
        ActivationRanges whole = ranges(conversion, rule);
        whole.add(cnn, images, 0, IMAGES, 0);
        ActivationRanges parts = ranges(conversion, rule);
        for (int first = 0; first < IMAGES; first += 3) {
            ActivationRanges part = parts.empty();
            part.add(cnn, images, first * size, Math.min(3, IMAGES - first), first);
            parts.merge(part);
        }
        whole.finish();
        parts.finish();
        List<SpikingLayer> wanted = conversion.result(whole).network().layers();
        List<SpikingLayer> found = conversion.result(parts).network().layers();
        for (int l = 0; l < wanted.size(); l++) {
            assertThat(found.get(l).lambda()).isEqualTo(wanted.get(l).lambda());
        }
    }

    private static ActivationRanges ranges(Conversion conversion, LambdaRule rule) {
        return new ActivationRanges(
                conversion.network(), conversion.calibratedNodes(), Set.of(), rule, IMAGES);
    }

    /** Of a layer with more values than are kept only some positions are, the same ones always. */
    @Test
    void largeLayersAreSampled() {
        int pixels = 1 << 14;
        int channels = 64;
        int images = 16;
        float[] values = new float[pixels * channels];
        Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, (float) random.nextGaussian());
        }
        ActivationSample forwards = new ActivationSample(pixels, channels, images);
        ActivationSample backwards = new ActivationSample(pixels, channels, images);
        for (int i = 0; i < images; i++) {
            forwards.add(values, 1, i);
            backwards.add(values, 1, images - 1 - i);
        }
        ActivationSample.Values found = forwards.channel(5);
        double kept = found.positive().length + found.zeros();
        assertThat(kept * channels)
                .isCloseTo(ActivationSample.VALUES, within(0.02 * ActivationSample.VALUES));
        assertThat(backwards.channel(5).positive()).isEqualTo(found.positive());
        double mean = 0;
        for (float value : found.positive()) {
            mean += value / kept;
        }
        assertThat(mean).isCloseTo(1 / Math.sqrt(2 * Math.PI), within(0.01));
    }

    /** A layer that never fires has λ 1, as with the maximum; nothing divides by it. */
    @ParameterizedTest
    @CsvSource({"MSE", "ITERATION"})
    void imagesOfZerosAndDeadChannelsAreNoTrouble(LambdaRule rule) throws ProblemException {
        for (long seed = 1; seed <= 6; seed++) {
            Network network = RandomNetworks.of(seed);
            ConversionOptions options = options(rule, 1, 0.5, LambdaScope.CHANNEL);
            Conversion conversion = Conversion.of(network, options);
            CnnEvaluator cnn = new CnnEvaluator(network, new ScalarBackend());
            ActivationRanges ranges = ranges(conversion, rule);
            ranges.add(cnn, new float[network.inputShape().size()], 0, 1, 0);
            ranges.finish();
            for (SpikingLayer layer : conversion.result(ranges).network().layers()) {
                for (double lambda : layer.lambda()) {
                    assertThat(lambda).isPositive().isFinite();
                }
            }
        }
    }
}
