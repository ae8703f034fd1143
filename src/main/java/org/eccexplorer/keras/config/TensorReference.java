package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A reference to an output of a call of a layer.
 *
 * @param call as the file numbers it
 * @param tensor which of the outputs of that call
 */
public record TensorReference(String layer, int call, int tensor) {

    /**
     * The index of the call among the layer's own. Keras 2 counts a nested model's calls from 1; so
     * does Keras 3, but only for a nested Functional model and only in the list of outputs.
     *
     * @param keras3 whether the model's connections are in the grammar of Keras 3
     * @param output whether the reference stands in the list of outputs
     */
    public int index(KerasLayer source, boolean keras3, boolean output) {
        if (!source.isModel()) {
            return call;
        }
        boolean fromOne = !keras3 || (output && !source.isSequential());
        int index = fromOne ? call - 1 : call;
        boolean exists = index >= 0 && index < source.inbound().size();
        // Some versions in between count the other way; where one is impossible it is the other.
        return exists || !fromOne ? index : call;
    }

    /** A [layer, call, tensor] triple. */
    static TensorReference of(String where, JsonNode triple) throws ProblemException {
        if (!triple.path(0).isTextual() || !triple.path(1).isInt() || !triple.path(2).isInt()) {
            throw ModelFaults.corrupt(
                    where, Texts.text("keras.config.badConnection"), SafeText.json(triple));
        }
        return new TensorReference(
                triple.get(0).asText(), triple.get(1).asInt(), triple.get(2).asInt());
    }

    /** One triple, a list of them or a dictionary: what input_layers and output_layers hold. */
    public static List<TensorReference> list(String where, JsonNode config, String key)
            throws ProblemException {
        List<TensorReference> references = new ArrayList<>();
        collect(where, config.path(key), references);
        if (references.isEmpty()) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.config.endsMissing"),
                    Texts.text("keras.config.listOfEnds", key, SafeText.json(config.path(key))));
        }
        return references;
    }

    private static void collect(String where, JsonNode node, List<TensorReference> references)
            throws ProblemException {
        if (node.isArray() && node.path(0).isTextual()) {
            references.add(of(where, node));
            return;
        }
        for (JsonNode child : node) {
            collect(where, child, references);
        }
    }
}
