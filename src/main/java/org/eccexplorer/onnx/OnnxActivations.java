package org.eccexplorer.onnx;

import java.util.Set;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;

/** The activation functions of an ONNX graph other than ReLU, with the defaults of ONNX. */
final class OnnxActivations {
    static final Set<String> NAMES =
            Set.of(
                    "LeakyRelu",
                    "PRelu",
                    "Elu",
                    "Selu",
                    "Celu",
                    "HardSigmoid",
                    "HardSwish",
                    "Gelu",
                    "Mish",
                    "Swish",
                    "Sigmoid",
                    "Tanh",
                    "Softplus",
                    "Softsign",
                    "Exp",
                    "Abs",
                    "Pow",
                    "Erf",
                    "ThresholdedRelu");

    private OnnxActivations() {}

    static Value read(OnnxCall call) throws Unreadable {
        OnnxNode node = call.node();
        if (node.operation().equals("PRelu")) {
            return call.network().parametric(call.name(), call.value(0), call.weight(1));
        }
        return call.network().activation(call.name(), call.value(0), function(call));
    }

    private static Layer.Activation function(OnnxCall call) throws Unreadable {
        OnnxNode node = call.node();
        return switch (node.operation()) {
            case "LeakyRelu" -> ActivationFunctions.leaky(node.real("alpha", 0.01f));
            case "Elu" -> ActivationFunctions.elu(node.real("alpha", 1));
            case "Celu" -> ActivationFunctions.celu(node.real("alpha", 1));
            case "Selu" ->
                    ActivationFunctions.elu(
                            "SELU",
                            node.real("alpha", 1.6732632f),
                            node.real("gamma", 1.050701f),
                            1);
            case "HardSigmoid" ->
                    ActivationFunctions.hardSigmoid(
                            node.real("alpha", 0.2f), node.real("beta", 0.5f));
            case "Gelu" -> ActivationFunctions.gelu(node.text("approximate").equals("tanh"));
            case "Pow" -> power(call);
            case "ThresholdedRelu" -> ActivationFunctions.threshold(node.real("alpha", 1));
            default -> named(node);
        };
    }

    private static Layer.Activation power(OnnxCall call) throws Unreadable {
        return ActivationFunctions.power(call.number(1))
                .orElseThrow(() -> new Unreadable(Texts.text("channelsfirst.power")));
    }

    private static Layer.Activation named(OnnxNode node) throws Unreadable {
        Layer.Activation function = ActivationFunctions.named(node.operation());
        if (function == null || node.real("alpha", 1) != 1) {
            throw new Unreadable(Texts.text("channelsfirst.isUnknown", node.operation()));
        }
        return function;
    }
}
