package org.eccexplorer.onnx;

import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What an operation that is written gives.
 *
 * @param name of it in the graph
 * @param vector whether it is (N, values), not (N, channels, height, width)
 * @param flattened the shape whose values, by channel, row, column, a vector holds in place of
 *     those of its own by row, column, channel; null if its order is its own
 */
record OnnxResult(String name, boolean vector, @Nullable Shape flattened) {
    OnnxResult(String name, boolean vector) {
        this(name, vector, null);
    }
}
