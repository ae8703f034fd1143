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
            case Layer.Input _ -> (inputs, count, out, spare) -> {};
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
                    (inputs, count, out, spare) ->
                            System.arraycopy(inputs.getFirst(), 0, out, 0, out.length);
        };
    }

    /**
     * Whether a layer may write its values over those of one of its inputs: each depends on the
     * value in its place, or on those of its pixel.
     *
     * @param place of the input among those of the node
     */
    static boolean worksInPlace(Node node, int place) {
        return switch (node.layer()) {
            case Layer.BatchNormalization _,
                    Layer.ChannelAffine _,
                    Layer.Relu _,
                    Layer.Activation _,
                    Layer.Softmax _,
                    Layer.Identity _ ->
                    true;
            // Of more inputs all but the first are added to what the first left.
            case Layer.Sum _ ->
                    node.inputs().size() <= 2
                            || (place == 0
                                    && !node.inputs()
                                            .subList(1, node.inputs().size())
                                            .contains(node.inputs().getFirst()));
            case Layer.Input _,
                    Layer.Convolution _,
                    Layer.Dense _,
                    Layer.Pooling _,
                    Layer.Rearrangement _,
                    Layer.Resampling _,
                    Layer.Concatenation _ ->
                    false;
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
        return (inputs, count, out, spare) -> {
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
