package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A network that takes (rows, columns) and flattens them before anything else sees them, as the
 * best known example of Keras does, takes images of one channel: its rows are no steps of a
 * sequence.
 */
public final class FlattenedImages {
    private FlattenedImages() {}

    /**
     * The same network with images of one channel as input, if it flattens its input first;
     * otherwise the network itself.
     *
     * @param planes whether the rows were read as channels, as of (N, rows, columns) in PyTorch;
     *     otherwise the columns were
     */
    public static Network of(Network network, boolean planes) {
        Shape from = network.inputShape();
        if (from.height() != 1 || from.width() == 1 || from.channels() == 1) {
            return network;
        }
        List<Node> nodes = new ArrayList<>(network.nodes());
        Shape image =
                planes
                        ? new Shape(from.channels(), from.width(), 1)
                        : new Shape(from.width(), from.channels(), 1);
        nodes.set(0, new Node(nodes.getFirst().name(), new Layer.Input(image), List.of(), image));
        int at = 0;
        while (true) {
            int next = onlyReader(network, at);
            if (next < 0 || network.nodes().get(next).inputs().size() != 1) {
                return network;
            }
            Node node = network.nodes().get(next);
            if (node.layer() instanceof Layer.Rearrangement flatten && flatten.to().isVector()) {
                nodes.set(next, flattening(node, flatten, image, planes));
                return new Network(network.name(), nodes);
            }
            Layer same = ofOneChannel(node.layer());
            if (same == null) {
                return network;
            }
            nodes.set(next, new Node(node.name(), same, node.inputs(), image));
            at = next;
        }
    }

    private static int onlyReader(Network network, int index) {
        int reader = -1;
        for (int i = 0; i < network.nodes().size(); i++) {
            if (network.nodes().get(i).inputs().contains(index)) {
                if (reader >= 0) {
                    return -1;
                }
                reader = i;
            }
        }
        return reader;
    }

    /** What does the same to every value; null for what does not. */
    private static @Nullable Layer ofOneChannel(Layer layer) {
        if (layer instanceof Layer.Identity) {
            return layer;
        }
        if (!(layer instanceof Layer.ChannelAffine affine)) {
            return null;
        }
        for (int c = 0; c < affine.scale().length; c++) {
            if (affine.scale()[c] != affine.scale()[0]
                    || affine.offset()[c] != affine.offset()[0]) {
                return null;
            }
        }
        return new Layer.ChannelAffine(
                new float[] {affine.scale()[0]}, new float[] {affine.offset()[0]});
    }

    private static Node flattening(
            Node node, Layer.Rearrangement flatten, Shape image, boolean planes) {
        int[] source = flatten.source().clone();
        if (planes) {
            // What was read as channel c of step l is column l of row c.
            for (int i = 0; i < source.length; i++) {
                int channels = flatten.from().channels();
                int moved = source[i] % channels * image.width() + source[i] / channels;
                source[i] = source[i] < 0 ? source[i] : moved;
            }
        }
        return new Node(
                node.name(),
                new Layer.Rearrangement(flatten.kind(), image, flatten.to(), source),
                node.inputs(),
                node.shape());
    }
}
