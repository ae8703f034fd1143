package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.Curve;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Replaces activation functions other than ReLU by it where the user asked for that, which changes
 * the CNN. A rising one at the end only goes, since it keeps the order of the outputs.
 *
 * @param replaced the words for those that became ReLU, one per layer
 */
record ActivationRewrite(Network network, List<LayerNote> notes, List<String> replaced) {

    static ActivationRewrite of(Network network, ConversionOptions options) {
        List<LayerNote> notes = new ArrayList<>();
        List<String> replaced = new ArrayList<>();
        if (options.otherActivations() == OtherActivations.REFUSE) {
            return new ActivationRewrite(network, notes, replaced);
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (!(node.layer() instanceof Layer.Activation activation)) {
                nodes.add(node);
                continue;
            }
            boolean last = node.equals(network.nodes().getLast());
            boolean keepsOrder = last && activation.curve().rises();
            Layer layer =
                    keepsOrder
                            ? new Layer.Identity(activation.kind())
                            : new Layer.Relu(ceiling(activation));
            nodes.add(new Node(node.name(), layer, node.inputs(), node.shape()));
            notes.add(note(node.name(), activation, layer));
            if (!keepsOrder) {
                replaced.add(activation.kind());
            }
        }
        return notes.isEmpty()
                ? new ActivationRewrite(network, notes, replaced)
                : new ActivationRewrite(new Network(network.name(), nodes), notes, replaced);
    }

    /** A clamp keeps its upper bound. */
    private static float ceiling(Layer.Activation activation) {
        boolean bounded = activation.curve() == Curve.CLAMP && activation.parameters()[1] > 0;
        return bounded ? activation.parameters()[1] : Float.POSITIVE_INFINITY;
    }

    private static LayerNote note(String name, Layer.Activation activation, Layer layer) {
        String explanation =
                switch (layer) {
                    case Layer.Relu relu when Float.isFinite(relu.ceiling()) ->
                            Texts.text(
                                    "convert.activationReplacedUpTo",
                                    activation.kind(),
                                    Numbers.compact(relu.ceiling()));
                    case Layer.Relu _ ->
                            Texts.text("convert.activationReplaced", activation.kind());
                    default -> Texts.text("convert.activationAtTheEnd", activation.kind());
                };
        return new LayerNote(name, Action.REWRITTEN, explanation);
    }
}
