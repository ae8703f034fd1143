package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.convert.linear.Current;
import org.eccexplorer.convert.linear.LayerMaps;
import org.eccexplorer.convert.linear.LinearMap;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.ProblemGroups;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Walks the graph of a CNN and gathers, for each ReLU, the affine function of earlier activations
 * that feeds it. Batch normalisation, average pooling, flattening, padding, skip connections and
 * concatenations all vanish into these functions, exactly.
 */
final class Unfolding {
    private final Network network;
    private final ConversionOptions options;
    private final Map<Integer, Current> currents = new HashMap<>();
    private final List<RateLayer> layers = new ArrayList<>();
    private final List<LayerNote> notes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** For each node the name of the last layer with weights on its way, for naming neurons. */
    private final Map<Integer, String> weighted = new HashMap<>();

    private Unfolding(Network network, ConversionOptions options) {
        this.network = network;
        this.options = options;
    }

    /** The result: spiking layers in order, the last the output, and a note on every CNN layer. */
    record Result(List<RateLayer> layers, List<LayerNote> notes) {}

    /**
     * @throws ProblemException naming every layer that has no spiking counterpart
     */
    static Result of(Network network, ConversionOptions options) throws ProblemException {
        Unfolding unfolding = new Unfolding(network, options);
        int[] lastUse = network.lastUses();
        for (int i = 0; i < network.nodes().size(); i++) {
            unfolding.visit(i);
            for (int input : network.nodes().get(i).inputs()) {
                if (lastUse[input] == i) {
                    unfolding.currents.remove(input);
                }
            }
        }
        if (unfolding.problems.isEmpty()) {
            unfolding.finish();
        }
        if (!unfolding.problems.isEmpty()) {
            throw new ProblemException(ProblemGroups.byReason(unfolding.problems));
        }
        return new Result(List.copyOf(unfolding.layers), List.copyOf(unfolding.notes));
    }

    private void visit(int index) {
        Node node = network.nodes().get(index);
        List<Current> inputs = new ArrayList<>();
        for (int input : node.inputs()) {
            Current current = currents.get(input);
            if (current == null) {
                return; // behind a layer that was refused already
            }
            inputs.add(current);
        }
        weighted.put(index, nameOf(node));
        try {
            Current current = convert(index, node, inputs);
            if (current != null) {
                currents.put(index, current);
            }
        } catch (IllegalArgumentException tooLarge) {
            refuse(
                    node,
                    String.valueOf(tooLarge.getMessage()),
                    Texts.text("convert.tooLarge.remedy"));
        }
    }

    private String nameOf(Node node) {
        boolean hasWeights =
                node.layer() instanceof Layer.Convolution || node.layer() instanceof Layer.Dense;
        boolean joins = node.inputs().size() != 1;
        return hasWeights || joins
                ? node.name()
                : weighted.getOrDefault(node.inputs().getFirst(), node.name());
    }

    private @Nullable Current convert(int index, Node node, List<Current> inputs) {
        return switch (node.layer()) {
            case Layer.Input input -> Current.of(-1, input.shape());
            case Layer.Convolution layer -> {
                note(node, Action.KEPT, Texts.text("convert.kept.convolution"));
                Current input =
                        inOrder(node, inputs.getFirst(), Texts.text("convert.what.convolution"));
                yield input == null
                        ? null
                        : input.then(LayerMaps.convolution(layer, input.shape(), node.shape()))
                                .plus(layer.bias());
            }
            case Layer.Dense layer -> {
                note(node, Action.KEPT, Texts.text("convert.kept.dense"));
                Shape from = inputs.getFirst().viewed();
                yield inputs.getFirst()
                        .dense(LayerMaps.dense(layer, from, node.shape()))
                        .plus(layer.bias());
            }
            case Layer.BatchNormalization layer -> {
                BatchNormFold fold = BatchNormFold.of(layer, options);
                note(node, Action.FOLDED, fold.explanation());
                yield inputs.getFirst().scaled(fold.factor(), fold.constant());
            }
            case Layer.ChannelAffine layer -> {
                note(node, Action.FOLDED, Texts.text("convert.folded.affine"));
                yield inputs.getFirst().scaled(doubles(layer.scale()), doubles(layer.offset()));
            }
            case Layer.Relu layer -> relu(index, node, layer, inputs.getFirst());
            case Layer.Activation layer -> {
                problems.add(
                        new Problem(
                                Problem.Kind.UNSUPPORTED,
                                Texts.text("convert.layer", node.name()),
                                Texts.text("convert.otherActivation", layer.kind()),
                                Texts.text("convert.otherActivation.why"),
                                Texts.text("convert.otherActivation.remedy")));
                yield null;
            }
            case Layer.Pooling layer -> pooling(index, node, layer, inputs.getFirst());
            case Layer.Rearrangement layer -> rearranged(node, layer, inputs.getFirst());
            case Layer.Resampling layer -> {
                note(node, Action.FOLDED, Texts.text("convert.folded.linear"));
                Current input = inOrder(node, inputs.getFirst(), layer.kind());
                yield input == null ? null : input.then(LayerMaps.resampling(layer));
            }
            case Layer.Sum layer -> {
                note(node, Action.FOLDED, Texts.text("convert.folded.branches"));
                List<Current> ordered = inOrder(node, inputs, Texts.text("convert.what.sum"));
                yield ordered == null ? null : Current.sum(ordered, layer.coefficients());
            }
            case Layer.Concatenation _ -> {
                note(node, Action.FOLDED, Texts.text("convert.folded.branches"));
                List<Current> ordered =
                        inOrder(node, inputs, Texts.text("convert.what.concatenation"));
                yield ordered == null ? null : Current.concatenation(ordered, node.shape());
            }
            case Layer.Identity layer -> {
                note(node, Action.DROPPED, Texts.text("convert.dropped.identity", layer.kind()));
                yield inputs.getFirst();
            }
            case Layer.Softmax _ -> softmax(index, node, inputs.getFirst());
        };
    }

