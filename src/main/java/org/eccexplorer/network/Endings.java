package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;

/** What a network ends in: probabilities of classes, and of how many. */
public final class Endings {
    private Endings() {}

    /**
     * The same network without what only renames or reshapes its probabilities, and with two
     * classes in place of one sigmoid.
     */
    public static Network of(Network network) {
        int end = end(network.nodes());
        List<Node> nodes = new ArrayList<>(network.nodes().subList(0, end + 1));
        Node last = nodes.getLast();
        if (isSigmoid(last) && last.shape().size() == 1) {
            nodes.removeLast();
            nodes.add(
                    new Node(
                            last.name() + "/classes",
                            TwoClasses.LAYER,
                            last.inputs(),
                            TwoClasses.LAYER.to()));
            nodes.add(
                    new Node(
                            last.name(),
                            new Layer.Softmax(false),
                            List.of(nodes.size() - 1),
                            TwoClasses.LAYER.to()));
        } else if (nodes.size() == network.nodes().size()) {
            return network;
        }
        return new Network(network.name(), nodes);
    }

    /** How many sigmoids a network ends in: 0 if in none; several make it multi-label. */
    public static int sigmoids(Network network) {
        Node last = network.nodes().getLast();
        return isSigmoid(last) ? last.shape().size() : 0;
    }

    private static boolean isSigmoid(Node node) {
        return node.layer() instanceof Layer.Activation activation
                && activation.curve() == Curve.SIGMOID;
    }

    /** The last node but for those that keep all values in place, if it gives probabilities. */
    private static int end(List<Node> nodes) {
        int at = nodes.size() - 1;
        while (at > 0
                && keepsAll(nodes.get(at))
                && nodes.get(at).inputs().equals(List.of(at - 1))) {
            at--;
        }
        Node node = nodes.get(at);
        return node.layer() instanceof Layer.Softmax || isSigmoid(node) ? at : nodes.size() - 1;
    }

    private static boolean keepsAll(Node node) {
        if (node.layer() instanceof Layer.Identity) {
            return true;
        }
        if (!(node.layer() instanceof Layer.Rearrangement moved) || !node.shape().isVector()) {
            return false;
        }
        int[] source = moved.source();
        if (moved.from().size() != source.length || !moved.from().isVector()) {
            return false;
        }
        for (int i = 0; i < source.length; i++) {
            if (source[i] != i) {
                return false;
            }
        }
        return true;
    }
}
