package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.GraphOrder;
import org.eccexplorer.channelsfirst.InputShapes;
import org.eccexplorer.channelsfirst.Refusals;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Conventions.Precision;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The graph of an exported program, turned into a network operation by operation. */
final class ExportedGraph {
    private static final String PREFIX = "torch.ops.aten.";

    private final String where;
    private final JsonNode graph;
    private final String input;
    private final Refusals refusals;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<JsonNode> nodes = new ArrayList<>();

    ExportedGraph(String where, JsonNode graph, JsonNode signature) throws ProblemException {
        this.where = where;
        this.graph = graph;
        refusals = new Refusals(where);
        List<String> inputs = new ArrayList<>();
        for (JsonNode spec : signature.path("input_specs")) {
            JsonNode parameter = spec.path("parameter");
            JsonNode buffer = spec.path("buffer");
            JsonNode user = spec.path("user_input").path("arg").path("as_tensor");
            if (!parameter.isMissingNode()) {
                parameters.put(
                        parameter.path("arg").path("name").asText(),
                        parameter.path("parameter_name").asText());
            } else if (!buffer.isMissingNode()) {
                parameters.put(
                        buffer.path("arg").path("name").asText(),
                        buffer.path("buffer_name").asText());
            } else if (!user.isMissingNode()) {
                inputs.add(user.path("name").asText());
            }
        }
        if (inputs.size() != 1 || graph.path("outputs").size() != 1) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("channelsfirst.notOneInputAndOutput"),
                    Texts.text(
                            "channelsfirst.inputsAndOutputs",
                            Numbers.count(inputs.size()),
                            Numbers.count(graph.path("outputs").size())),
                    Texts.text("channelsfirst.exportOneInput"));
        }
        input = inputs.getFirst();
        graph.path("nodes").forEach(nodes::add);
        keepUsedParameters();
    }

    private void keepUsedParameters() {
        Set<String> used = new HashSet<>();
        for (JsonNode node : nodes) {
            for (JsonNode argument : node.path("inputs")) {
                used.add(argument.path("arg").path("as_tensor").path("name").asText());
            }
        }
        parameters.keySet().retainAll(used);
    }

    /** The trained tensors that are used: name in the graph, name in the weights. */
    Map<String, String> parameters() {
        return parameters;
    }

    private static String target(JsonNode node) {
        String target = node.path("target").asText();
        return target.startsWith(PREFIX) ? target.substring(PREFIX.length()) : target;
    }

    /** The names of what it makes: one tensor, or a list of them. */
    private static List<String> outputs(JsonNode node) {
        JsonNode made = node.path("outputs").path(0);
        List<String> names = new ArrayList<>();
        made.path("as_tensors").forEach(tensor -> names.add(tensor.path("name").asText()));
        if (names.isEmpty()) {
            names.add(made.path("as_tensor").path("name").asText());
        }
        return names;
    }

    private static String output(JsonNode node) {
        return outputs(node).getLast();
    }

    /** Whether it normalises by each batch, or drops values. */
    private static boolean isInTraining(JsonNode node) {
        for (JsonNode argument : node.path("inputs")) {
            String name = argument.path("name").asText();
            if (argument.path("arg").path("as_bool").asBoolean()
                    && (name.equals("training") || name.equals("train"))) {
                return true;
            }
        }
        return false;
    }

    /** Refuses a model in training mode, and all operations that are not known, at once. */
    void checkOperations() throws ProblemException {
        for (JsonNode node : nodes) {
            if (isInTraining(node)) {
                throw refusals.refusal(output(node), target(node), Unreadable.exportedInTraining());
            }
        }
        for (JsonNode node : nodes) {
            if (ExportedOperations.reader(target(node)) == null) {
                refusals.operation(output(node), operation(node));
            }
        }
        refusals.check();
    }

    /** What PyTorch writes as a pooling over channels, of images, by its name. */
    private String operation(JsonNode node) {
        boolean volumes = nodes.stream().anyMatch(other -> target(other).startsWith("conv3d"));
        return target(node).startsWith("avg_pool3d") && !volumes
                ? "local_response_norm"
                : target(node);
    }

    /**
     * The network.
     *
     * @param weights by the names that the graph uses
     * @param size of the input, where the graph leaves it open; null if not given
     * @throws ProblemException with the first operation that cannot be read
     */
    Network network(Map<String, TrainedTensor> weights, @Nullable Shape size)
            throws ProblemException {
        checkOrder(weights.keySet());
        ChannelsFirst network = InputShapes.network(where, inputShape(), size, false);
        ExportedSizes sizes = new ExportedSizes();
        Map<String, Value> values = new HashMap<>(Map.of(input, network.input()));
        String last = input;
        for (JsonNode node : nodes) {
            ExportedReader reader = Objects.requireNonNull(ExportedOperations.reader(target(node)));
            try {
                List<Value> results =
                        reader.read(
                                new ExportedCall(
                                        node, name(node), values, sizes, weights, network));
                List<String> names = outputs(node);
                for (int i = 0; i < Math.min(names.size(), results.size()); i++) {
                    values.put(names.get(i), results.get(i));
                }
                last = results.isEmpty() ? last : names.getLast();
            } catch (Unreadable reason) {
                throw refusals.refusal(output(node), target(node), reason);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw refusals.refusal(output(node), target(node), Unreadable.doesNotFit(e));
            }
        }
        String result = graph.path("outputs").path(0).path("as_tensor").path("name").asText();
        Value output = values.get(result);
        if (!result.equals(last) || output == null) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("channelsfirst.outputNotLast"),
                    Texts.text("channelsfirst.outputIs", SafeText.text(result)),
                    Texts.text("channelsfirst.exportWhole"));
        }
        try {
            return network.build("model", output);
        } catch (Unreadable reason) {
            throw refusals.refusal(result, "output", reason);
        }
    }

    /** Every value is made once, and before it is read. */
    private void checkOrder(Set<String> weights) throws ProblemException {
        Set<String> given = new HashSet<>(weights);
        given.add(input);
        GraphOrder order =
                new GraphOrder(where, nodes.stream().map(ExportedGraph::outputs).toList(), given);
        for (JsonNode node : nodes) {
            List<String> reads = new ArrayList<>();
            for (JsonNode argument : node.path("inputs")) {
                JsonNode tensors = argument.path("arg");
                reads.add(tensors.path("as_tensor").path("name").asText());
                tensors.path("as_tensors").forEach(one -> reads.add(one.path("name").asText()));
            }
            order.next(reads, outputs(node));
        }
    }

    /** Where it has weights, the module's name in Python; otherwise the operation's. */
    private String name(JsonNode node) {
        for (JsonNode argument : node.path("inputs")) {
            String used = argument.path("arg").path("as_tensor").path("name").asText();
            @Nullable String parameter = parameters.get(used);
            if (parameter != null && parameter.endsWith(".weight")) {
                return parameter.substring(0, parameter.length() - ".weight".length());
            }
        }
        return output(node);
    }

    /** Whether the input has the type uint8. */
    boolean takesBytes() {
        return graph.path("tensor_values").path(input).path("dtype").asInt() == 1;
    }

    /** Half where its input is. */
    Precision precision() {
        return switch (graph.path("tensor_values").path(input).path("dtype").asInt()) {
            case 6 -> Precision.FLOAT16;
            case 13 -> Precision.BFLOAT16;
            default -> Precision.FLOAT32;
        };
    }

    private int[] inputShape() {
        JsonNode sizes = graph.path("tensor_values").path(input).path("sizes");
        int[] shape = new int[sizes.size()];
        for (int d = 1; d < shape.length; d++) {
            shape[d] = sizes.get(d).path("as_int").asInt();
        }
        return shape;
    }
}