    private @Nullable Current softmax(int index, Node node, Current input) {
        if (index != network.nodes().size() - 1) {
            refuse(
                    node,
                    Texts.text("convert.softmaxInside"),
                    Texts.text("convert.softmaxInside.remedy"));
            return null;
        }
        note(node, Action.DROPPED, Texts.text("convert.dropped.softmax"));
        return input;
    }

    private Current relu(int index, Node node, Layer.Relu layer, Current input) {
        if (input.isBare() && input.bareSource() >= 0) {
            RateLayer source = layers.get(input.bareSource());
            if (!source.belowZero() && source.ceiling() <= layer.ceiling()) {
                note(node, Action.DROPPED, Texts.text("convert.dropped.relu"));
                return input;
            }
        }
        note(node, Action.NEURONS, Texts.text("convert.neurons.relu"));
        return neurons(index, node, Role.RELU, input, layer.ceiling());
    }

    /** Adds a spiking layer fed by {@code input}; what it fires is seen through the same view. */
    private Current neurons(int index, Node node, Role role, Current input, float ceiling) {
        String name = weighted.getOrDefault(index, node.name());
        boolean belowZero =
                role == Role.LINEAR
                        || (role == Role.MAXIMUM_GATE
                                && layers.get(input.bareSource()).belowZero());
        layers.add(
                new RateLayer(
                        unused(name, node.name()),
                        role,
                        input.shape(),
                        input.terms(),
                        input.offset(),
                        index,
                        ceiling,
                        belowZero));
        Current rate = Current.of(layers.size() - 1, input.shape());
        int[] view = input.view();
        return view == null ? rate : rate.permuted(view, input.viewed());
    }

    private String unused(String name, String otherwise) {
        return layers.stream().anyMatch(layer -> layer.name().equals(name)) ? otherwise : name;
    }

    private @Nullable Current pooling(int index, Node node, Layer.Pooling layer, Current seen) {
        Current input = inOrder(node, seen, Texts.text("convert.what.pooling"));
        if (input == null) {
            return null;
        }
        boolean maximum = layer.kind() == Layer.Pooling.Kind.MAXIMUM;
        if (maximum && options.maximumPooling() == MaximumPooling.REFUSE) {
            problems.add(
                    new Problem(
                            Problem.Kind.UNSUPPORTED,
                            Texts.text("convert.layer", node.name()),
                            Texts.text("convert.maximumPooling"),
                            Texts.text("convert.maximumPooling.why"),
                            Texts.text("convert.maximumPooling.remedy")));
            return null;
        }
        LinearMap average = LayerMaps.averagePooling(layer.window(), input.shape(), node.shape());
        if (maximum && options.maximumPooling() == MaximumPooling.GATE) {
            Current source = input;
            float[] signs = signs(node, input);
            if (signs.length > 0) {
                source = Current.of(input.bareSource(), input.shape());
                average = LayerMaps.signed(average, signs);
            } else if (!input.isBare() || input.bareSource() < 0) {
                boolean relu = onlyReluFollows(index);
                source =
                        neurons(
                                node.inputs().getFirst(),
                                node,
                                relu ? Role.RELU : Role.LINEAR,
                                input,
                                relu ? reluAfter(index) : Float.POSITIVE_INFINITY);
            }
            boolean linear = layers.get(source.bareSource()).belowZero();
            note(
                    node,
                    Action.NEURONS,
                    Texts.text(linear ? "convert.neurons.linearGate" : "convert.neurons.gate"));
            weighted.put(index, node.name());
            RateLayer before = layers.get(source.bareSource());
            if (signs.length == 0) {
                return neurons(
                        index, node, Role.MAXIMUM_GATE, source.then(average), before.ceiling());
            }
            // The next node turns the falling channels back: its values are what the gates pass.
            return neurons(
                            index + 1,
                            node,
                            Role.MAXIMUM_GATE,
                            source.then(average),
                            before.ceiling())
                    .scaled(doubles(signs), new double[signs.length]);
        }
        if (options.averagePooling() == AveragePooling.SPIKING
                && input.isBare()
                && input.bareSource() >= 0
                && !layers.get(input.bareSource()).belowZero()) {
            note(node, Action.NEURONS, Texts.text("convert.neurons.average"));
            weighted.put(index, node.name());
            return neurons(
                    index,
                    node,
                    Role.AVERAGE_POOLING,
                    input.then(average),
                    Float.POSITIVE_INFINITY);
        }
        note(node, Action.FOLDED, Texts.text("convert.folded.average"));
        return input.then(average);
    }

