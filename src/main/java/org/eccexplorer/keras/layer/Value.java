package org.eccexplorer.keras.layer;

import org.eccexplorer.tensor.Shape;

/**
 * A tensor between layers while a model is being read.
 *
 * @param step index of the step that makes it; {@link #REFUSED} behind a layer that was refused
 * @param shape channels-last
 * @param rank as Keras counts it, with the batch: 2 for vectors, 3 for sequences, 4 for images
 */
public record Value(int step, Shape shape, int rank) {
    private static final int REFUSED = -1;

    /** Rank of one channel of an image, taken with x[..., c]: it can only be stacked again. */
    static final int ONE_CHANNEL = 0;

    /**
     * What a refused layer gives: of no known shape, so that only settings are judged behind it.
     */
    public static Value refused() {
        return new Value(REFUSED, new Shape(256, 256, 16), 4);
    }

    public boolean isRefused() {
        return step == REFUSED;
    }
}
