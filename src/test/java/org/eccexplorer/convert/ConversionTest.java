package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

    /** Without rounding and clipping the converted network must be the CNN itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theUnroundedNetworkIsTheCnn(long seed) throws ProblemException {
        for (ConversionOptions options :
                List.of(
                        ConversionOptions.ecc(),
                        ConversionOptions.ecc()
                                .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL),
                        ConversionOptions.ecc().with(ConversionOptions.KAPPA, 3),
                        ConversionOptions.ecc()
                                .with(ConversionOptions.AVERAGE_POOLING, AveragePooling.SPIKING))) {
            Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
            float[][] targets = converted.targets(0);
            ClosedForm form = new ClosedForm(converted.spiking(), new ScalarBackend());
            List<float[]> rates =
                    form.counts(converted.images(), 0, 1, 1, new ClosedForm.Variant(0, false));
            for (int l = 0; l < targets.length; l++) {
                SpikingLayer layer = converted.spiking().layers().get(l);
                for (int i = 0; i < layer.neurons(); i++) {
                    double scale = layer.scale()[i % layer.shape().channels()];
                    assertThat(rates.get(l)[i] * scale)
                            .as("layer %s neuron %d", layer.name(), i)
                            .isCloseTo(layer.target(targets[l][i]), within(1e-4 * scale + 1e-5));
                }
            }
        }
    }

    @Test
    void noCalibrationNeuronIsAskedForMoreThanRateOne() throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(3), ConversionOptions.ecc(), 3);
        for (int image = 0; image < 8; image++) {
            float[][] targets = converted.targets(image);
            for (int l = 0; l < targets.length; l++) {
                SpikingLayer layer = converted.spiking().layers().get(l);
                for (float target : targets[l]) {
                    assertThat(layer.target(target) / layer.scale()[0])
                            .isLessThanOrEqualTo(1 + 1e-6);
                }
            }
        }
    }

    @Test
    void withoutCurrentNormalisationScalesAndThresholdsAreOne() throws ProblemException {
        Converted converted =
                Converted.of(
                        RandomNetworks.of(4),
                        ConversionOptions.ecc()
                                .with(ConversionOptions.CURRENT_NORMALISATION, false),
                        4);
        assertThat(converted.spiking().inputScale()).isEqualTo(1);
        assertThat(converted.spiking().layers())
                .allSatisfy(layer -> {
                    assertThat(layer.threshold()).isEqualTo(1);
                    assertThat(layer.scale()).containsOnly(1);
                });
    }

    @Test
    void anotherEpsilonChangesTheFold() throws ProblemException {
        Layer.BatchNormalization layer =
                new Layer.BatchNormalization(
                        new float[] {2}, new float[] {1}, new float[] {3}, new float[] {4}, 0);
        BatchNormFold kept = BatchNormFold.of(layer, ConversionOptions.ecc());
        assertThat(kept.factor()).containsExactly(1);
        assertThat(kept.constant()).containsExactly(-2);
        BatchNormFold other =
                BatchNormFold.of(
                        layer,
                        ConversionOptions.ecc()
                                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)
                                .with(ConversionOptions.EPSILON, 1));
        assertThat(other.factor()[0]).isEqualTo(2 / Math.sqrt(5));
    }

    @Test
    void weightsAreTruncatedOrRoundedToTheirBits() {
        float[] weights = {1, -0.74f, 0.26f, 0, -1};
        Shape five = Shape.vector(5);
        TapTable table = TapTable.identity(1);
        List<Projection> synapses =
                List.of(new Projection(0, Shape.vector(1), five, 0, 5, 1, table, weights, 0));
        ConversionOptions three = ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, 3);
        Projection truncated = WeightQuantisation.apply(synapses, three).getFirst();
        assertThat(truncated.weights()).containsExactly(1, -0.5f, 0.25f, 0, -1);
        assertThat(truncated.quantum()).isEqualTo(0.25);
        assertThat(truncated.levels()).containsExactly(4, -2, 1, 0, -4);
        ConversionOptions nearest = three.with(ConversionOptions.ROUNDING, Rounding.NEAREST);
        assertThat(WeightQuantisation.apply(synapses, nearest).getFirst().weights())
                .containsExactly(1, -0.75f, 0.25f, 0, -1);
    }

    @Test
    void aPercentileIsBelowTheMaximum() throws ProblemException {
        Network network = RandomNetworks.of(5);
        ConversionOptions percentile =
                ConversionOptions.ecc().with(ConversionOptions.LAMBDA_PERCENTILE, 90);
        SpikingNetwork most = Converted.of(network, ConversionOptions.ecc(), 5).spiking();
        SpikingNetwork less = Converted.of(network, percentile, 5).spiking();
        for (int l = 0; l < most.layers().size(); l++) {
            assertThat(less.layers().get(l).lambda()[0])
                    .isLessThanOrEqualTo(most.layers().get(l).lambda()[0] * (1 + 1e-3));
        }
        assertThat(less.layers().getFirst().lambda()[0])
                .isLessThan(most.layers().getFirst().lambda()[0]);
    }

    @Test
    void maximumPoolingAsksForAChoice() {
        Network network = RandomNetworks.withMaximumPooling();
        assertThatThrownBy(() -> Conversion.of(network, ConversionOptions.ecc()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            Problem problem = e.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
                            assertThat(problem.where()).isEqualTo("layer pool");
                            assertThat(problem.remedy()).contains("average").contains("gate");
                        });
    }

    @Test
    void replacedMaximumPoolingIsReported() throws ProblemException {
        Conversion conversion =
                Conversion.of(
                        RandomNetworks.withMaximumPooling(),
                        ConversionOptions.ecc()
                                .with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.AVERAGE));
        assertThat(conversion.isRewritten()).isTrue();
        assertThat(conversion.notes())
                .anySatisfy(note -> {
                    assertThat(note.layer()).isEqualTo("pool");
                    assertThat(note.action()).isEqualTo(Action.REWRITTEN);
                });
    }
}
