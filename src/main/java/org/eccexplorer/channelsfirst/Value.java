package org.eccexplorer.channelsfirst;

import org.eccexplorer.tensor.Shape;

/**
 * A tensor that an operation makes: one that a node of the network holds, or one that no node can
 * hold because it is neither a vector nor an image.
 */
public sealed interface Value permits Value.Node, Arrangement {

    /** The value in the order in which PyTorch keeps it. */
    Arrangement arrangement();

    /**
     * A vector or an image that a node of the network makes.
     *
     * @param index of the node in the network
     * @param dimensions without the batch: 1 for (N, C), 2 for sequences, (N, C, L), whose steps
     *     are the columns of one row, 3 for (N, C, H, W), even if it has only one pixel
     */
    record Node(int index, Shape shape, int dimensions) implements Value {
        @Override
        public Arrangement arrangement() {
            return Arrangement.of(this);
        }
    }
}
