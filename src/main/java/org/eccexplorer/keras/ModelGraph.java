package org.eccexplorer.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.network.Layer;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a tree of models into steps in topological order and works out every shape. Whatever
 * cannot be read is collected, so that a user learns of all of it at once, before any weight is
 * read.
 */
final class ModelGraph {
    private final String where;
    private final boolean planes;
    private final @Nullable Shape size;
    private final List<Step> steps = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ModelGraph(String where, boolean planes, @Nullable Shape size) {
        this.where = where;
        this.planes = planes;
        this.size = size;
    }

    /**
     * The steps of a model.
     *
     * @param size of the input where the model leaves it open; null if not given
     * @throws ProblemException with one problem for each layer that cannot be read
     */
    static List<Step> of(String where, KerasLayer model, @Nullable Shape size)
            throws ProblemException {
        ModelGraph graph = new ModelGraph(where, DataFormat.isChannelsFirst(model), size);
        Value input = graph.input(model);
        List<Value> outputs = graph.call(model, List.of(input));
        if (outputs.size() != 1) {
            graph.refuse(
                    model,
                    "it has %d outputs".formatted(outputs.size()),
                    "Save a model with one output");
        } else if (outputs.getFirst().step() != graph.steps.size() - 1
                && graph.problems.isEmpty()) {
            throw Faults.corrupt(
                    where, "Some layers do not lead to the output", "see the last layer");
        }
        if (!graph.problems.isEmpty()) {
            throw new ProblemException(graph.problems);
        }
        return graph.steps;
    }

    /** The image: from the first InputLayer, or from the first layer's batch_input_shape. */
    private Value input(KerasLayer model) throws ProblemException {
        List<KerasLayer> inputs = inputLayers(model);
        if (inputs.size() > 1) {
            throw Faults.unsupported(
                    where,
                    "The model has %d inputs".formatted(inputs.size()),
                    String.join(", ", inputs.stream().map(KerasLayer::name).toList()),
                    "Save a model with one input");
        }
        KerasLayer holder = inputs.isEmpty() ? first(model) : inputs.getFirst();
        Value input = InputShape.of(where, holder, planes, size);
        Shape shape = Objects.requireNonNull(input.shape());
        Stage stage = Stage.plain(new Layer.Input(shape), shape, input.rank());
        steps.add(new Step(model, "input", List.of(), stage));
        return input;
    }

    private KerasLayer first(KerasLayer model) throws ProblemException {
        KerasLayer layer = model;
        while (layer.isModel()) {
            if (layer.children().isEmpty()) {
                throw Faults.corrupt(where, "The model has no layers", "an empty list");
            }
            List<KerasLayer> inputs = inputLayers(layer);
            layer = inputs.isEmpty() ? layer.children().getFirst() : inputs.getFirst();
        }
        return layer;
    }

    private static List<KerasLayer> inputLayers(KerasLayer model) {
        return model.children().stream().filter(KerasLayer::isInput).toList();
    }

    /** Applies a layer or a model to its inputs. */
    private List<Value> call(KerasLayer layer, List<Value> inputs) throws ProblemException {
        if (!layer.isModel()) {
            return List.of(plain(layer, inputs));
        }
        if (layer.isSequential()) {
            List<Value> values = inputs;
            for (KerasLayer child : layer.children()) {
                values = child.isInput() ? values : call(child, values);
            }
            return values;
        }
        return functional(layer, inputs);
    }

