package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.problem.ProblemException;

/**
 * A reference to an output of a call of a layer.
 *
 * @param node the call as the file numbers it
 * @param keras3 whether it was written in the grammar of Keras 3
 */
record TensorReference(String layer, int node, int tensor, boolean keras3) {

    /**
     * The index of the call among the layer's own. Keras 2 counts a nested model's calls from 1; so
     * does Keras 3, but only for a nested Functional model and only in the list of outputs.
     */
    int index(KerasLayer source, boolean output) {
        if (!source.isModel()) {
            return node;
        }
        boolean fromOne = keras3 ? output && !source.isSequential() : true;
        int index = fromOne ? node - 1 : node;
        int calls = source.inbound().size();
        if (index >= 0 && index < calls) {
            return index;
        }
        // Some versions in between number the other way; only one of the two can be a call.
        return fromOne ? node : node - 1;
    }

    /** A [layer, node, tensor] triple. */
    static TensorReference of(String where, JsonNode triple, boolean keras3)
            throws ProblemException {
        if (triple.size() < 3
                || !triple.get(0).isTextual()
                || !triple.get(1).isInt()
                || !triple.get(2).isInt()) {
            throw Faults.corrupt(
                    where, "A connection between layers is malformed", triple.toString());
        }
        return new TensorReference(
                triple.get(0).asText(), triple.get(1).asInt(), triple.get(2).asInt(), keras3);
    }

    /**
     * One triple, a list of them or a dictionary of them: what input_layers and output_layers hold.
     */
    static List<TensorReference> list(String where, JsonNode node) throws ProblemException {
        boolean keras3 = node.isObject() || (node.size() > 0 && node.get(0).isTextual());
        List<TensorReference> references = new ArrayList<>();
        collect(where, node, keras3, references);
        if (references.isEmpty()) {
            throw Faults.corrupt(where, "The model names no output", "output_layers is " + node);
        }
        return references;
    }

    private static void collect(
            String where, JsonNode node, boolean keras3, List<TensorReference> references)
            throws ProblemException {
        if (node.isArray() && node.size() > 0 && node.get(0).isTextual()) {
            references.add(of(where, node, keras3));
            return;
        }
        for (JsonNode child : node) {
            collect(where, child, keras3, references);
        }
    }
}
