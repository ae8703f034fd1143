package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.eccexplorer.network.Network;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LambdaByHandTest {
    @ParameterizedTest
    @EnumSource(LambdaRule.class)
    void itGoesBeforeWhatWasMeasured(LambdaRule rule) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.LAMBDA_RULE, rule)
                        .with(ConversionOptions.LAMBDA_FOR, 4)
                        .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL);
        Network network = RandomNetworks.of(2);
        List<SpikingLayer> measured = Converted.of(network, options, 2).spiking().layers();
        String name = measured.getFirst().name();
        List<SpikingLayer> byHand =
                Converted.of(network, options.with(ConversionOptions.LAMBDA_OF, of(name, 0.7)), 2)
                        .spiking()
                        .layers();
        assertThat(byHand.getFirst().lambda()).containsOnly(0.7);
        assertThat(byHand.getFirst().scale()).containsOnly(0.7);
        for (int l = 1; l < measured.size(); l++) {
            assertThat(byHand.get(l).lambda()).isEqualTo(measured.get(l).lambda());
        }
    }

    private static NamedNumbers of(String name, double lambda) {
        return NamedNumbers.NONE.with(name, lambda);
    }

    @Test
    void layersThatAreNotThereAreAllNamed() {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.LAMBDA_OF, of("conv99", 1).with("conv98", 2));
        assertThatThrownBy(() -> Conversion.of(RandomNetworks.of(2), options))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problems()).hasSize(2);
                            assertThat(e.problems())
                                    .allMatch(p -> p.kind() == Problem.Kind.USAGE)
                                    .allMatch(p -> p.where().equals("--lambda-of"));
                            assertThat(e.problems().getFirst().what()).contains("conv98");
                        });
    }

    /** What gates pass on stands for what it stands for in their source. */
    @Test
    void gatesHaveNoLambdaOfTheirOwn() throws ProblemException {
        ConversionOptions gates =
                ConversionOptions.ecc()
                        .with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.GATE);
        Network network = RandomNetworks.withMaximumPooling();
        List<SpikingLayer> layers = Converted.of(network, gates, 1).spiking().layers();
        SpikingLayer gate =
                layers.stream()
                        .filter(layer -> layer.role() == Role.MAXIMUM_GATE)
                        .findFirst()
                        .orElseThrow();
        SpikingLayer source = layers.get(gate.projections().getFirst().source());
        ConversionOptions wrong = gates.with(ConversionOptions.LAMBDA_OF, of(gate.name(), 1));
        assertThatThrownBy(() -> Conversion.of(network, wrong)).hasMessageContaining("gates");
        ConversionOptions right = gates.with(ConversionOptions.LAMBDA_OF, of(source.name(), 0.25));
        SpikingLayer passedOn =
                Converted.of(network, right, 1).spiking().layers().get(layers.indexOf(gate));
        assertThat(passedOn.lambda()).containsOnly(0.25);
    }

    /** A clipped ReLU never gives more than its ceiling. */
    @Test
    void aCeilingHoldsAndIsSaid() throws ProblemException {
        for (long seed = 1; seed <= 20; seed++) {
            Network network = RandomNetworks.of(seed);
            for (SpikingLayer layer :
                    Converted.of(network, ConversionOptions.ecc(), seed).spiking().layers()) {
                if (Float.isFinite(layer.ceiling())) {
                    ConversionOptions high =
                            ConversionOptions.ecc()
                                    .with(
                                            ConversionOptions.LAMBDA_OF,
                                            of(layer.name(), 2 * layer.ceiling()));
                    Converted converted = Converted.of(network, high, seed);
                    assertThat(converted.spiking().layers())
                            .anyMatch(l ->
                                    l.name().equals(layer.name())
                                            && l.lambda()[0] == layer.ceiling());
                    return;
                }
            }
        }
        throw new AssertionError("no clipped ReLU");
    }
}
