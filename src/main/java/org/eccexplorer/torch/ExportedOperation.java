package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** One operation of an exported program, with its arguments. */
final class ExportedOperation {
    static final Set<String> KNOWN =
            Set.of(
                    "conv2d.default",
                    "conv2d.padding",
                    "linear.default",
                    "batch_norm.default",
                    "relu.default",
                    "relu_.default",
                    "relu6.default",
                    "relu6_.default",
                    "hardtanh.default",
                    "hardtanh_.default",
                    "clamp.default",
                    "clamp_.default",
                    "clamp_min.default",
                    "avg_pool2d.default",
                    "adaptive_avg_pool2d.default",
                    "mean.dim",
                    "max_pool2d.default",
                    "flatten.using_ints",
                    "view.default",
                    "reshape.default",
                    "add.Tensor",
                    "add_.Tensor",
                    "sub.Tensor",
                    "cat.default",
                    "softmax.int",
                    "log_softmax.int",
                    "dropout.default",
                    "dropout_.default",
                    "feature_dropout.default",
                    "contiguous.default",
                    "clone.default",
                    "alias.default",
                    "detach.default");

    private final String target;
    private final Map<String, JsonNode> arguments = new HashMap<>();
    private final Map<String, Integer> made;
    private final Map<String, Tensor> weights;
    private final String name;

    ExportedOperation(
            String target,
            JsonNode node,
            Map<String, Integer> made,
            Map<String, Tensor> weights,
            String name) {
        this.target = target;
        this.made = made;
        this.weights = weights;
        this.name = name;
        node.path("inputs").forEach(i -> arguments.put(i.path("name").asText(), i.path("arg")));
    }

    /** Adds what it does to a network; returns the index of the node with its result. */
    int addTo(ChannelsFirst network) throws Unreadable {
        return switch (target) {
            case "conv2d.default", "conv2d.padding" -> convolution(network);
            case "linear.default" ->
                    network.dense(name, value("input"), weight("weight"), optional("bias"));
            case "batch_norm.default" -> normalization(network);
            case "relu.default", "relu_.default", "clamp_min.default" -> {
                required("min", 0);
                yield network.relu(name, value("self"), Double.POSITIVE_INFINITY);
            }
            case "relu6.default", "relu6_.default" -> network.relu(name, value("self"), 6);
            case "hardtanh.default", "hardtanh_.default" -> {
                if (number("min_val", -1) != 0) {
                    throw new Unreadable("it lets values below zero through");
                }
                yield network.relu(name, value("self"), number("max_val", 1));
            }
            case "clamp.default", "clamp_.default" -> {
                if (number("min", Double.NaN) != 0) {
                    throw new Unreadable("only a clamp from 0 on is a ReLU");
                }
                yield network.relu(name, value("self"), number("max", Double.POSITIVE_INFINITY));
            }
            case "avg_pool2d.default", "max_pool2d.default" -> pooling(network);
            case "adaptive_avg_pool2d.default" -> {
                int[] size = pair("output_size", 1);
                yield network.adaptiveAverage(name, value("self"), size[0], size[1]);
            }
            case "mean.dim" -> mean(network);
            case "flatten.using_ints", "view.default", "reshape.default" -> flatten(network);
            case "add.Tensor", "add_.Tensor", "sub.Tensor" -> sum(network);
            case "cat.default" -> concatenation(network);
            case "softmax.int", "log_softmax.int" -> softmax(network);
            case "dropout.default", "dropout_.default", "feature_dropout.default" -> {
                if (arguments.getOrDefault("train", MISSING).path("as_bool").asBoolean()) {
                    throw new Unreadable("it was exported in training; call model.eval() first");
                }
                yield network.identity(name, value("input"), "dropout");
            }
            default -> network.identity(name, value("self"), target);
        };
    }

    private static final JsonNode MISSING =
            com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    private int value(String argument) throws Unreadable {
        return made(argument(argument).path("as_tensor").path("name").asText());
    }

    private int made(String value) throws Unreadable {
        Integer node = made.get(value);
        if (node == null) {
            throw new Unreadable("it reads " + value + ", which no known operation makes");
        }
        return node;
    }

    private JsonNode argument(String name) {
        return arguments.getOrDefault(name, MISSING);
    }

    private @Nullable Tensor optional(String argument) {
        return weights.get(argument(argument).path("as_tensor").path("name").asText());
    }

    private Tensor weight(String argument) throws Unreadable {
        Tensor tensor = optional(argument);
        if (tensor == null) {
            throw new Unreadable("its " + argument + " is not a trained tensor");
        }
        return tensor;
    }

    private double number(String argument, double otherwise) {
        JsonNode value = argument(argument);
        return value.path("as_float").isNumber()
                ? value.path("as_float").asDouble()
                : value.path("as_int").asDouble(otherwise);
    }

    private void required(String argument, double expected) throws Unreadable {
        double value = number(argument, expected);
        if (value != expected) {
            throw new Unreadable("%s is %s, only %s is read".formatted(argument, value, expected));
        }
    }

