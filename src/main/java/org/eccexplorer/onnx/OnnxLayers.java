package org.eccexplorer.onnx;

import java.util.Set;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.text.Texts;

/** The operations of an ONNX graph that become layers with weights or activations. */
final class OnnxLayers {
    /** Numbers of the types float32, float16, float64 and bfloat16 in ONNX. */
    private static final Set<Long> FLOATS = Set.of(1L, 10L, 11L, 16L);

    private OnnxLayers() {}

    static Value convolution(OnnxCall call) throws Unreadable {
        TrainedTensor weight = call.weight(1);
        TrainedTensor kernel = weight.kernel();
        Value x = call.value(0);
        int[] size = {kernel.size(2), kernel.size(3)};
        Sliding sliding = OnnxWindows.sliding(call, size);
        long groups = call.node().integer("group", 1);
        return call.network()
                .convolution(call.name(), x, weight, call.weightIfAny(2), sliding, groups);
    }

    /** α·A·B + β·C with a trained B, which may come transposed, and a trained C. */
    static Value gemm(OnnxCall call) throws Unreadable {
        OnnxNode node = call.node();
        if (node.integer("transA", 0) != 0) {
            throw new Unreadable(Texts.text("onnx.gemmIsTransposed"));
        }
        TrainedTensor given = call.weight(1).matrix().times(node.real("alpha", 1));
        TrainedTensor weight = node.integer("transB", 0) == 1 ? given : given.transposed();
        TrainedTensor bias = call.weightIfAny(2);
        return call.network()
                .dense(
                        call.name(),
                        call.value(0),
                        weight,
                        bias == null
                                ? null
                                : bias.times(node.real("beta", 1)).repeated(weight.size(0)));
    }

    static Value product(OnnxCall call) throws Unreadable {
        TrainedTensor weight = call.weight(1).matrix().transposed();
        return call.network().dense(call.name(), call.value(0), weight, null);
    }

    static Value normalization(OnnxCall call) throws Unreadable {
        if (call.node().integer("training_mode", 0) != 0) {
            throw Unreadable.exportedInTraining();
        }
        if (call.node().integer("spatial", 1) != 1) {
            throw new Unreadable(Texts.text("onnx.normalisesEachPixel"));
        }
        return call.network()
                .normalization(
                        call.name(),
                        call.value(0),
                        call.weight(1),
                        call.weight(2),
                        call.weight(3),
                        call.weight(4),
                        // Stored as float: 1e-5 comes as 9.999999747378752e-06.
                        Double.parseDouble(
                                Float.toString((float) call.node().real("epsilon", 1e-5f))));
    }

    static Value relu(OnnxCall call) throws Unreadable {
        return call.network().relu(call.name(), call.value(0), Double.POSITIVE_INFINITY);
    }

    static Value clip(OnnxCall call) throws Unreadable {
        double low = bound(call, 1, "min", Double.NEGATIVE_INFINITY);
        double high = bound(call, 2, "max", Double.POSITIVE_INFINITY);
        return low == 0
                ? call.network().relu(call.name(), call.value(0), high)
                : call.network()
                        .activation(
                                call.name(), call.value(0), ActivationFunctions.clamp(low, high));
    }

    private static double bound(OnnxCall call, int input, String attribute, double otherwise)
            throws Unreadable {
        if (call.node().input(input).isEmpty()) {
            return call.node().real(attribute, otherwise);
        }
        TrainedTensor bound = call.weight(input);
        if (bound.values().length != 1) {
            throw new Unreadable(Texts.text("onnx.boundIsNotOneNumber", attribute));
        }
        return bound.values()[0];
    }

    /** The larger of a value and 0. */
    static Value maximum(OnnxCall call) throws Unreadable {
        TrainedTensor bound = call.optional(1);
        if (call.node().inputs().size() != 2 || bound == null || !bound.isNumber(0)) {
            throw new Unreadable(Texts.text("onnx.maximumNotWithZero"));
        }
        return relu(call);
    }

    static Value softmax(OnnxCall call) throws Unreadable {
        return softmax(call, false);
    }

    static Value logarithmicSoftmax(OnnxCall call) throws Unreadable {
        return softmax(call, true);
    }

    private static Value softmax(OnnxCall call, boolean logarithm) throws Unreadable {
        long axis = call.node().integer("axis", -1);
        return call.network().softmax(call.name(), call.value(0), axis, logarithm);
    }

    /** Does nothing but in training, which its third input says. */
    static Value dropout(OnnxCall call) throws Unreadable {
        long[] training = call.values().integers(call.node().input(2));
        boolean given = !call.node().input(2).isEmpty();
        if (given && (training == null || training.length != 1 || training[0] != 0)) {
            throw Unreadable.exportedInTraining();
        }
        return call.network().identity(call.name(), call.value(0), "dropout");
    }

    static Value identity(OnnxCall call) throws Unreadable {
        return call.network().identity(call.name(), call.value(0), "identity");
    }

    /** Whether a type of this number in ONNX is one of floats. */
    static boolean isFloat(long type) {
        return FLOATS.contains(type);
    }

    static Value cast(OnnxCall call) throws Unreadable {
        if (!isFloat(call.node().integer("to", 1))) {
            throw new Unreadable(Texts.text("onnx.castOfValues"));
        }
        return call.network().identity(call.name(), call.value(0), "cast");
    }
}
