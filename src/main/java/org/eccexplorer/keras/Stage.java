package org.eccexplorer.keras;

import java.util.List;
import java.util.function.Function;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/**
 * One layer of the network to be, its shape known and its weights not yet read. A Keras layer can
 * be several: a convolution with an activation, a separable convolution.
 *
 * @param suffix added to the Keras layer's name where it becomes several
 * @param make from the weights in the order of {@code weights}
 */
record Stage(
        String suffix,
        Shape shape,
        int rank,
        List<WeightSpec> weights,
        Function<List<float[]>, Layer> make) {

    /** A stage without weights. */
    static Stage plain(Layer layer, Shape shape, int rank) {
        return new Stage("", shape, rank, List.of(), weights -> layer);
    }
}
