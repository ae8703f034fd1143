package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Activations other than ReLU: refused together, or replaced on request. */
class ActivationRewriteTest {
    private static final ConversionOptions REPLACE =
            ConversionOptions.ecc()
                    .with(ConversionOptions.OTHER_ACTIVATIONS, OtherActivations.RELU);

    private static Layer.Activation named(String name) {
        Layer.Activation function = ActivationFunctions.named(name);
        assertThat(function).isNotNull();
        return function;
    }

    private static Network network(Layer... activations) {
        Network.Builder builder = new Network.Builder(Shape.vector(2));
        int last = 0;
        for (int i = 0; i < activations.length; i++) {
            Layer dense = new Layer.Dense(2, 2, new float[] {1, 2, 3, 4}, new float[2]);
            last = builder.add("dense" + i, dense, last);
            last = builder.add("activation" + i, activations[i], last);
        }
        return builder.build("net");
    }

    @Test
    void oneReasonForAllOfAKindAndTheWayOut() {
        Network network =
                network(named("silu"), named("silu"), named("tanh"), new Layer.Softmax(false));
        ProblemException refusal =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> Conversion.of(network, ConversionOptions.ecc()));
        assertThat(refusal).isNotNull();
        Problem first = refusal.problems().getFirst();
        assertThat(first.where()).isEqualTo("layer activation0");
        assertThat(first.what()).startsWith("SiLU has no exact spiking counterpart");
        assertThat(first.remedy()).contains("--replace-activations relu");
    }

    @Test
    void becomeReluAndTheCnnIsMeasuredAgain() throws ProblemException {
        Network network =
                network(
                        named("silu"),
                        named("silu"),
                        ActivationFunctions.clamp(-1, 1),
                        new Layer.Softmax(false));
        Conversion conversion = Conversion.of(network, REPLACE);
        List<Layer> layers =
                conversion.network().nodes().stream().map(node -> node.layer()).toList();
        assertThat(layers.get(2)).isEqualTo(new Layer.Relu(Float.POSITIVE_INFINITY));
        assertThat(layers.get(6)).isEqualTo(new Layer.Relu(1));
        assertThat(conversion.isRewritten()).isTrue();
        assertThat(conversion.notes())
                .filteredOn(note -> note.action() == Action.REWRITTEN)
                .extracting(LayerNote::layer)
                .containsExactly("activation0", "activation1", "activation2");
        assertThat(
                        RewrittenCnn.of(
                                ActivationRewrite.of(network, REPLACE),
                                MaximumPoolingRewrite.of(network, REPLACE),
                                REPLACE))
                .extracting(RewrittenCnn::what)
                .containsExactly("with ReLU in place of SiLU of 2 layers, clamp of 1 layer");
    }

    @Test
    void aRisingOneAtTheEndOnlyGoes() throws ProblemException {
        Network network = network(new Layer.Relu(6), named("tanh"));
        Conversion conversion = Conversion.of(network, REPLACE);
        assertThat(conversion.network().nodes().getLast().layer())
                .isEqualTo(new Layer.Identity("tanh"));
        assertThat(ActivationRewrite.of(network, REPLACE).replaced()).isEmpty();
    }

    @Test
    void aNetworkWithoutThemStaysAsItIs() throws ProblemException {
        Network network = network(new Layer.Relu(6), new Layer.Softmax(false));
        assertThat(Conversion.of(network, REPLACE).isRewritten()).isFalse();
    }
}
