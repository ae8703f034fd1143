package org.eccexplorer.onnx;

import org.eccexplorer.channelsfirst.TrainedTensor;

/**
 * A constant of an ONNX graph: float32 weights, or whole numbers that stand for shapes.
 *
 * @param floats the weights; of whole numbers only the shape
 * @param integers of a tensor of whole numbers; empty for one of floats
 */
record OnnxTensor(String name, TrainedTensor floats, long[] integers) {

    /** Whether it holds whole numbers, or nothing at all. */
    boolean isIntegers() {
        return integers.length > 0 || floats.values().length == 0;
    }
}