    /** 1 or −1 for each channel, where {@link PoolingOrder} turned some of them; none otherwise. */
    private float[] signs(Node pooling, Current input) {
        Node before = network.nodes().get(pooling.inputs().getFirst());
        if (!(before.layer() instanceof Layer.ChannelAffine turn)
                || input.terms().size() != 1
                || input.bareSource() < 0
                || !input.scaled(doubles(turn.scale()), new double[turn.scale().length]).isBare()) {
            return new float[0];
        }
        for (int c = 0; c < turn.scale().length; c++) {
            if (Math.abs(turn.scale()[c]) != 1 || turn.offset()[c] != 0) {
                return new float[0];
            }
        }
        return turn.scale();
    }

    /** A ReLU after maximum pooling gives the same as one before it. */
    private boolean onlyReluFollows(int index) {
        List<Node> following =
                network.nodes().stream().filter(node -> node.inputs().contains(index)).toList();
        return !following.isEmpty()
                && following.stream().allMatch(node -> node.layer() instanceof Layer.Relu);
    }

    private float reluAfter(int index) {
        float ceiling = 0;
        for (Node node : network.nodes()) {
            if (node.inputs().contains(index) && node.layer() instanceof Layer.Relu relu) {
                ceiling = Math.max(ceiling, relu.ceiling());
            }
        }
        return ceiling > 0 ? ceiling : Float.POSITIVE_INFINITY;
    }

    private @Nullable Current rearranged(Node node, Layer.Rearrangement layer, Current input) {
        note(node, Action.FOLDED, Texts.text("convert.folded.moves"));
        LinearMap map = input.view() == null ? LayerMaps.pixelwise(layer) : null;
        if (map != null) {
            return input.then(map);
        }
        if (layer.from().size() == layer.to().size()
                && Arrays.stream(layer.source()).noneMatch(s -> s < 0)) {
            return input.permuted(layer.source(), layer.to());
        }
        Current ordered = inOrder(node, input, layer.kind());
        return ordered == null ? null : ordered.then(LayerMaps.rearrangement(layer));
    }

    private @Nullable List<Current> inOrder(Node node, List<Current> inputs, String what) {
        List<Current> ordered = new ArrayList<>();
        for (Current input : inputs) {
            Current one = inOrder(node, input, what);
            if (one == null) {
                return null;
            }
            ordered.add(one);
        }
        return ordered;
    }

    /** The same without a view, moved by synapses if need be; null if that takes too many. */
    private @Nullable Current inOrder(Node node, Current input, String what) {
        int[] view = input.view();
        if (view == null) {
            return input;
        }
        try {
            return input.withoutView()
                    .then(
                            LayerMaps.rearrangement(
                                    new Layer.Rearrangement(
                                            what, input.shape(), input.viewed(), view)));
        } catch (IllegalArgumentException tooMany) {
            refuse(node, Texts.text("convert.order", what), Texts.text("convert.order.remedy"));
            return null;
        }
    }

    private void finish() {
        int last = network.nodes().size() - 1;
        Node node = network.nodes().get(last);
        int value = node.layer() instanceof Layer.Softmax ? node.inputs().getFirst() : last;
        Current output =
                inOrder(
                        node,
                        Objects.requireNonNull(currents.get(last)),
                        Texts.text("convert.what.output"));
        if (output == null) {
            return;
        }
        if (!output.shape().isVector()) {
            refuse(
                    node,
                    Texts.text("convert.outputShape", output.shape()),
                    Texts.text("convert.outputShape.remedy"));
            return;
        }
        weighted.put(value, unused(weighted.getOrDefault(last, node.name()), "output"));
        neurons(value, node, Role.OUTPUT, output, Float.POSITIVE_INFINITY);
    }

    private void note(Node node, Action action, String explanation) {
        notes.add(new LayerNote(node.name(), action, explanation));
    }

    private void refuse(Node node, String why, String remedy) {
        problems.add(
                new Problem(
                        Problem.Kind.UNSUPPORTED,
                        Texts.text("convert.layer", node.name()),
                        Texts.text("convert.unsupported"),
                        why,
                        remedy));
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
