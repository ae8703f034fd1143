package org.eccexplorer.onnx;

import org.eccexplorer.channelsfirst.Arithmetic;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.text.Texts;

/**
 * Two values added or subtracted; or a value and a constant, such as the bias that a MatMul leaves
 * to an operation of its own.
 */
final class OnnxArithmetic {
    private OnnxArithmetic() {}

    static Value sum(OnnxCall call) throws Unreadable {
        return areValues(call)
                ? call.network().sum(call.name(), call.value(0), call.value(1), 1)
                : isFirst(call) ? behind(call, Arithmetic.ADD) : before(call, Arithmetic.ADD);
    }

    /** Any number of values. */
    static Value total(OnnxCall call) throws Unreadable {
        return call.node().inputs().size() == 2
                ? sum(call)
                : call.network().sum(call.name(), call.allValues());
    }

    static Value difference(OnnxCall call) throws Unreadable {
        return areValues(call)
                ? call.network().sum(call.name(), call.value(0), call.value(1), -1)
                : isFirst(call)
                        ? behind(call, Arithmetic.SUBTRACT)
                        : before(call, Arithmetic.SUBTRACT_FROM);
    }

    static Value product(OnnxCall call) throws Unreadable {
        if (areValues(call)) {
            return call.network().product(call.name(), call.value(0), call.value(1));
        }
        return isFirst(call)
                ? behind(call, Arithmetic.MULTIPLY)
                : before(call, Arithmetic.MULTIPLY);
    }

    static Value quotient(OnnxCall call) throws Unreadable {
        if (areValues(call)) {
            return call.network().quotient(call.name(), call.value(0), call.value(1));
        }
        if (!isFirst(call)) {
            throw new Unreadable(Texts.text("onnx.constantDividedByValues"));
        }
        return behind(call, Arithmetic.DIVIDE);
    }

    private static boolean isFirst(OnnxCall call) {
        return call.isValue(0);
    }

    private static boolean areValues(OnnxCall call) {
        return call.isValue(0) && call.isValue(1);
    }

    /** The constant stands behind the value. */
    private static Value behind(OnnxCall call, Arithmetic operation) throws Unreadable {
        return operation.addTo(call.network(), call.name(), call.value(0), call.weight(1));
    }

    /** The constant stands before the value. */
    private static Value before(OnnxCall call, Arithmetic operation) throws Unreadable {
        return operation.addTo(call.network(), call.name(), call.value(1), call.weight(0));
    }
}
