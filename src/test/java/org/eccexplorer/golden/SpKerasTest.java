package org.eccexplorer.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.eccexplorer.array.Npz;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed form against SpKeras, the tool of the method's authors, run on the same model. */
class SpKerasTest {
    private static final int IMAGES = 500;

    private static Reference reference;

    @BeforeAll
    static void open() throws ProblemException {
        reference = new Reference();
    }

    @Test
    void lambdasAndThresholdsAgree() throws ProblemException {
        SpikingNetwork network = reference.convert(ConversionOptions.ecc().spKeras());
        try (Npz npz = Reference.results("fashion-cnn-spkeras.npz")) {
            double[] lambda = npz.array("lambda").values();
            double[] threshold = npz.array("threshold").values();
            assertThat(network.inputScale()).isCloseTo(lambda[0], within(1e-6));
            for (int l = 0; l < threshold.length; l++) {
                assertThat(network.layers().get(l).lambda()[0])
                        .isCloseTo(lambda[l + 1], Percentage.withPercentage(1e-3));
                assertThat((double) network.layers().get(l).threshold())
                        .isCloseTo(threshold[l], Percentage.withPercentage(1e-3));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16,0.0", "32,0.0", "64,0.0", "128,0.0", "256,0.0", "16,0.5", "32,0.5", "64,0.5", "128,0.5",
        "256,0.5"
    })
    void accuracyAndSpikesAgree(int timesteps, double theta) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc().spKeras().with(ConversionOptions.THETA, theta);
        String key = "T%d_theta%s".formatted(timesteps, theta);
        compare(options, timesteps, ClosedForm.Variant.STANDARD, key + "_out", key + "_spikes");
    }

    @ParameterizedTest
    @CsvSource({"0.0,eps0.0_T256_out", "1e-5,eps1e-05_T256_out", "0.01,eps0.01_T256_out"})
    void anotherEpsilonCostsTheSame(double epsilon, String key) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .spKeras()
                        .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)
                        .with(ConversionOptions.EPSILON, epsilon);
        compare(options, 256, ClosedForm.Variant.STANDARD, key, "");
    }

    @Test
    void countsWithoutClippingAgree() throws ProblemException {
        compare(
                ConversionOptions.ecc().spKeras(),
                64,
                new ClosedForm.Variant(-1, true),
                "T64_ext-1_out",
                "");
    }

    @Test
    void countsWithoutRoundingAgree() throws ProblemException {
        compare(
                ConversionOptions.ecc().spKeras(),
                64,
                new ClosedForm.Variant(0, false),
                "T64_noneloss_out",
                "");
    }

    private void compare(
            ConversionOptions options,
            int timesteps,
            ClosedForm.Variant variant,
            String outKey,
            String spikesKey)
            throws ProblemException {
        SpikingNetwork network = reference.convert(options);
        ClosedForm form = new ClosedForm(network, DenseBackends.chosen());
        List<float[]> counts =
                form.counts(reference.test.batch(0, IMAGES), 0, IMAGES, timesteps, variant);
        float[] out = counts.getLast();
        try (Npz npz = Reference.results("fashion-cnn-spkeras.npz")) {
            float[] expected = npz.array(outKey).floats();
            double accuracy = reference.accuracy(ClosedForm.answers(out, 10));
            double wanted = reference.accuracy(ClosedForm.answers(expected, 10));
            assertThat(accuracy).isCloseTo(wanted, within(0.4));
            int same = 0;
            for (int i = 0; i < out.length; i++) {
                same += Math.abs(out[i] - expected[i]) < 0.02 ? 1 : 0;
            }
            assertThat(same / (double) out.length).isGreaterThan(0.99);
            if (!spikesKey.isEmpty()) {
                double[] spikes = npz.array(spikesKey).values();
                for (int l = 0; l < spikes.length; l++) {
                    double sum = 0;
                    for (float count : counts.get(l)) {
                        sum += count;
                    }
                    assertThat(sum / IMAGES).isCloseTo(spikes[l], Percentage.withPercentage(0.2));
                }
            }
        }
    }
}
