package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eccexplorer.channelsfirst.Arrangements;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.channelsfirst.Windows;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** An operation of an exported program with its arguments and where it goes. */
final class ExportedCall {
    private final Map<String, JsonNode> arguments = new HashMap<>();
    private final String operation;
    private final String name;
    private final String result;
    private final Map<String, Value> values;
    private final ExportedSizes sizes;
    private final Map<String, TrainedTensor> weights;
    private final ChannelsFirst network;

    /**
     * An operation.
     *
     * @param name of the layer that it becomes
     * @param values made so far, {@code sizes} and {@code weights}: by their names in the graph
     */
    ExportedCall(
            JsonNode node,
            String name,
            Map<String, Value> values,
            ExportedSizes sizes,
            Map<String, TrainedTensor> weights,
            ChannelsFirst network) {
        this.name = name;
        this.values = values;
        this.sizes = sizes;
        this.weights = weights;
        result = node.path("outputs").path(0).path("as_sym_int").path("as_name").asText();
        this.network = network;
        operation = node.path("target").asText();
        node.path("inputs").forEach(i -> arguments.put(i.path("name").asText(), i.path("arg")));
    }

    /** What it does, such as "torch.ops.aten.silu.default". */
    String operation() {
        return operation;
    }

    String name() {
        return name;
    }

    ChannelsFirst network() {
        return network;
    }

    /** What works on rows and columns of images in the network. */
    Windows windows() {
        return new Windows(network);
    }

    /** What moves the values of tensors in the network. */
    Arrangements moves() {
        return new Arrangements(network);
    }

    /** An argument as the JSON has it; a missing node if it is left to its default. */
    JsonNode argument(String argument) {
        return arguments.getOrDefault(argument, MissingNode.getInstance());
    }

    private static String tensor(JsonNode argument) {
        return argument.path("as_tensor").path("name").asText();
    }

    /** The tensor that is worked on, which some operations call self and others input. */
    Value value() throws Unreadable {
        return value(arguments.containsKey("self") ? "self" : "input");
    }

    Value value(String argument) throws Unreadable {
        return made(tensor(argument(argument)));
    }

    /** The tensors of a list. */
    List<Value> values(String argument) throws Unreadable {
        List<Value> all = new ArrayList<>();
        for (JsonNode tensor : argument(argument).path("as_tensors")) {
            all.add(made(tensor.path("name").asText()));
        }
        return all;
    }

    private Value made(String tensor) throws Unreadable {
        Value value = values.get(tensor);
        if (value == null) {
            throw new Unreadable(Texts.text("channelsfirst.notMade", SafeText.text(tensor)));
        }
        return value;
    }

    /** A trained tensor; null if the argument is missing or not one. */
    @Nullable TrainedTensor optional(String argument) {
        return weights.get(tensor(argument(argument)));
    }

    /** A trained tensor that may be left out; one that the graph computes is refused. */
    @Nullable TrainedTensor weightIfAny(String argument) throws Unreadable {
        return tensor(argument(argument)).isEmpty() ? null : weight(argument);
    }

    TrainedTensor weight(String argument) throws Unreadable {
        TrainedTensor tensor = optional(argument);
        if (tensor == null) {
            throw new Unreadable(Texts.text("torch.notTrained", argument));
        }
        return tensor;
    }

    double number(String argument, double otherwise) {
        JsonNode value = argument(argument);
        return value.path("as_float").isNumber()
                ? value.path("as_float").asDouble()
                : value.path("as_int").asDouble(otherwise);
    }

    long whole(String argument, long otherwise) {
        return argument(argument).path("as_int").asLong(otherwise);
    }

    /** The dimension that it works on. */
    long dimension() {
        return whole("dim", 0);
    }

    boolean flag(String argument, boolean otherwise) {
        return argument(argument).path("as_bool").asBoolean(otherwise);
    }

    /** Throws unless an argument has the only value that is read. */
    void require(String argument, double expected) throws Unreadable {
        double value = number(argument, expected);
        if (value != expected) {
            throw new Unreadable(Texts.text("torch.onlyOneValue", argument, value, expected));
        }
    }

    /** Rows, then columns; one number stands for both, or of sequences for columns. */
    int[] pair(String argument, int otherwise) throws Unreadable {
        JsonNode list = argument(argument).path("as_ints");
        if (operation.contains("1d")) {
            int columns = list.isEmpty() ? otherwise : list.get(0).asInt(-1);
            return new int[] {argument.equals("padding") ? 0 : 1, columns};
        }
        if (list.size() > 2) {
            throw new Unreadable(Texts.text("torch.notTwoNumbers", argument));
        }
        int first = list.isEmpty() ? otherwise : list.get(0).asInt(-1);
        int second = list.size() < 2 ? first : list.get(1).asInt(-1);
        return new int[] {first, second};
    }

    /** A list of whole numbers, or one. */
    long[] integers(String argument) {
        JsonNode given = argument(argument);
        JsonNode list = given.path("as_ints");
        long[] values = new long[list.isMissingNode() ? 1 : list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (list.isMissingNode() ? given.path("as_int") : list.get(i)).asLong();
        }
        return values;
    }

    /** Sizes of a tensor, of which that of the batch may be left open. */
    long[] sizes(String argument) throws Unreadable {
        JsonNode list = argument(argument).path("as_sym_ints");
        if (list.isMissingNode()) {
            return integers(argument);
        }
        long[] known = new long[list.size()];
        for (int d = 0; d < known.length; d++) {
            OptionalLong size = sizes.whole(list.get(d));
            if (d > 0 && size.isEmpty()) {
                throw new Unreadable(Texts.text("torch.sizeIsOpen"));
            }
            known[d] = size.orElse(0);
        }
        return known;
    }

    /** A whole number that it works with, if it is known while reading. */
    OptionalLong size(String argument) {
        JsonNode given = argument(argument);
        return sizes.whole(given.has("as_sym_int") ? given.path("as_sym_int") : given);
    }

    /** Keeps a whole number as its result, for later sizes. */
    void keep(long size) {
        sizes.keep(result, size);
    }
}
