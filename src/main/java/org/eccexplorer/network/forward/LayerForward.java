package org.eccexplorer.network.forward;

import java.util.List;
import org.eccexplorer.tensor.SpareArrays;

/** The forward pass of one layer over a batch. */
@FunctionalInterface
interface LayerForward {
    /**
     * Computes the layer.
     *
     * @param inputs count × input shape each
     * @param out count × output shape, of any values; one of the inputs where {@link
     *     Forwards#worksInPlace} says that it may be
     * @param spare for arrays that are needed meanwhile
     */
    void run(List<float[]> inputs, int count, float[] out, SpareArrays spare);
}
