package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.problem.ProblemException;

/**
 * One call of a layer inside a Functional model.
 *
 * @param index of the call among the layer's
 * @param refusal an argument that would change the result
 */
record InboundNode(
        KerasLayer layer, int index, List<TensorReference> inputs, Optional<String> refusal) {

    /** All calls of a layer, in the grammar of Keras 2 or 3. */
    static List<InboundNode> of(String where, KerasLayer layer) throws ProblemException {
        List<InboundNode> nodes = new ArrayList<>();
        for (JsonNode node : layer.inbound()) {
            nodes.add(
                    node.isObject()
                            ? keras3(where, layer, nodes.size(), node)
                            : keras2(where, layer, nodes.size(), node));
        }
        return nodes;
    }

    private static InboundNode keras3(String where, KerasLayer layer, int index, JsonNode node)
            throws ProblemException {
        List<TensorReference> inputs = new ArrayList<>();
        tensors(where, node.path("args"), inputs);
        tensors(where, node.path("kwargs"), inputs);
        return new InboundNode(layer, index, inputs, refusal(node.path("kwargs")));
    }

    private static void tensors(String where, JsonNode node, List<TensorReference> inputs)
            throws ProblemException {
        if (node.path("class_name").asText().equals("__keras_tensor__")) {
            JsonNode history = node.path("config").path("keras_history");
            inputs.add(TensorReference.of(where, history, true));
            return;
        }
        for (JsonNode child : node) {
            tensors(where, child, inputs);
        }
    }

    private static InboundNode keras2(String where, KerasLayer layer, int index, JsonNode node)
            throws ProblemException {
        List<TensorReference> inputs = new ArrayList<>();
        Optional<String> refusal = Optional.empty();
        // The node of an operator is one level flatter: a single triple with its arguments.
        boolean single = node.size() > 0 && node.get(0).isTextual();
        for (JsonNode triple : single ? List.of(node) : node) {
            inputs.add(TensorReference.of(where, triple, false));
            if (!layer.className().endsWith("Lambda") && refusal.isEmpty()) {
                refusal = refusal(triple.path(3));
            }
        }
        return new InboundNode(layer, index, inputs, refusal);
    }

    private static Optional<String> refusal(JsonNode arguments) {
        for (var argument : arguments.properties()) {
            JsonNode value = argument.getValue();
            boolean idle = value.isNull() || (value.isBoolean() && !value.asBoolean());
            if (!idle && !value.isContainerNode()) {
                return Optional.of(
                        "it is called with %s=%s"
                                .formatted(LayerTree.printable(argument.getKey()), value));
            }
        }
        return Optional.empty();
    }
}