    private List<Value> functional(KerasLayer model, List<Value> inputs) throws ProblemException {
        Map<String, KerasLayer> byName = new HashMap<>();
        Map<String, List<Value>> results = new HashMap<>();
        List<InboundNode> waiting = new ArrayList<>();
        int next = 0;
        for (KerasLayer layer : model.children()) {
            byName.put(layer.name(), layer);
            if (layer.isInput()) {
                if (next >= inputs.size()) {
                    throw Faults.corrupt(where, "A nested model lacks an input", layer.path());
                }
                results.put(key(layer.name(), 0), List.of(inputs.get(next++)));
            } else {
                waiting.addAll(InboundNode.of(where, layer));
            }
        }
        // Nodes may name layers that stand later in the list: pass over them until nothing moves.
        boolean moved = true;
        while (moved && !waiting.isEmpty()) {
            moved = false;
            for (var nodes = waiting.iterator(); nodes.hasNext(); ) {
                InboundNode node = nodes.next();
                List<Value> arguments = arguments(node, byName, results);
                if (arguments != null) {
                    nodes.remove();
                    moved = true;
                    node.refusal().ifPresent(why -> refuse(node.layer(), why, "Remove it"));
                    results.put(
                            key(node.layer().name(), node.index()), call(node.layer(), arguments));
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw Faults.corrupt(
                    where,
                    "The layers are not connected to the input",
                    "a cycle or a missing layer at "
                            + LayerTree.printable(waiting.getFirst().layer().path()));
        }
        return outputs(model, byName, results);
    }

    private @Nullable List<Value> arguments(
            InboundNode node, Map<String, KerasLayer> byName, Map<String, List<Value>> results)
            throws ProblemException {
        List<Value> arguments = new ArrayList<>();
        for (TensorReference reference : node.inputs()) {
            Value value = value(reference, byName, results, false);
            if (value == null) {
                return null;
            }
            arguments.add(value);
        }
        return arguments;
    }

    private @Nullable Value value(
            TensorReference reference,
            Map<String, KerasLayer> byName,
            Map<String, List<Value>> results,
            boolean output)
            throws ProblemException {
        KerasLayer source = byName.get(reference.layer());
        if (source == null) {
            throw Faults.corrupt(
                    where,
                    "A connection names a layer that does not exist",
                    "\"" + LayerTree.printable(reference.layer()) + "\"");
        }
        int index = reference.index(source, output);
        int calls = source.isInput() ? 1 : source.inbound().size();
        if (index < 0 || index >= calls) {
            throw Faults.corrupt(
                    where,
                    "A connection names a call that does not exist",
                    "call %d of %s, which has %d"
                            .formatted(reference.node(), source.path(), calls));
        }
        List<Value> values = results.get(key(source.name(), index));
        if (values == null) {
            return null;
        }
        if (reference.tensor() < 0 || reference.tensor() >= values.size()) {
            throw Faults.corrupt(
                    where,
                    "A connection names an output that does not exist",
                    "output %d of %s".formatted(reference.tensor(), source.path()));
        }
        return values.get(reference.tensor());
    }

    private List<Value> outputs(
            KerasLayer model, Map<String, KerasLayer> byName, Map<String, List<Value>> results)
            throws ProblemException {
        List<Value> outputs = new ArrayList<>();
        for (TensorReference reference :
                TensorReference.list(where, model.config().path("output_layers"))) {
            Value value = value(reference, byName, results, true);
            if (value == null) {
                throw Faults.corrupt(where, "The output is not connected", reference.layer());
            }
            outputs.add(value);
        }
        return outputs;
    }

    private static String key(String layer, int node) {
        return layer + "\n" + node;
    }

    private Value plain(KerasLayer layer, List<Value> inputs) {
        int rank = inputs.isEmpty() ? 0 : inputs.getFirst().rank();
        Value unknown = new Value(-1, null, rank);
        LayerReader reader = LayerClasses.reader(layer);
        if (reader == null) {
            refuse(
                    layer,
                    "layers of the class %s are not supported"
                            .formatted(LayerTree.printable(layer.className())),
                    LayerClasses.remedy(layer.className()));
            return unknown;
        }
        String dtype = DataFormat.refusedPrecision(layer);
        if (dtype != null) {
            refuse(layer, dtype, "Save the model with float32 weights");
            return unknown;
        }
        if (inputs.stream().anyMatch(input -> input.shape() == null)) {
            return unknown;
        }
        LayerConfig config = new LayerConfig(layer.config());
        try {
            List<Stage> stages = reader.read(config, inputs, planes);
            String unread = config.unread();
            if (unread != null) {
                throw new LayerConfig.Refusal(
                        "its setting %s is not supported".formatted(LayerTree.printable(unread)));
            }
            return append(layer, inputs, stages);
        } catch (LayerConfig.Refusal refusal) {
            refuse(layer, refusal.why(), "Change this layer and train again");
        } catch (ArithmeticException e) {
            refuse(
                    layer,
                    "its output would have more than 2 billion values",
                    "Use a smaller layer");
        }
        return unknown;
    }

    private Value append(KerasLayer layer, List<Value> inputs, List<Stage> stages) {
        List<Integer> from = inputs.stream().map(Value::step).toList();
        Value last = inputs.getFirst();
        for (Stage stage : stages) {
            steps.add(new Step(layer, layer.path() + stage.suffix(), from, stage));
            last = new Value(steps.size() - 1, stage.shape(), stage.rank());
            from = List.of(last.step());
        }
        return last;
    }

    private void refuse(KerasLayer layer, String why, String remedy) {
        Problem problem =
                new Problem(
                        Problem.Kind.UNSUPPORTED,
                        "%s, layer %s (%s)"
                                .formatted(
                                        where,
                                        LayerTree.printable(layer.path()),
                                        LayerTree.printable(layer.className())),
                        "This layer cannot be read",
                        why,
                        remedy);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
