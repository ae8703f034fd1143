package org.eccexplorer.network.forward;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntPredicate;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.SpareArrays;

/**
 * Evaluates a CNN as trained. Immutable: one evaluator serves many threads. An image's result does
 * not depend on the batch it is in; its last bits may where ND4J multiplies.
 */
public final class CnnEvaluator {
    /** Stands for values that no later node reads, or that nobody asked for. */
    private static final float[] NONE = {};

    private final Network network;
    private final DenseBackend backend;
    private final List<LayerForward> layers = new ArrayList<>();

    /** For each node the last node that reads it; its values are free afterwards. */
    private final int[] lastUse;

    public CnnEvaluator(Network network, DenseBackend backend) {
        this.network = network;
        this.backend = backend;
        lastUse = network.lastUses();
        for (Node node : network.nodes()) {
            layers.add(Forwards.of(node, network, backend));
        }
    }

    private CnnEvaluator(Network network, CnnEvaluator other) {
        this.network = network;
        backend = other.backend;
        lastUse = network.lastUses();
        IdentityHashMap<Layer, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < other.layers.size(); i++) {
            places.put(other.network.nodes().get(i).layer(), i);
        }
        for (Node node : network.nodes()) {
            Integer place = places.get(node.layer());
            layers.add(
                    place != null && isAlike(node, network, place, other.network)
                            ? other.layers.get(place)
                            : Forwards.of(node, network, backend));
        }
    }

    /**
     * Of a network that was made of this one: layers with weights that both have are shared, since
     * their matrices may be large.
     */
    public CnnEvaluator with(Network rewritten) {
        return new CnnEvaluator(rewritten, this);
    }

    /** Whether a layer that both have makes the same of the same. */
    private static boolean isAlike(Node node, Network network, int place, Network other) {
        Node before = other.nodes().get(place);
        return before.inputs().size() == 1
                && node.inputs().size() == 1
                && before.shape().equals(node.shape())
                && other.nodes()
                        .get(before.inputs().getFirst())
                        .shape()
                        .equals(network.nodes().get(node.inputs().getFirst()).shape());
    }

    /** Receives the activation of a node, in the order of the nodes. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The activation of a node for the whole batch.
         *
         * @param node index of the node
         * @param values count × node shape, channels-last; not to be changed, and of that node only
         *     during this call
         */
        void activation(int node, float[] values);
    }

    public Network network() {
        return network;
    }

    /** What multiplies its matrices. */
    public DenseBackend backend() {
        return backend;
    }

    /**
     * Runs a batch.
     *
     * @param images count × input shape, channels-last, from {@code offset} values on
     * @return count × output shape
     */
    public float[] evaluate(float[] images, int offset, int count, Listener listener) {
        SpareArrays spare = new SpareArrays();
        return evaluate(images, offset, count, listener, node -> false, spare)[
                network.nodes().size() - 1];
    }

    /** Runs a batch for its output alone. */
    public float[] evaluate(float[] images, int offset, int count) {
        return evaluate(images, offset, count, (node, values) -> {});
    }

    /**
     * Runs a batch for the activations of some nodes.
     *
     * @param images count × input shape, channels-last, from {@code offset} values on
     * @return for each node that is wanted, and the last, count × node shape; nothing for others
     */
    public float[][] activations(float[] images, int offset, int count, IntPredicate wanted) {
        return activations(images, offset, count, wanted, new SpareArrays());
    }

    /**
     * The same.
     *
     * @param spare arrays of earlier batches, and what is left of this one for the next
     */
    public float[][] activations(
            float[] images, int offset, int count, IntPredicate wanted, SpareArrays spare) {
        return evaluate(images, offset, count, (node, values) -> {}, wanted, spare);
    }

    private float[][] evaluate(
            float[] images,
            int offset,
            int count,
            Listener listener,
            IntPredicate kept,
            SpareArrays spare) {
        float[][] values = new float[network.nodes().size()][];
        for (int i = 0; i < values.length; i++) {
            Node node = network.nodes().get(i);
            int size = count * node.shape().size();
            int own = i;
            IntPredicate free = input -> lastUse[input] == own && !kept.test(input);
            int replaced = replaced(node, free);
            float[] out = replaced < 0 ? spare.take(size) : values[replaced];
            if (i == 0) {
                System.arraycopy(images, offset, out, 0, size);
            } else {
                List<float[]> inputs = node.inputs().stream().map(in -> values[in]).toList();
                layers.get(i).run(inputs, count, out, spare);
            }
            values[i] = out;
            listener.activation(i, out);
            for (int input : node.inputs()) {
                if (free.test(input) && values[input].length > 0) {
                    if (input != replaced) {
                        spare.give(values[input]);
                    }
                    values[input] = NONE;
                }
            }
            if (free.test(i)) {
                spare.give(out);
                values[i] = NONE;
            }
        }
        return values;
    }

    /** The input whose array a node's values take, so that no other is needed; −1 if none. */
    private int replaced(Node node, IntPredicate free) {
        for (int place = 0; place < node.inputs().size(); place++) {
            int input = node.inputs().get(place);
            if (free.test(input) && Forwards.worksInPlace(node, place)) {
                return input;
            }
        }
        return -1;
    }
}
