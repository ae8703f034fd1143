package org.eccexplorer.onnx;

import org.eccexplorer.channelsfirst.TrainedTensor;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an ONNX graph: float32 weights, or whole numbers that stand for shapes.
 *
 * @param floats the weights; of whole numbers only the shape
 * @param integers of a tensor of whole numbers; empty for one of floats
 * @param type of the whole numbers of a file; null for others
 */
record OnnxTensor(String name, TrainedTensor floats, long[] integers, @Nullable WholeType type) {

    OnnxTensor(String name, TrainedTensor floats, long[] integers) {
        this(name, floats, integers, null);
    }

    /** Whether it holds whole numbers, or nothing at all. */
    boolean isIntegers() {
        return integers.length > 0 || floats.values().length == 0;
    }
}
