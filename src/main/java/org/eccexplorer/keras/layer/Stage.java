package org.eccexplorer.keras.layer;

import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/**
 * One layer of the network to be, its shape known and its weights not yet read. A Keras layer can
 * be several: a convolution with an activation, a separable convolution.
 *
 * @param suffix added to the Keras layer's name where it becomes several
 * @param rank of its output, as Keras counts it, with the batch
 */
public record Stage(String suffix, Shape shape, int rank, Recipe recipe) {

    /** A layer that keeps the shape of its input. */
    static Stage same(Layer layer, Value input) {
        return new Stage("", input.shape(), input.rank(), new Recipe.Ready(layer));
    }

    /** A softmax ends a network: what it gives are no currents any more. */
    public boolean isSoftmax() {
        return recipe instanceof Recipe.Ready(Layer.Softmax _);
    }

    /** Whether it changes no value, as a flatten behind a softmax. */
    public boolean onlyMoves() {
        return recipe instanceof Recipe.Moving
                || recipe instanceof Recipe.Ready(Layer.Identity _)
                || recipe instanceof Recipe.Ready(Layer.Rearrangement _);
    }
}
