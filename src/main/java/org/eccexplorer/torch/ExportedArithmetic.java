package org.eccexplorer.torch;

import org.eccexplorer.channelsfirst.Arithmetic;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Two tensors added or subtracted, the second perhaps times α; or a tensor and a number or stored
 * tensor.
 */
final class ExportedArithmetic {
    private ExportedArithmetic() {}

    static Value sum(ExportedCall call) throws Unreadable {
        return sum(call, Arithmetic.ADD, 1);
    }

    static Value difference(ExportedCall call) throws Unreadable {
        return sum(call, Arithmetic.SUBTRACT, -1);
    }

    /** A number minus the tensor. */
    static Value reversedDifference(ExportedCall call) throws Unreadable {
        return withConstant(call, Arithmetic.SUBTRACT_FROM, required(call));
    }

    static Value product(ExportedCall call) throws Unreadable {
        TrainedTensor constant = constant(call);
        return constant == null
                ? call.network().product(call.name(), call.value("self"), call.value("other"))
                : withConstant(call, Arithmetic.MULTIPLY, constant);
    }

    static Value quotient(ExportedCall call) throws Unreadable {
        TrainedTensor constant = constant(call);
        return constant == null
                ? call.network().quotient(call.name(), call.value("self"), call.value("other"))
                : withConstant(call, Arithmetic.DIVIDE, constant);
    }

    private static Value sum(ExportedCall call, Arithmetic arithmetic, float sign)
            throws Unreadable {
        TrainedTensor constant = constant(call);
        return constant == null
                ? call.network()
                        .sum(
                                call.name(),
                                call.value("self"),
                                call.value("other"),
                                sign * (float) call.number("alpha", 1))
                : withConstant(call, arithmetic, constant);
    }

    private static Value withConstant(
            ExportedCall call, Arithmetic arithmetic, TrainedTensor constant) throws Unreadable {
        call.require("alpha", 1);
        return arithmetic.addTo(call.network(), call.name(), call.value("self"), constant);
    }

    private static TrainedTensor required(ExportedCall call) throws Unreadable {
        TrainedTensor constant = constant(call);
        if (constant == null) {
            throw new Unreadable(Texts.text("channelsfirst.valuesMultiplied"));
        }
        return constant;
    }

    /** The second operand, if it is a number or a stored tensor. */
    private static @Nullable TrainedTensor constant(ExportedCall call) {
        double number = call.number("other", Double.NaN);
        return Double.isNaN(number)
                ? call.optional("other")
                : new TrainedTensor(new float[] {(float) number}, new int[0]);
    }
}
