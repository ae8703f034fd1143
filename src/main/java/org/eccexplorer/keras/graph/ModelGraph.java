package org.eccexplorer.keras.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.DataFormat;
import org.eccexplorer.keras.config.InboundNode;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.keras.layer.InputRefusal;
import org.eccexplorer.keras.layer.LayerCall;
import org.eccexplorer.keras.layer.LayerClasses;
import org.eccexplorer.keras.layer.LayerReader;
import org.eccexplorer.keras.layer.Recipe;
import org.eccexplorer.keras.layer.Stage;
import org.eccexplorer.keras.layer.Value;
import org.eccexplorer.network.Layer;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Flattens a tree of models into steps in topological order and works out every shape. Whatever
 * cannot be read is collected, so that a user learns of all of it at once, before any weight is
 * read.
 */
public final class ModelGraph {
    private final String where;
    private final boolean planes;
    private final boolean old;
    private final LayerRefusals refusals;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();

    private ModelGraph(String where, boolean planes, boolean old) {
        this.where = where;
        this.planes = planes;
        this.old = old;
        refusals = new LayerRefusals(where);
    }

    /**
     * The steps of a model.
     *
     * @param size of the input, for a model that leaves it open; null if not given
     * @param version of Keras that saved it; empty if unknown
     * @throws ProblemException with one problem for each fault of each layer that cannot be read
     */
    public static Plan of(String where, KerasLayer model, @Nullable Shape size, String version)
            throws ProblemException {
        boolean planes = DataFormat.isChannelsFirst(model);
        ModelGraph graph = new ModelGraph(where, planes, isOld(version));
        Value input = InputShape.of(where, model, planes, size);
        Recipe recipe = new Recipe.Ready(new Layer.Input(input.shape()));
        Value start =
                graph.append(
                        model,
                        "input",
                        List.of(),
                        new Stage("", input.shape(), input.rank(), recipe));
        List<Value> outputs = graph.call(InboundNode.implied(model, 1), List.of(start));
        if (outputs.size() != 1) {
            graph.refusals.outputs(model);
        }
        graph.refusals.throwIfAny();
        return Plan.leadingTo(where, outputs.getFirst().step(), graph.steps);
    }

    private static boolean isOld(String version) {
        return version.startsWith("1.") || version.startsWith("2.");
    }

    /** Applies a layer or a model to its inputs. */
    private List<Value> call(InboundNode node, List<Value> inputs) throws ProblemException {
        KerasLayer layer = node.layer();
        if (!layer.isModel()) {
            return List.of(plain(node, inputs));
        }
        if (layer.isSequential()) {
            List<Value> values = inputs;
            for (KerasLayer child : layer.children()) {
                values =
                        child.isInput()
                                ? values
                                : call(InboundNode.implied(child, values.size()), values);
            }
            return values;
        }
        return new FunctionalModel(where, layer)
                .run(
                        inputs,
                        (inner, values) -> {
                            inner.refusal().ifPresent(why -> refusals.add(inner.layer(), why));
                            return call(inner, values);
                        });
    }

    private Value plain(InboundNode node, List<Value> inputs) {
        KerasLayer layer = node.layer();
        LayerReader reader = LayerClasses.reader(layer, node.arguments());
        if (reader == null) {
            refusals.unknownClass(layer);
            return Value.refused();
        }
        if (inputs.isEmpty()) {
            refusals.add(layer, Texts.text("keras.graph.layerWithoutInput"));
            return Value.refused();
        }
        boolean guessed = inputs.stream().anyMatch(Value::isRefused);
        LayerConfig config = new LayerConfig(node.settings());
        try {
            List<Stage> stages = reader.read(new LayerCall(config, inputs, planes, old));
            checkSoftmax(layer, inputs, stages);
            refusals.checkPrecision(layer, stages);
            config.complaints().forEach(why -> refusals.add(layer, why));
            return guessed ? Value.refused() : append(layer, inputs, stages);
        } catch (InputRefusal refusal) {
            if (!guessed) {
                refusals.add(layer, refusal.why());
            }
        } catch (Refusal refusal) {
            refusals.add(layer, refusal.why());
        } catch (ArithmeticException e) {
            refusals.tooLarge(layer);
        }
        return Value.refused();
    }

    /** Behind a softmax only such layers stand as leave its values as they are. */
    private void checkSoftmax(KerasLayer layer, List<Value> inputs, List<Stage> stages) {
        for (Value input : inputs) {
            KerasLayer softmax = input.isRefused() ? null : softmaxBehind(input.step());
            if (softmax != null && !stages.stream().allMatch(Stage::onlyMoves)) {
                refusals.softmaxInside(softmax, layer);
            }
        }
    }

    /** The softmax whose values a step gives, perhaps moved; null if it gives others. */
    private @Nullable KerasLayer softmaxBehind(int index) {
        Step step = steps.get(index);
        if (step.stage().isSoftmax()) {
            return step.owner();
        }
        return step.stage().onlyMoves() && step.inputs().size() == 1
                ? softmaxBehind(step.inputs().getFirst())
                : null;
    }

    private Value append(KerasLayer layer, List<Value> inputs, List<Stage> stages) {
        List<Integer> from = inputs.stream().map(Value::step).toList();
        Value last = inputs.getFirst();
        for (Stage stage : stages) {
            refusals.checkSize(layer, stage.shape());
            last = append(layer, layer.path() + stage.suffix(), from, stage);
            from = List.of(last.step());
        }
        return last;
    }

    /** A layer that is called again gets a name of its own: "conv", "conv#2". */
    private Value append(KerasLayer owner, String name, List<Integer> from, Stage stage) {
        int use = uses.merge(name, 1, Integer::sum);
        String unique = SafeText.line(use == 1 ? name : name + "#" + use);
        steps.add(new Step(owner, unique, from, stage));
        return new Value(steps.size() - 1, stage.shape(), stage.rank());
    }
}
