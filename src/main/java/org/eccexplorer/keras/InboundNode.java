package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.container.Shown;
import org.eccexplorer.problem.ProblemException;

/**
 * One call of a layer inside a Functional model.
 *
 * @param index of the call among the layer's
 * @param refusal an argument that would change the result
 */
record InboundNode(
        KerasLayer layer, int index, List<Argument> arguments, Optional<String> refusal) {
    InboundNode {
        arguments = List.copyOf(arguments);
    }

    /** What it reads, in order. */
    List<TensorReference> inputs() {
        List<TensorReference> inputs = new ArrayList<>();
        for (Argument argument : arguments) {
            switch (argument) {
                case Argument.Tensor tensor -> inputs.add(tensor.reference());
                case Argument.Constant _ -> {}
            }
        }
        return inputs;
    }

    /** All calls of a layer, in the grammar of Keras 2 or 3. */
    static List<InboundNode> of(String where, KerasLayer layer) throws ProblemException {
        List<InboundNode> nodes = new ArrayList<>();
        for (JsonNode call : layer.inbound()) {
            List<Argument> arguments = new ArrayList<>();
            Optional<String> refusal =
                    isKeras3(call)
                            ? keras3(where, layer, call, arguments)
                            : keras2(where, layer, call, arguments);
            nodes.add(new InboundNode(layer, nodes.size(), arguments, refusal));
        }
        return nodes;
    }

    /** Keras 3 writes a call as {"args": …, "kwargs": …}, Keras 2 as a list of triples. */
    static boolean isKeras3(JsonNode call) {
        return call.isObject();
    }

    private static Optional<String> keras3(
            String where, KerasLayer layer, JsonNode call, List<Argument> arguments)
            throws ProblemException {
        Optional<String> refusal = Optional.empty();
        for (JsonNode value : call.path("args")) {
            if (value.isNumber() && layer.isOperator()) {
                arguments.add(new Argument.Constant(value.asDouble()));
            } else if (!collect(where, value, arguments) && !LayerConfig.isIdle(value)) {
                refusal = Optional.of("it is called with " + Shown.json(value));
            }
        }
        for (var named : call.path("kwargs").properties()) {
            boolean input = named.getKey().equals("inputs");
            if (!(input && collect(where, named.getValue(), arguments))
                    && !LayerConfig.isIdle(named.getValue())) {
                refusal = Optional.of(calledWith(named.getKey(), named.getValue()));
            }
        }
        return refusal;
    }

    /** Adds a tensor, or a list or dictionary of tensors; false if it is neither. */
    private static boolean collect(String where, JsonNode value, List<Argument> arguments)
            throws ProblemException {
        if (value.path("class_name").asText().equals("__keras_tensor__")) {
            JsonNode history = value.path("config").path("keras_history");
            arguments.add(new Argument.Tensor(TensorReference.of(where, history)));
            return true;
        }
        boolean group = value.isArray() || (value.isObject() && !value.has("class_name"));
        boolean all = group && !value.isEmpty();
        for (JsonNode child : group ? value : List.<JsonNode>of()) {
            all &= collect(where, child, arguments);
        }
        return all;
    }

    private static Optional<String> keras2(
            String where, KerasLayer layer, JsonNode call, List<Argument> arguments)
            throws ProblemException {
        Optional<String> refusal = Optional.empty();
        // The node of an operator is one level flatter: a single triple with its arguments.
        boolean single = call.path(0).isTextual();
        for (JsonNode triple : single ? List.of(call) : call) {
            arguments.add(new Argument.Tensor(TensorReference.of(where, triple)));
            for (var named : triple.path(3).properties()) {
                if (!LayerConfig.isIdle(named.getValue())
                        && !layer.className().contains("Lambda")) {
                    refusal = Optional.of(calledWith(named.getKey(), named.getValue()));
                }
            }
        }
        return refusal;
    }

    private static String calledWith(String name, JsonNode value) {
        return "it is called with %s=%s".formatted(Shown.text(name), Shown.json(value));
    }
}
