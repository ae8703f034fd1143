package org.eccexplorer.keras.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.InboundNode;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.config.TensorReference;
import org.eccexplorer.keras.layer.Value;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Follows the connections of a Functional model: calls each layer as soon as everything that it
 * reads is there, in whatever order the file lists them.
 */
final class FunctionalModel {
    private final String where;
    private final KerasLayer model;
    private final boolean keras3;
    private final Map<String, KerasLayer> byName = new HashMap<>();
    private final Map<Call, List<Value>> results = new HashMap<>();

    /** Applies a layer to what it is called with. */
    @FunctionalInterface
    interface Caller {
        List<Value> call(InboundNode node, List<Value> inputs) throws ProblemException;
    }

    /** A call of a layer, by the index among its own. */
    private record Call(String layer, int index) {}

    FunctionalModel(String where, KerasLayer model) {
        this.where = where;
        this.model = model;
        keras3 =
                model.children().stream()
                        .anyMatch(layer -> InboundNode.isKeras3(layer.inbound().path(0)));
        model.children().forEach(layer -> byName.put(layer.name(), layer));
    }

    /**
     * Runs through the model.
     *
     * @param inputs one for each of its input layers, in the order of its list of inputs
     * @return its outputs, in the order of its list of outputs
     */
    List<Value> run(List<Value> inputs, Caller caller) throws ProblemException {
        bind(inputs);
        Deque<InboundNode> ready = new ArrayDeque<>();
        for (KerasLayer layer : model.children()) {
            ready.addAll(InboundNode.of(where, layer));
        }
        Map<Call, List<InboundNode>> blocked = new HashMap<>();
        for (InboundNode node = ready.poll(); node != null; node = ready.poll()) {
            Call missing = missing(node);
            if (missing != null) {
                blocked.computeIfAbsent(missing, call -> new ArrayList<>()).add(node);
                continue;
            }
            List<Value> values = new ArrayList<>();
            for (TensorReference reference : node.inputs()) {
                values.add(value(reference, call(reference, false)));
            }
            Call done = new Call(node.layer().name(), node.index());
            results.put(done, caller.call(node, values));
            blocked.getOrDefault(done, List.of()).reversed().forEach(ready::addFirst);
            blocked.remove(done);
        }
        List<Value> outputs = new ArrayList<>();
        for (TensorReference reference :
                TensorReference.list(where, model.config(), "output_layers")) {
            Call call = call(reference, true);
            if (!results.containsKey(call)) {
                throw unconnected(call, blocked);
            }
            outputs.add(value(reference, call));
        }
        return outputs;
    }

    private void bind(List<Value> inputs) throws ProblemException {
        List<TensorReference> entries = TensorReference.list(where, model.config(), "input_layers");
        if (entries.size() != inputs.size()) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.wrongInputCount"),
                    Texts.text(
                            "keras.graph.inputCounts",
                            SafeText.text(model.path()),
                            entries.size(),
                            inputs.size()));
        }
        for (int i = 0; i < entries.size(); i++) {
            Call entry = call(entries.get(i), false);
            results.put(entry, List.of(inputs.get(i)));
        }
    }

    /** The first call that a node reads and that was not made yet; null if there is none. */
    private @Nullable Call missing(InboundNode node) throws ProblemException {
        Call missing = null;
        for (TensorReference reference : node.inputs()) {
            Call call = call(reference, false);
            if (missing == null && !results.containsKey(call)) {
                missing = call;
            }
        }
        return missing;
    }

    private Call call(TensorReference reference, boolean output) throws ProblemException {
        KerasLayer source = byName.get(reference.layer());
        if (source == null) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.noSuchLayer"),
                    "\"" + SafeText.text(reference.layer()) + "\"");
        }
        int index = reference.index(source, keras3, output);
        int calls = source.isInput() ? 1 : source.inbound().size();
        if (index < 0 || index >= calls) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.noSuchCall"),
                    Texts.text(
                            "keras.graph.callOf",
                            reference.call(),
                            SafeText.text(source.path()),
                            calls));
        }
        return new Call(source.name(), index);
    }

    private Value value(TensorReference reference, Call call) throws ProblemException {
        List<Value> values = results.getOrDefault(call, List.of());
        if (reference.tensor() < 0 || reference.tensor() >= values.size()) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.noSuchOutput"),
                    Texts.text(
                            "keras.graph.outputOf",
                            reference.tensor(),
                            SafeText.text(reference.layer()),
                            values.size()));
        }
        return values.get(reference.tensor());
    }

    private ProblemException unconnected(Call output, Map<Call, List<InboundNode>> blocked) {
        List<String> waiting =
                blocked.values().stream()
                        .flatMap(List::stream)
                        .map(node -> SafeText.text(node.layer().name()))
                        .sorted()
                        .distinct()
                        .limit(10)
                        .toList();
        return ModelFaults.corrupt(
                where,
                Texts.text("keras.graph.notConnected"),
                Texts.text(
                        "keras.graph.layersWait",
                        SafeText.text(output.layer()),
                        String.join(", ", waiting)));
    }
}
