package org.eccexplorer.onnx;

import java.util.List;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;

/** How one kind of operation is read. */
interface OnnxReader {

    /**
     * Adds what an operation does to the network, or computes the shape that it computes.
     *
     * @return a value for each of its results, in their order; none if they are whole numbers,
     *     which {@link OnnxValues} keeps
     */
    List<Value> read(OnnxCall call) throws Unreadable;

    /** How an operation with one result is read. */
    interface Single {
        Value read(OnnxCall call) throws Unreadable;
    }

    static OnnxReader one(Single reader) {
        return call -> List.of(reader.read(call));
    }

    /** How an operation on shapes is read: it makes whole numbers instead of values. */
    interface Whole {
        void read(OnnxCall call) throws Unreadable;
    }

    static OnnxReader shape(Whole reader) {
        return call -> {
            reader.read(call);
            return List.of();
        };
    }

    /** An operation that works on images as on shapes: told apart by its first input. */
    static OnnxReader either(Whole ofShape, Single ofValue) {
        return call -> call.isValue(0) ? one(ofValue).read(call) : shape(ofShape).read(call);
    }

    /** As {@link #either}, but of a shape only where all inputs are whole numbers. */
    static OnnxReader wholeOr(Whole ofShapes, Single ofValues) {
        return call ->
                call.allAreIntegers() ? shape(ofShapes).read(call) : one(ofValues).read(call);
    }
}
