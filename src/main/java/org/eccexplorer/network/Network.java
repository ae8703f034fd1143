package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * A trained CNN: layers in topological order, the first the only input, the last the output.
 *
 * @param name for people
 */
public record Network(String name, List<Node> nodes) {

    public Network {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty() || !(nodes.getFirst().layer() instanceof Layer.Input)) {
            throw new IllegalArgumentException("the first node must be the input");
        }
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (i > 0 && node.layer() instanceof Layer.Input) {
                throw new IllegalArgumentException("a second input: " + node.name());
            }
            List<Shape> inputs = new ArrayList<>();
            for (int input : node.inputs()) {
                if (input < 0 || input >= i) {
                    throw new IllegalArgumentException(node.name() + " reads a later node");
                }
                inputs.add(nodes.get(input).shape());
            }
            if (!node.layer().outputShape(inputs).equals(node.shape())) {
                throw new IllegalArgumentException("wrong shape at " + node.name());
            }
        }
    }

    /** Shape of an image, channels-last. */
    public Shape inputShape() {
        return nodes.getFirst().shape();
    }

    /** Shape of the answer: for a network that classifies a vector with one value per class. */
    public Shape outputShape() {
        return nodes.getLast().shape();
    }

    /**
     * The network that leads to a node, without what does not.
     *
     * @param output index of the node that becomes the last
     */
    public Network upTo(int output) {
        boolean[] needed = new boolean[output + 1];
        needed[0] = true;
        needed[output] = true;
        for (int i = output; i > 0; i--) {
            if (needed[i]) {
                nodes.get(i).inputs().forEach(input -> needed[input] = true);
            }
        }
        int[] place = new int[output + 1];
        List<Node> left = new ArrayList<>();
        for (int i = 0; i <= output; i++) {
            Node node = nodes.get(i);
            place[i] = left.size();
            if (needed[i]) {
                List<Integer> inputs = node.inputs().stream().map(input -> place[input]).toList();
                left.add(new Node(node.name(), node.layer(), inputs, node.shape()));
            }
        }
        return left.size() == nodes.size() ? this : new Network(name, left);
    }

    /** For each node the last that reads it: itself if none does, none at all for the output. */
    public int[] lastUses() {
        int[] lastUse = new int[nodes.size()];
        for (int i = 0; i < lastUse.length; i++) {
            lastUse[i] = i;
            for (int input : nodes.get(i).inputs()) {
                lastUse[input] = i;
            }
        }
        lastUse[lastUse.length - 1] = lastUse.length;
        return lastUse;
    }

    /** Number of trained values: kernels, biases and the four vectors of batch normalisations. */
    public long parameters() {
        return nodes.stream().mapToLong(node -> parameters(node.layer())).sum();
    }

    /** Number of trained values of one layer. */
    public static long parameters(Layer layer) {
        return switch (layer) {
            case Layer.Convolution c -> (long) c.kernel().length + c.bias().length;
            case Layer.Dense d -> (long) d.weights().length + d.bias().length;
            case Layer.BatchNormalization b -> 4L * b.channels();
            case Layer.ChannelAffine a -> 2L * a.scale().length;
            case Layer.Input _ -> 0;
            case Layer.Relu _ -> 0;
            case Layer.Activation _ -> 0;
            case Layer.Softmax _ -> 0;
            case Layer.Pooling _ -> 0;
            case Layer.Rearrangement _ -> 0;
            case Layer.Resampling _ -> 0;
            case Layer.Sum _ -> 0;
            case Layer.Concatenation _ -> 0;
            case Layer.Identity _ -> 0;
        };
    }

    /** Builds a network node by node, computing shapes as it goes. */
    public static final class Builder {
        private final List<Node> nodes = new ArrayList<>();

        /** Starts with the input. */
        public Builder(Shape input) {
            nodes.add(new Node("input", new Layer.Input(input), List.of(), input));
        }

        /**
         * Adds a layer.
         *
         * @return its index, for use as an input of later ones
         */
        public int add(String name, Layer layer, int... inputs) {
            List<Integer> list = new ArrayList<>();
            List<Shape> shapes = new ArrayList<>();
            for (int input : inputs) {
                list.add(input);
                shapes.add(nodes.get(input).shape());
            }
            nodes.add(new Node(name, layer, list, layer.outputShape(shapes)));
            return nodes.size() - 1;
        }

        /** The nodes added so far, the input first. */
        public List<Node> nodes() {
            return List.copyOf(nodes);
        }

        /**
         * Shape of a node's output.
         *
         * @param node as {@link #add} returned it; 0 is the input
         */
        public Shape shape(int node) {
            return nodes.get(node).shape();
        }

        /** The network of the nodes added, the last of them its output. */
        public Network build(String name) {
            return new Network(name, nodes);
        }
    }
}
