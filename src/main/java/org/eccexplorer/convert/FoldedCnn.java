package org.eccexplorer.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;

/**
 * The CNN with every batch normalisation folded as the conversion folds it (see {@link
 * BatchNormFold}): into the convolution or dense layer before it if nothing else reads that, else a
 * factor and a constant per channel.
 */
public final class FoldedCnn {
    private final Network network;
    private final ConversionOptions options;

    /** By the place of a layer the batch normalisation that it takes in, which alone reads it. */
    private final Map<Integer, Layer.BatchNormalization> behind = new HashMap<>();

    private FoldedCnn(Network network, ConversionOptions options) {
        this.network = network;
        this.options = options;
        int[] readers = new int[network.nodes().size()];
        for (Node node : network.nodes()) {
            node.inputs().forEach(input -> readers[input]++);
        }
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.BatchNormalization normalisation) {
                int before = node.inputs().getFirst();
                Layer layer = network.nodes().get(before).layer();
                boolean linear = layer instanceof Layer.Convolution || layer instanceof Layer.Dense;
                if (readers[before] == 1 && linear) {
                    behind.put(before, normalisation);
                }
            }
        }
    }

    /** The same function, up to rounding and to ε where CMB is off. */
    public static Network of(Network network, ConversionOptions options) {
        return new FoldedCnn(network, options).folded();
    }

    private Network folded() {
        List<Node> nodes = network.nodes();
        Network.Builder builder = new Network.Builder(network.inputShape());
        int[] place = new int[nodes.size()];
        for (int i = 1; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.layer() instanceof Layer.BatchNormalization
                    && behind.containsKey(node.inputs().getFirst())) {
                place[i] = place[node.inputs().getFirst()];
                continue;
            }
            int[] inputs = node.inputs().stream().mapToInt(input -> place[input]).toArray();
            place[i] = builder.add(node.name(), layer(i, node), inputs);
        }
        return builder.build(network.name());
    }

    private Layer layer(int index, Node node) {
        if (node.layer() instanceof Layer.BatchNormalization own) {
            BatchNormFold fold = BatchNormFold.of(own, options);
            return new Layer.ChannelAffine(floats(fold.factor()), floats(fold.constant()));
        }
        Layer.BatchNormalization taken = behind.get(index);
        return taken == null
                ? node.layer()
                : folded(node.layer(), BatchNormFold.of(taken, options));
    }

    private static Layer folded(Layer layer, BatchNormFold fold) {
        if (layer instanceof Layer.Dense dense) {
            return new Layer.Dense(
                    dense.inputs(),
                    dense.outputs(),
                    weights(dense.weights(), fold),
                    bias(dense.bias(), fold));
        }
        Layer.Convolution convolution = (Layer.Convolution) layer;
        return new Layer.Convolution(
                convolution.window(),
                convolution.groups(),
                convolution.inputChannels(),
                convolution.outputChannels(),
                weights(convolution.kernel(), fold),
                bias(convolution.bias(), fold));
    }

    /** Both layers have their output channels last. */
    private static float[] weights(float[] weights, BatchNormFold fold) {
        float[] folded = new float[weights.length];
        int channels = fold.factor().length;
        for (int i = 0; i < weights.length; i++) {
            folded[i] = (float) (weights[i] * fold.factor()[i % channels]);
        }
        return folded;
    }

    private static float[] bias(float[] bias, BatchNormFold fold) {
        float[] folded = new float[bias.length];
        for (int c = 0; c < bias.length; c++) {
            folded[c] = (float) (bias[c] * fold.factor()[c] + fold.constant()[c]);
        }
        return folded;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
