package org.eccexplorer.measure.energy;

import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;

/** Multiply-accumulate operations of a CNN for one image: one per use of a weight. */
public final class Macs {
    private Macs() {}

    /** The MACs of all convolutions and dense layers, exact at borders. */
    public static long of(Network network) {
        long macs = 0;
        for (Node node : network.nodes()) {
            macs +=
                    switch (node.layer()) {
                        case Layer.Convolution layer ->
                                of(layer, from(node, network), node.shape());
                        case Layer.Dense layer ->
                                (long) node.shape().pixels() * layer.weights().length;
                        case Layer.Input _ -> 0;
                        case Layer.BatchNormalization _ -> 0;
                        case Layer.Relu _ -> 0;
                        case Layer.Activation _ -> 0;
                        case Layer.Softmax _ -> 0;
                        case Layer.Pooling _ -> 0;
                        case Layer.ChannelAffine _ -> 0;
                        case Layer.Rearrangement _ -> 0;
                        case Layer.Resampling _ -> 0;
                        case Layer.Sum _ -> 0;
                        case Layer.Concatenation _ -> 0;
                        case Layer.Identity _ -> 0;
                    };
        }
        return macs;
    }

    private static Shape from(Node node, Network network) {
        return network.nodes().get(node.inputs().getFirst()).shape();
    }

    private static long of(Layer.Convolution layer, Shape from, Shape to) {
        SlidingWindow window = layer.window();
        long rows = 0;
        for (int y = 0; y < to.height(); y++) {
            for (int ky = 0; ky < window.height(); ky++) {
                int row = window.inputRow(y, ky);
                rows += row >= 0 && row < from.height() ? 1 : 0;
            }
        }
        long columns = 0;
        for (int x = 0; x < to.width(); x++) {
            for (int kx = 0; kx < window.width(); kx++) {
                int column = window.inputColumn(x, kx);
                columns += column >= 0 && column < from.width() ? 1 : 0;
            }
        }
        return rows * columns * (layer.inputChannels() / layer.groups()) * layer.outputChannels();
    }
}
