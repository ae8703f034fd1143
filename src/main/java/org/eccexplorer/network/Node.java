package org.eccexplorer.network;

import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * One layer in its place in the graph.
 *
 * @param name as the model's author named it; nested models prefix theirs ("inner/conv2d")
 * @param inputs indices of the nodes that feed it, all smaller than its own
 * @param shape of its output
 */
public record Node(String name, Layer layer, List<Integer> inputs, Shape shape) {
    public Node {
        inputs = List.copyOf(inputs);
    }
}
