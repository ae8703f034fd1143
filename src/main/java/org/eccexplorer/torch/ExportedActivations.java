package org.eccexplorer.torch;

import java.util.List;
import java.util.Objects;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;

/** The activations of an exported program: what cuts off at zero, and softmax. */
final class ExportedActivations {
    /** Those whose names say all. */
    static final List<String> NAMES =
            List.of("silu", "hardswish", "mish", "sigmoid", "tanh", "selu");

    private ExportedActivations() {}

    static Value relu(ExportedCall call) throws Unreadable {
        return upTo(call, Double.POSITIVE_INFINITY);
    }

    static Value relu6(ExportedCall call) throws Unreadable {
        return upTo(call, 6);
    }

    /** x where it exceeds the threshold, otherwise a value. */
    static Value threshold(ExportedCall call) throws Unreadable {
        call.require("value", 0);
        double threshold = call.number("threshold", 0);
        return threshold == 0
                ? relu(call)
                : function(call, ActivationFunctions.threshold(threshold));
    }

    static Value hardTanh(ExportedCall call) throws Unreadable {
        return between(call, call.number("min_val", -1), call.number("max_val", 1));
    }

    static Value clamp(ExportedCall call) throws Unreadable {
        return between(
                call,
                call.number("min", Double.NEGATIVE_INFINITY),
                call.number("max", Double.POSITIVE_INFINITY));
    }

    private static Value between(ExportedCall call, double low, double high) throws Unreadable {
        return low == 0 ? upTo(call, high) : function(call, ActivationFunctions.clamp(low, high));
    }

    private static Value function(ExportedCall call, Layer.Activation function) throws Unreadable {
        return call.network().activation(call.name(), call.value(), function);
    }

    static Value leaky(ExportedCall call) throws Unreadable {
        return function(call, ActivationFunctions.leaky(call.number("negative_slope", 0.01)));
    }

    /** With random slopes in training and their mean afterwards. */
    static Value randomised(ExportedCall call) throws Unreadable {
        double slope = (call.number("lower", 1.0 / 8) + call.number("upper", 1.0 / 3)) / 2;
        return function(call, ActivationFunctions.leaky(slope));
    }

    static Value parametric(ExportedCall call) throws Unreadable {
        TrainedTensor slope = call.weight("weight");
        return call.network().parametric(call.name(), call.value(), slope.values());
    }

    static Value elu(ExportedCall call) throws Unreadable {
        return function(
                call,
                ActivationFunctions.elu(
                        "ELU",
                        call.number("alpha", 1),
                        call.number("scale", 1),
                        call.number("input_scale", 1)));
    }

    static Value celu(ExportedCall call) throws Unreadable {
        return function(call, ActivationFunctions.celu(call.number("alpha", 1)));
    }

    static Value gelu(ExportedCall call) throws Unreadable {
        String approximate = call.argument("approximate").path("as_string").asText();
        return function(call, ActivationFunctions.gelu(approximate.equals("tanh")));
    }

    static Value hardSigmoid(ExportedCall call) throws Unreadable {
        return function(call, ActivationFunctions.hardSigmoid(1.0 / 6, 0.5));
    }

    static Value softPlus(ExportedCall call) throws Unreadable {
        return function(call, ActivationFunctions.softPlus(call.number("beta", 1)));
    }

    static Value power(ExportedCall call) throws Unreadable {
        return function(
                call,
                ActivationFunctions.power(call.number("exponent", Double.NaN))
                        .orElseThrow(() -> new Unreadable(Texts.text("channelsfirst.power"))));
    }

    /** One whose name says all. */
    static Value named(ExportedCall call) throws Unreadable {
        String name = call.operation().replaceFirst(".*aten\\.", "").replaceFirst("_?\\..*", "");
        return function(call, Objects.requireNonNull(ActivationFunctions.named(name)));
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
}
