package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * A network with one output z as a network of two classes: 0 stands for class 0 and z for class 1,
 * so that class 1 is the answer where z is above 0, and softmax(0, z) gives class 1 the probability
 * sigmoid(z).
 */
public final class TwoClasses {
    /** z to (0, z). */
    public static final Layer.Rearrangement LAYER =
            new Layer.Rearrangement(
                    "two classes", Shape.vector(1), Shape.vector(2), new int[] {-1, 0});

    private TwoClasses() {}

    /** The same network; where its only output is a logit, with two classes. */
    public static Network of(Network network) {
        Node last = network.nodes().getLast();
        if (last.shape().size() != 1 || last.layer() instanceof Layer.Softmax) {
            return network;
        }
        List<Node> nodes = new ArrayList<>(network.nodes());
        nodes.add(new Node(last.name() + "/classes", LAYER, List.of(nodes.size() - 1), LAYER.to()));
        return new Network(network.name(), nodes);
    }

    /** Whether a network has two classes because its model has one output. */
    public static boolean areIn(Network network) {
        List<Node> nodes = network.nodes();
        Node last = nodes.getLast();
        boolean softmax = last.layer() instanceof Layer.Softmax;
        return isPair(softmax ? nodes.get(last.inputs().getFirst()).layer() : last.layer());
    }

    private static boolean isPair(Layer layer) {
        return layer instanceof Layer.Rearrangement moved && moved.kind().equals(LAYER.kind());
    }
}
