package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Moves what scales channels behind maximum pooling, so that gates stand behind neurons: the same
 * CNN, since the maximum of γ·x + β is γ·max(x) + β, and where γ is negative γ·min(x) + β. The
 * minimum is written as −max(−x).
 */
final class PoolingOrder {
    private final Network network;
    private final List<Node> nodes = new ArrayList<>();

    /** For each node of the network its place in the new one. */
    private final int[] place;

    private PoolingOrder(Network network) {
        this.network = network;
        place = new int[network.nodes().size()];
    }

    /**
     * The same network, each maximum pooling right behind its ReLU where only scaling is between.
     */
    static Network of(Network network) {
        PoolingOrder order = new PoolingOrder(network);
        List<List<Integer>> moved = new ArrayList<>();
        boolean[] waits = new boolean[network.nodes().size()];
        for (int i = 0; i < waits.length; i++) {
            List<Integer> chain = order.scalingBefore(i);
            moved.add(chain);
            chain.forEach(node -> waits[node] = true);
        }
        if (moved.stream().allMatch(List::isEmpty)) {
            return network;
        }
        for (int i = 0; i < waits.length; i++) {
            if (!moved.get(i).isEmpty()) {
                order.addSwapped(i, moved.get(i));
            } else if (!waits[i]) {
                Node node = network.nodes().get(i);
                order.place[i] = order.add(node.name(), node.layer(), order.inputs(node));
            }
        }
        return new Network(network.name(), order.nodes);
    }

    /**
     * The scalings between a ReLU and a maximum pooling, first to last; none if there are others.
     */
    private List<Integer> scalingBefore(int pooling) {
        List<Integer> chain = new ArrayList<>();
        if (!isMaximum(network.nodes().get(pooling).layer())) {
            return chain;
        }
        boolean scales = false;
        int at = network.nodes().get(pooling).inputs().getFirst();
        while (factors(network.nodes().get(at).layer()) != null && readers(at) == 1) {
            chain.addFirst(at);
            scales |= !(network.nodes().get(at).layer() instanceof Layer.Identity);
            at = network.nodes().get(at).inputs().getFirst();
        }
        Layer before = network.nodes().get(at).layer();
        boolean fires = before instanceof Layer.Relu || isMaximum(before);
        return scales && fires ? chain : List.of();
    }

    private long readers(int node) {
        return network.nodes().stream().filter(n -> n.inputs().contains(node)).count();
    }

    private static boolean isMaximum(Layer layer) {
        return layer instanceof Layer.Pooling pooling
                && pooling.kind() == Layer.Pooling.Kind.MAXIMUM;
    }

    /** What a layer multiplies channels by, up to a positive number; null for other layers. */
    private static float @Nullable [] factors(Layer layer) {
        return switch (layer) {
            case Layer.BatchNormalization normalization -> normalization.gamma();
            case Layer.ChannelAffine affine -> affine.scale();
            case Layer.Identity _ -> new float[0];
            case Layer.Input _ -> null;
            case Layer.Convolution _ -> null;
            case Layer.Dense _ -> null;
            case Layer.Relu _ -> null;
            case Layer.Activation _ -> null;
            case Layer.Softmax _ -> null;
            case Layer.Pooling _ -> null;
            case Layer.Rearrangement _ -> null;
            case Layer.Resampling _ -> null;
            case Layer.Sum _ -> null;
            case Layer.Concatenation _ -> null;
        };
    }

    private void addSwapped(int pooling, List<Integer> chain) {
        Node node = network.nodes().get(pooling);
        float[] signs = signs(node.shape().channels(), chain);
        boolean falls = false;
        for (float sign : signs) {
            falls |= sign < 0;
        }
        Layer turn = new Layer.ChannelAffine(signs, new float[signs.length]);
        int from = place[network.nodes().get(chain.getFirst()).inputs().getFirst()];
        int at = falls ? add(node.name() + "/falling", turn, List.of(from)) : from;
        at = add(node.name(), node.layer(), List.of(at));
        at = falls ? add(node.name() + "/lowest", turn, List.of(at)) : at;
        for (int scaling : chain) {
            Node moved = network.nodes().get(scaling);
            at = add(moved.name(), moved.layer(), List.of(at));
            place[scaling] = at;
        }
        place[pooling] = at;
    }

    private float[] signs(int channels, List<Integer> chain) {
        float[] signs = new float[channels];
        Arrays.fill(signs, 1);
        for (int scaling : chain) {
            float[] factors = Objects.requireNonNull(factors(network.nodes().get(scaling).layer()));
            for (int c = 0; c < factors.length; c++) {
                signs[c] *= factors[c] < 0 ? -1 : 1;
            }
        }
        return signs;
    }

    private List<Integer> inputs(Node node) {
        return node.inputs().stream().map(input -> place[input]).toList();
    }

    private int add(String name, Layer layer, List<Integer> inputs) {
        List<Shape> shapes = inputs.stream().map(input -> nodes.get(input).shape()).toList();
        nodes.add(new Node(name, layer, inputs, layer.outputShape(shapes)));
        return nodes.size() - 1;
    }
}