    private int[] pair(String argument, int otherwise) throws Unreadable {
        JsonNode list = argument(argument).path("as_ints");
        int first = list.isEmpty() ? otherwise : list.get(0).asInt(-1);
        int second = list.size() < 2 ? first : list.get(1).asInt(-1);
        if (list.size() > 2) {
            throw new Unreadable(argument + " has more than two values");
        }
        return new int[] {first, second};
    }

    private boolean flag(String argument, boolean otherwise) {
        return argument(argument).path("as_bool").asBoolean(otherwise);
    }

    private int convolution(ChannelsFirst network) throws Unreadable {
        Tensor kernel = weight("weight").rank(4, "the kernel");
        int x = value("input");
        int[] size = {kernel.size(2), kernel.size(3)};
        int[] none = {0, 0};
        boolean named = target.endsWith(".padding");
        int[] padding = named ? none : pair("padding", 0);
        ChannelsFirst.Sliding sliding =
                new ChannelsFirst.Sliding(
                        size, pair("stride", 1), pair("dilation", 1), padding, padding);
        if (named && argument("padding").path("as_string").asText().equals("same")) {
            sliding = sliding.same(network.shape(x), true);
        }
        int groups = (int) number("groups", 1);
        return network.convolution(name, x, kernel, optional("bias"), sliding, groups);
    }

    private int normalization(ChannelsFirst network) throws Unreadable {
        if (flag("training", false)) {
            throw new Unreadable("it was exported in training; call model.eval() first");
        }
        return network.normalization(
                name,
                value("input"),
                optional("weight"),
                optional("bias"),
                weight("running_mean"),
                weight("running_var"),
                number("eps", 1e-5));
    }

    private int pooling(ChannelsFirst network) throws Unreadable {
        if (flag("ceil_mode", false)
                || !argument("divisor_override").path("as_int").isMissingNode()) {
            throw new Unreadable("ceil_mode and divisor_override are not read");
        }
        int[] kernel = pair("kernel_size", 1);
        int[] stride = argument("stride").path("as_ints").isEmpty() ? kernel : pair("stride", 1);
        int[] padding = pair("padding", 0);
        ChannelsFirst.Sliding sliding =
                new ChannelsFirst.Sliding(kernel, stride, pair("dilation", 1), padding, padding);
        return target.startsWith("max")
                ? network.maximum(name, value("self"), sliding)
                : network.average(name, value("self"), sliding, flag("count_include_pad", true));
    }

    /** The mean over rows and columns is a global average; without them it is flat as well. */
    private int mean(ChannelsFirst network) throws Unreadable {
        List<Integer> dimensions = new ArrayList<>();
        argument("dim").path("as_ints").forEach(d -> dimensions.add(Math.floorMod(d.asInt(), 4)));
        if (!Set.copyOf(dimensions).equals(Set.of(2, 3))) {
            throw new Unreadable("only a mean over rows and columns is read");
        }
        return network.adaptiveAverage(name, value("self"), 1, 1);
    }

    private int flatten(ChannelsFirst network) throws Unreadable {
        int x = value(arguments.containsKey("self") ? "self" : "input");
        Shape shape = network.shape(x);
        if (target.startsWith("flatten")) {
            required("start_dim", 1);
        } else {
            JsonNode size = argument("size");
            JsonNode dimensions =
                    size.path("as_ints").isMissingNode()
                            ? size.path("as_sym_ints")
                            : size.path("as_ints");
            JsonNode last = dimensions.path(dimensions.size() - 1);
            int features = last.isInt() ? last.asInt() : last.path("as_int").asInt();
            if (dimensions.size() != 2 || (features != -1 && features != shape.size())) {
                throw new Unreadable("it is not a flattening to (N, features)");
            }
        }
        return shape.isVector() ? network.identity(name, x, "flatten") : network.flatten(name, x);
    }

    private int sum(ChannelsFirst network) throws Unreadable {
        float sign = target.startsWith("sub") ? -1 : 1;
        float factor = (float) (sign * number("alpha", 1));
        return network.sum(name, value("self"), value("other"), factor);
    }

    private int concatenation(ChannelsFirst network) throws Unreadable {
        List<Integer> nodes = new ArrayList<>();
        for (JsonNode tensor : argument("tensors").path("as_tensors")) {
            nodes.add(made(tensor.path("name").asText()));
        }
        if (number("dim", 0) != 1 || nodes.isEmpty()) {
            throw new Unreadable("only channels are put one after the other");
        }
        return network.concatenation(name, nodes.stream().mapToInt(Integer::intValue).toArray());
    }

    private int softmax(ChannelsFirst network) throws Unreadable {
        int x = value("self");
        double dimension = number("dim", 1);
        if (!network.shape(x).isVector() || (dimension != 1 && dimension != -1)) {
            throw new Unreadable("only a softmax over classes is read");
        }
        return network.softmax(name, x);
    }
}
