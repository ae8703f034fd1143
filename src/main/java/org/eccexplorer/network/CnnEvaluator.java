package org.eccexplorer.network;

import org.eccexplorer.tensor.DenseBackend;

/** Evaluates a CNN as trained. */
public final class CnnEvaluator {
    private final Network network;

    public CnnEvaluator(Network network, DenseBackend backend) {
        this.network = network;
    }

    /** Receives the activation of a node; the array is reused afterwards, so copy what you keep. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param node index of the node
         * @param values count × node shape, channels-last
         */
        void activation(int node, float[] values);
    }

    /**
     * Runs a batch.
     *
     * @param images count × input shape, channels-last, from {@code offset} values on
     * @return count × output shape
     */
    public float[] evaluate(float[] images, int offset, int count, Listener listener) {
        throw new UnsupportedOperationException(network.name());
    }
}
