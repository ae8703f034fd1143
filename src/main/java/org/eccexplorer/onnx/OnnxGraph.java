package org.eccexplorer.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.Refusals;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Turns an ONNX graph into a network, operation by operation. */
final class OnnxGraph {
    /** Stands for the open number of images in a computed shape. */
    static final long BATCH = Long.MIN_VALUE;

    private final String where;
    private final List<OnnxNode> nodes;
    private final Map<String, OnnxTensor> constants;
    private final Map<String, Value> made = new HashMap<>();

    /** Shapes that the graph computes while it runs, such as that of a flattening. */
    private final Map<String, long[]> shapes = new HashMap<>();

    private final ChannelsFirst network;

    OnnxGraph(
            String where,
            List<OnnxNode> nodes,
            Map<String, OnnxTensor> constants,
            String input,
            Shape shape) {
        this.where = where;
        this.nodes = nodes;
        this.constants = constants;
        network = new ChannelsFirst(shape);
        made.put(input, network.input());
        constants.forEach(this::keepIntegers);
    }

    private void keepIntegers(String name, OnnxTensor tensor) {
        if (tensor.isIntegers()) {
            shapes.put(name, tensor.integers());
        }
    }

    Network network(String output) throws ProblemException {
        Refusals refusals = new Refusals(where);
        for (OnnxNode node : nodes) {
            if (!OnnxOperation.KNOWN.contains(node.operation())
                    && !OnnxShapes.KNOWN.contains(node.operation())) {
                refusals.operation(node.outputs().getFirst(), node.operation());
            }
        }
        refusals.check();
        Value last = network.input();
        for (OnnxNode node : nodes) {
            String result = node.outputs().getFirst();
            try {
                if (!OnnxShapes.compute(node, this, shapes)) {
                    List<Value> values = new OnnxOperation(node, this, name(node)).addTo(network);
                    for (int i = 0; i < values.size() && i < node.outputs().size(); i++) {
                        made.put(node.outputs().get(i), values.get(i));
                        last = values.get(i);
                    }
                }
            } catch (Unreadable reason) {
                throw refusals.because(result, reason);
            }
        }
        Value end = made.get(output);
        if (end == null || !end.equals(last)) {
            throw ModelFaults.unsupported(
                    where,
                    "The output is not the last operation",
                    "the output is \"%s\"".formatted(SafeText.text(output)),
                    "Export it whole");
        }
        try {
            return network.build("model", end);
        } catch (Unreadable reason) {
            throw refusals.because(output, reason);
        }
    }

    /** Where it has weights of a name, the module's; otherwise that of its result. */
    private static String name(OnnxNode node) {
        for (String input : node.inputs()) {
            if (input.endsWith(".weight")) {
                return input.substring(0, input.length() - ".weight".length());
            }
        }
        String result = node.outputs().getFirst();
        return result.replaceFirst("^/", "").replaceFirst("_output_0$", "");
    }

    /** The node that makes a value. */
    Value node(String value) throws Unreadable {
        Value node = made.get(value);
        if (node == null) {
            throw new Unreadable("it reads " + value + ", which no known operation makes");
        }
        return node;
    }

    boolean isMade(String value) {
        return made.containsKey(value);
    }

    /** The trained tensor of this name, null if it is none. */
    @Nullable TrainedTensor weight(String name) {
        OnnxTensor tensor = constants.get(name);
        return tensor == null || tensor.isIntegers() ? null : tensor.floats();
    }

    TrainedTensor requiredWeight(String name) throws Unreadable {
        TrainedTensor tensor = weight(name);
        if (tensor == null) {
            throw new Unreadable("its weight is not stored in the model");
        }
        return tensor;
    }

    void keep(String name, OnnxTensor tensor) {
        constants.put(name, tensor);
        keepIntegers(name, tensor);
    }

    /** Another name for a constant. */
    void alias(String name, String constant) throws Unreadable {
        OnnxTensor tensor = constants.get(constant);
        if (tensor == null) {
            throw new Unreadable("it reads " + constant + ", which no known operation makes");
        }
        keep(name, tensor);
    }

    long @Nullable [] integers(String name) {
        return shapes.get(name);
    }

    /** Whether a constant is one number without dimensions. */
    boolean isScalar(String name) {
        OnnxTensor tensor = constants.get(name);
        return tensor != null && tensor.floats().shape().length == 0;
    }

    /** The shape of a value as ONNX sees it: (N, C, H, W), or (N, C). */
    long[] shapeOf(String value) throws Unreadable {
        int[] dims = node(value).arrangement().dims();
        long[] shape = new long[dims.length + 1];
        shape[0] = BATCH;
        for (int d = 0; d < dims.length; d++) {
            shape[d + 1] = dims[d];
        }
        return shape;
    }
}
