package org.eccexplorer.network.forward;

import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.Shape;

/** Which forward pass each kind of layer has. */
final class Forwards {
    private Forwards() {}

    /** The forward pass of a node of a network. */
    static LayerForward of(Node node, Network network, DenseBackend backend) {
        Shape from = node.inputs().isEmpty() ? node.shape() : shapeOfFirst(node, network);
        return switch (node.layer()) {
            case Layer.Input _ -> (inputs, count, out) -> {};
            case Layer.Convolution layer when layer.groups() == 1 ->
                    new MatrixForward(layer, from, node.shape(), backend);
            case Layer.Convolution layer -> new GroupedForward(layer, from, node.shape());
            case Layer.Dense layer -> new MatrixForward(layer, from, node.shape(), backend);
            case Layer.BatchNormalization layer -> Elementwise.batchNormalization(layer);
            case Layer.ChannelAffine layer -> Elementwise.affine(layer);
            case Layer.Relu layer -> Elementwise.relu(layer);
            case Layer.Activation layer -> Curves.of(layer);
            case Layer.Softmax layer ->
                    Elementwise.softmax(node.shape().channels(), layer.logarithm());
            case Layer.Pooling layer -> new PoolingForward(layer, from, node.shape());
            case Layer.Rearrangement layer -> Elementwise.rearrangement(layer);
            case Layer.Resampling layer -> Elementwise.resampling(layer);
            case Layer.Sum layer -> Elementwise.sum(layer);
            case Layer.Concatenation _ -> concatenation(node, network);
            case Layer.Identity _ ->
                    (inputs, count, out) ->
                            System.arraycopy(inputs.getFirst(), 0, out, 0, out.length);
        };
    }

    private static Shape shapeOfFirst(Node node, Network network) {
        return network.nodes().get(node.inputs().getFirst()).shape();
    }

    private static LayerForward concatenation(Node node, Network network) {
        int[] channels =
                node.inputs().stream()
                        .mapToInt(input -> network.nodes().get(input).shape().channels())
                        .toArray();
        int total = node.shape().channels();
        return (inputs, count, out) -> {
            int first = 0;
            for (int i = 0; i < channels.length; i++) {
                float[] in = inputs.get(i);
                for (int pixel = 0; pixel < out.length / total; pixel++) {
                    System.arraycopy(
                            in, pixel * channels[i], out, pixel * total + first, channels[i]);
                }
                first += channels[i];
            }
        };
    }
}
