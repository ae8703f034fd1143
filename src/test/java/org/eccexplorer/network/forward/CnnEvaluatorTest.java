package org.eccexplorer.network.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;

final class CnnEvaluatorTest {
    /** Counts the matrices that are laid out. */
    private static final class Counting implements DenseBackend {
        private final DenseBackend own = new ScalarBackend();
        private int prepared;

        @Override
        public String name() {
            return own.name();
        }

        @Override
        public RightFactor prepare(float[] matrix, int rows, int columns) {
            prepared++;
            return own.prepare(matrix, rows, columns);
        }
    }

    @Test
    void aRewrittenNetworkSharesItsMatrices() {
        Network network = RandomNetworks.withMaximumPooling();
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            boolean maximum =
                    node.layer() instanceof Layer.Pooling pooling
                            && pooling.kind() == Layer.Pooling.Kind.MAXIMUM;
            nodes.add(maximum ? averaging(node, (Layer.Pooling) node.layer()) : node);
        }
        Network averaging = new Network("averaging", nodes);
        Counting counting = new Counting();
        CnnEvaluator trained = new CnnEvaluator(network, counting);
        int before = counting.prepared;
        CnnEvaluator shared = trained.with(averaging);
        assertThat(before).isPositive();
        assertThat(counting.prepared).isEqualTo(before);
        float[] images = RandomNetworks.images(3, 2 * network.inputShape().size());
        float[] expected = new CnnEvaluator(averaging, new ScalarBackend()).evaluate(images, 0, 2);
        assertThat(shared.evaluate(images, 0, 2)).isEqualTo(expected);
        assertThat(trained.evaluate(images, 0, 2)).isNotEqualTo(expected);
    }

    /** Where none is kept, layers write over the activations before them. */
    @Test
    void activationsAreTheSameWhereNoneIsKept() {
        for (long seed = 0; seed < 40; seed++) {
            Network network = RandomNetworks.of(seed);
            CnnEvaluator cnn = new CnnEvaluator(network, new ScalarBackend());
            float[] images = RandomNetworks.images(seed, 3 * network.inputShape().size());
            float[][] all = cnn.activations(images, 0, 3, node -> true);
            float[][] heard = new float[all.length][];
            float[] outputs =
                    cnn.evaluate(images, 0, 3, (node, values) -> heard[node] = values.clone());
            assertThat(heard).isDeepEqualTo(all);
            assertThat(outputs).isEqualTo(all[all.length - 1]);
            for (int node = 0; node < all.length; node++) {
                int wanted = node;
                assertThat(cnn.activations(images, 0, 3, at -> at == wanted)[node])
                        .isEqualTo(all[node]);
            }
        }
    }

    private static Node averaging(Node node, Layer.Pooling pooling) {
        return new Node(
                node.name(),
                new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, pooling.window()),
                node.inputs(),
                node.shape());
    }
}
