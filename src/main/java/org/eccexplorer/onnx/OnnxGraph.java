package org.eccexplorer.onnx;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.GraphOrder;
import org.eccexplorer.channelsfirst.Refusals;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Turns an ONNX graph into a network, operation by operation. */
final class OnnxGraph {
    /** What PyTorch writes, besides others, in place of local response normalisation. */
    private static final Set<String> PARTS_OF_RESPONSE = Set.of("Equal", "If");

    private final List<OnnxNode> nodes;
    private final OnnxValues values;
    private final ChannelsFirst network;
    private final Refusals refusals;
    private final String where;

    OnnxGraph(
            String where,
            List<OnnxNode> nodes,
            Map<String, OnnxTensor> constants,
            String input,
            ChannelsFirst network) {
        this.where = where;
        this.nodes = nodes;
        refusals = new Refusals(where);
        this.network = network;
        values = new OnnxValues(constants);
        values.put(input, network.input());
    }

    /**
     * The network up to one of the graph's values.
     *
     * @throws ProblemException with all operations that are not known, or with the first of the
     *     others that cannot be read
     */
    Network network(String output) throws ProblemException {
        checkOrder();
        boolean response = nodes.stream().anyMatch(this::isLocalResponse);
        for (OnnxNode node : nodes) {
            boolean known =
                    OnnxOperations.reader(node.operation()) != null
                            || (response && PARTS_OF_RESPONSE.contains(node.operation()));
            if (isLocalResponse(node) || !known) {
                refusals.operation(
                        node.outputs().getFirst(),
                        isLocalResponse(node) ? "LRN" : node.operation());
            }
        }
        refusals.check();
        checkConstants();
        Value last = network.input();
        for (OnnxNode node : nodes) {
            List<Value> results = read(node);
            values.put(node.outputs(), results);
            last = results.isEmpty() ? last : results.getLast();
        }
        if (!values.isValue(output)) {
            throw notLast(output);
        }
        try {
            if (!values.value(output).equals(last)) {
                throw notLast(output);
            }
            return network.build("model", last);
        } catch (Unreadable reason) {
            throw refusals.refusal(output, "output", reason);
        }
    }

    /** Every value is made once, and before it is read. */
    private void checkOrder() throws ProblemException {
        GraphOrder order =
                new GraphOrder(
                        where, nodes.stream().map(OnnxNode::outputs).toList(), values.given());
        for (OnnxNode node : nodes) {
            order.next(node.inputs(), node.outputs());
        }
    }

    /**
     * The constants that operations read; a single one may be the bound of a Clip that has none.
     */
    private void checkConstants() throws ProblemException {
        for (OnnxNode node : nodes) {
            for (String input : node.inputs()) {
                check(input, values.weight(input));
            }
            OnnxTensor constant = node.tensor("value");
            if (constant != null) {
                check(node.outputs().getFirst(), constant.floats());
            }
        }
    }

    private void check(String name, @Nullable TrainedTensor tensor) throws ProblemException {
        if (tensor != null) {
            TrainedValues.check(
                    where + ", " + SafeText.text(name),
                    tensor.values(),
                    tensor.values().length == 1
                            ? TrainedValues.Rule.BOUND
                            : TrainedValues.Rule.FINITE);
        }
    }

    /** What PyTorch writes in place of LRN: a pooling over channels, of images. */
    private boolean isLocalResponse(OnnxNode node) {
        return node.operation().equals("AveragePool")
                && node.attributes().get("kernel_shape") instanceof long[] sides
                && sides.length == 3
                && nodes.stream().anyMatch(other -> other.operation().equals("Pow"));
    }

    /** Whether the model rounds activations to whole numbers. */
    boolean isRounding() {
        return values.isRounding();
    }

    private List<Value> read(OnnxNode node) throws ProblemException {
        OnnxReader reader = Objects.requireNonNull(OnnxOperations.reader(node.operation()));
        try {
            return reader.read(new OnnxCall(node, values, network, name(node)));
        } catch (Unreadable reason) {
            throw refusals.refusal(node.outputs().getFirst(), node.operation(), reason);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refusals.refusal(
                    node.outputs().getFirst(), node.operation(), Unreadable.doesNotFit(e));
        }
    }

    private ProblemException notLast(String output) {
        return ModelFaults.unsupported(
                where,
                Texts.text("channelsfirst.outputNotLast"),
                Texts.text("channelsfirst.outputIs", SafeText.text(output)),
                Texts.text("channelsfirst.exportWhole"));
    }

    /** Where it has weights of a name, the module's; otherwise that of its result. */
    private static String name(OnnxNode node) {
        for (String input : node.inputs()) {
            if (input.endsWith(".weight")) {
                return input.substring(0, input.length() - ".weight".length());
            }
        }
        String result = node.outputs().getFirst();
        return result.replaceFirst("^/", "").replaceFirst("_output_0$", "");
    }
}
