package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.text.Texts;

/**
 * Replaces maximum by average pooling where the user asked for it, which changes the CNN; for gates
 * it only puts scalings behind them.
 */
record MaximumPoolingRewrite(Network network, List<LayerNote> notes) {

    static MaximumPoolingRewrite of(Network network, ConversionOptions options) {
        List<LayerNote> notes = new ArrayList<>();
        if (options.maximumPooling() == MaximumPooling.GATE) {
            return new MaximumPoolingRewrite(PoolingOrder.of(network), notes);
        }
        if (options.maximumPooling() != MaximumPooling.AVERAGE) {
            return new MaximumPoolingRewrite(network, notes);
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Layer.Pooling pooling
                    && pooling.kind() == Layer.Pooling.Kind.MAXIMUM) {
                notes.add(
                        new LayerNote(
                                node.name(),
                                Action.REWRITTEN,
                                Texts.text("convert.maximumReplaced")));
                Layer average = new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, pooling.window());
                nodes.add(new Node(node.name(), average, node.inputs(), node.shape()));
            } else {
                nodes.add(node);
            }
        }
        return new MaximumPoolingRewrite(new Network(network.name(), nodes), notes);
    }
}
