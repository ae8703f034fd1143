package org.eccexplorer.channelsfirst;

import java.util.Locale;
import org.eccexplorer.container.SafeText;

/** Why an operation is not read, of those that CNNs are often made of. */
final class UnknownOperations {
    private UnknownOperations() {}

    /** By the name in PyTorch or ONNX, such as "layer_norm.default" or "LayerNormalization". */
    static String why(String operation) {
        String name = operation.replaceFirst("_?\\..*", "").toLowerCase(Locale.ROOT);
        return SafeText.text(operation)
                + switch (name) {
                    case "layer_norm",
                            "group_norm",
                            "instance_norm",
                            "layernormalization",
                            "groupnormalization",
                            "instancenormalization" ->
                            " divides by what it measures of each image, which no fixed weights do";
                    case "sigmoid",
                            "hardsigmoid",
                            "silu",
                            "hardswish",
                            "gelu",
                            "tanh",
                            "elu",
                            "selu",
                            "leaky_relu",
                            "leakyrelu",
                            "prelu",
                            "mish",
                            "softplus",
                            "swish" ->
                            " is no firing rate, which is never negative and grows linearly;"
                                    + " train with ReLU in its place";
                    case "lstm", "gru", "rnn_tanh" -> " is recurrent";
                    case "scaled_dot_product_attention", "bmm", "einsum" ->
                            " multiplies activations, but currents only add";
                    default -> " is not known";
                };
    }
}
