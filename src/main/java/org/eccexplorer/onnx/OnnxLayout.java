package org.eccexplorer.onnx;

import java.util.List;
import java.util.Set;

/** Whether the input of a graph has its channels last, as models of Keras and TensorFlow do. */
final class OnnxLayout {
    /** What stands between an input and the first layer. */
    private static final Set<String> BEFORE =
            Set.of(
                    "Cast",
                    "Identity",
                    "Mul",
                    "Add",
                    "Sub",
                    "Div",
                    "QuantizeLinear",
                    "DequantizeLinear");

    /** What does not say where the channels are. */
    private static final Set<String> FLATTENING = Set.of("Reshape", "Flatten", "Squeeze", "Shape");

    private static final int COLOURS = 3;
    private static final int MOST_CHANNELS = 4;

    private OnnxLayout() {}

    static boolean isChannelsLast(List<OnnxNode> nodes, String input, int[] dims) {
        if (dims.length != 3 && dims.length != 4) {
            return false;
        }
        String value = input;
        for (OnnxNode node : nodes) {
            if (!node.inputs().contains(value)) {
                continue;
            }
            if (BEFORE.contains(node.operation())) {
                value = node.outputs().getFirst();
                continue;
            }
            if (node.operation().equals("Transpose")) {
                return node.attributes().get("perm") instanceof long[] order && isToFront(order);
            }
            // Flattened, both give the same values; these are no planes of a few columns.
            return FLATTENING.contains(node.operation())
                    && dims.length == 4
                    && (dims[3] == 1 || dims[3] == COLOURS)
                    && dims[1] > MOST_CHANNELS
                    && dims[2] > MOST_CHANNELS;
        }
        return false;
    }

    /** (N, H, W, C) to (N, C, H, W), or (N, L, C) to (N, C, L). */
    private static boolean isToFront(long[] order) {
        if (order.length < 3 || order[0] != 0 || order[1] != order.length - 1) {
            return false;
        }
        for (int d = 2; d < order.length; d++) {
            if (order[d] != d - 1) {
                return false;
            }
        }
        return true;
    }
}
