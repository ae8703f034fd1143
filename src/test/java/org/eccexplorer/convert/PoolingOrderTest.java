package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Maximum pooling behind a scaling is the scaling behind a maximum, or a minimum. */
class PoolingOrderTest {
    private static final float[] IMAGE = {1, 5, 2, -6, 3, 7, 0, 8};

    /** ReLU, batch normalisation with a rising and a falling channel, maximum over 2 × 2. */
    private static Network network() {
        Network.Builder builder = new Network.Builder(new Shape(2, 2, 2));
        int relu = builder.add("relu", new Layer.Relu(Float.POSITIVE_INFINITY), 0);
        float[] gamma = {2, -3};
        float[] beta = {0.5f, 1};
        float[] mean = {1, 2};
        float[] variance = {1, 1};
        int scaled =
                builder.add(
                        "bn", new Layer.BatchNormalization(gamma, beta, mean, variance, 0), relu);
        SlidingWindow window = new SlidingWindow(2, 2, 2, 2, 1, 1, 0, 0, 0, 0);
        builder.add("pool", new Layer.Pooling(Layer.Pooling.Kind.MAXIMUM, window), scaled);
        return builder.build("test");
    }

    private static float[] outputs(Network network) {
        return new CnnEvaluator(network, new ScalarBackend()).evaluate(IMAGE, 0, 1);
    }

    @Test
    void theValuesAreTheSame() {
        Network moved = PoolingOrder.of(network());
        assertThat(outputs(network())).containsExactly(4.5f, 7);
        assertThat(outputs(moved)).containsExactly(outputs(network()), within(1e-6f));
    }

    @Test
    void thePoolingStandsBehindTheRelu() {
        assertThat(PoolingOrder.of(network()).nodes().stream().map(Node::name))
                .containsExactly("input", "relu", "pool/falling", "pool", "pool/lowest", "bn");
    }
}
