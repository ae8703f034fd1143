package org.eccexplorer.torch;

import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;

/** The activations of an exported program: what cuts off at zero, and softmax. */
final class ExportedActivations {
    private ExportedActivations() {}

    static Value relu(ExportedCall call) throws Unreadable {
        return upTo(call, Double.POSITIVE_INFINITY);
    }

    static Value relu6(ExportedCall call) throws Unreadable {
        return upTo(call, 6);
    }

    static Value clampMinimum(ExportedCall call) throws Unreadable {
        requireFromZero(call.number("min", Double.NEGATIVE_INFINITY));
        return relu(call);
    }

    /** x where it exceeds the threshold, otherwise a value. */
    static Value threshold(ExportedCall call) throws Unreadable {
        call.require("threshold", 0);
        call.require("value", 0);
        return relu(call);
    }

    static Value hardTanh(ExportedCall call) throws Unreadable {
        requireFromZero(call.number("min_val", -1));
        return upTo(call, call.number("max_val", 1));
    }

    static Value clamp(ExportedCall call) throws Unreadable {
        requireFromZero(call.number("min", Double.NEGATIVE_INFINITY));
        return upTo(call, call.number("max", Double.POSITIVE_INFINITY));
    }

    private static void requireFromZero(double low) throws Unreadable {
        if (low != 0) {
            throw Unreadable.notFromZero(low);
        }
    }

    private static Value upTo(ExportedCall call, double ceiling) throws Unreadable {
        return call.network().relu(call.name(), call.value("self"), ceiling);
    }

    static Value softmax(ExportedCall call) throws Unreadable {
        return softmax(call, false);
    }

    static Value logarithmicSoftmax(ExportedCall call) throws Unreadable {
        return softmax(call, true);
    }

    private static Value softmax(ExportedCall call, boolean logarithm) throws Unreadable {
        long dimension = call.whole("dim", 1);
        return call.network().softmax(call.name(), call.value("self"), dimension, logarithm);
    }

    static Value sigmoid(ExportedCall call) throws Unreadable {
        return call.network().sigmoid(call.name(), call.value("self"));
    }
}
