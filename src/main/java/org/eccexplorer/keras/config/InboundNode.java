package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One call of a layer.
 *
 * @param index of the call among the layer's
 * @param settings those of the layer; of an operator of Keras 2, those of this call
 * @param refusal an argument that would change the result
 */
public record InboundNode(
        KerasLayer layer,
        int index,
        List<Argument> arguments,
        JsonNode settings,
        Optional<String> refusal) {
    public InboundNode {
        arguments = List.copyOf(arguments);
    }

    /** A call that no file spells out: the next layer of a Sequential model. */
    public static InboundNode implied(KerasLayer layer, int inputs) {
        Argument tensor = new Argument.Tensor(new TensorReference("", 0, 0));
        return new InboundNode(
                layer, 0, Collections.nCopies(inputs, tensor), layer.config(), Optional.empty());
    }

    /** What it reads, in order. */
    public List<TensorReference> inputs() {
        List<TensorReference> inputs = new ArrayList<>();
        for (Argument argument : arguments) {
            switch (argument) {
                case Argument.Tensor tensor -> inputs.add(tensor.reference());
                case Argument.Constant _, Argument.Part _ -> {}
            }
        }
        return inputs;
    }

    /** All calls of a layer, in the grammar of Keras 2 or 3. */
    public static List<InboundNode> of(String where, KerasLayer layer) throws ProblemException {
        List<InboundNode> nodes = new ArrayList<>();
        for (JsonNode call : layer.inbound()) {
            List<Argument> arguments = new ArrayList<>();
            if (TensorFlowCall.isOne(layer.node())) {
                JsonNode settings = function(where, call, arguments);
                nodes.add(
                        new InboundNode(
                                layer, nodes.size(), arguments, settings, Optional.empty()));
                continue;
            }
            Optional<String> refusal =
                    isKeras3(call)
                            ? keras3(where, layer, call, arguments)
                            : keras2(where, call, arguments);
            nodes.add(new InboundNode(layer, nodes.size(), arguments, layer.config(), refusal));
        }
        return nodes;
    }

    /** Keras 3 writes a call as {"args": …, "kwargs": …}, Keras 2 as a list of triples. */
    public static boolean isKeras3(JsonNode call) {
        return call.isObject();
    }

    private static Optional<String> keras3(
            String where, KerasLayer layer, JsonNode call, List<Argument> arguments)
            throws ProblemException {
        Optional<String> refusal = Optional.empty();
        for (JsonNode value : call.path("args")) {
            Argument operand = layer.isOperator() ? operand(layer, value) : null;
            if (operand != null) {
                arguments.add(operand);
            } else if (!collect(where, value, arguments) && !LayerConfig.isIdle(value)) {
                refusal =
                        Optional.of(
                                Texts.text("keras.config.calledWithValue", SafeText.json(value)));
            }
        }
        for (var named : call.path("kwargs").properties()) {
            boolean input = named.getKey().equals("inputs");
            // Keras writes it for every augmentation, and yet does not augment when it predicts.
            boolean usual = named.getKey().equals("training") && Augmentations.contain(layer);
            if (!usual
                    && !(input && collect(where, named.getValue(), arguments))
                    && !LayerConfig.isIdle(named.getValue())) {
                refusal = Optional.of(calledWith(named.getKey(), named.getValue()));
            }
        }
        return refusal;
    }

    private static @Nullable Argument operand(KerasLayer layer, JsonNode value) {
        return layer.className().equals("GetItem") && value.isArray()
                ? new Argument.Part(value)
                : Constants.of(value);
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

    private static Optional<String> keras2(String where, JsonNode call, List<Argument> arguments)
            throws ProblemException {
        Optional<String> refusal = Optional.empty();
        for (JsonNode triple : call) {
            arguments.add(new Argument.Tensor(TensorReference.of(where, triple)));
            for (var named : triple.path(3).properties()) {
                if (!LayerConfig.isIdle(named.getValue())) {
                    refusal = Optional.of(calledWith(named.getKey(), named.getValue()));
                }
            }
        }
        return refusal;
    }

    /** The node of a function is one level flatter, unless it takes a list. */
    private static JsonNode function(String where, JsonNode call, List<Argument> arguments)
            throws ProblemException {
        JsonNode settings = MissingNode.getInstance();
        for (JsonNode triple : call.path(0).isTextual() ? List.of(call) : call) {
            settings = TensorFlowCall.read(where, triple, arguments);
        }
        return settings;
    }

    private static String calledWith(String name, JsonNode value) {
        return Texts.text("keras.config.calledWith", SafeText.text(name), SafeText.json(value));
    }
}
