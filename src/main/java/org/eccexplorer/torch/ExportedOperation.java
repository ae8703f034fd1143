package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.Arithmetic;
import org.eccexplorer.channelsfirst.Arrangements;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Scaling;
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
                    "threshold.default",
                    "hardtanh.default",
                    "hardtanh_.default",
                    "clamp.default",
                    "clamp_.default",
                    "clamp_min.default",
                    "avg_pool2d.default",
                    "adaptive_avg_pool2d.default",
                    "mean.dim",
                    "max_pool2d.default",
                    "adaptive_max_pool2d.default",
                    "pad.default",
                    "constant_pad_nd.default",
                    "upsample_nearest2d.vec",
                    "upsample_bilinear2d.vec",
                    "permute.default",
                    "transpose.int",
                    "slice.Tensor",
                    "narrow.default",
                    "chunk.default",
                    "split.Tensor",
                    "split_with_sizes.default",
                    "channel_shuffle.default",
                    "pixel_shuffle.default",
                    "pixel_unshuffle.default",
                    "unflatten.int",
                    "squeeze.dim",
                    "squeeze.dims",
                    "select.int",
                    "unsqueeze.default",
                    "flatten.using_ints",
                    "view.default",
                    "reshape.default",
                    "add.Tensor",
                    "add_.Tensor",
                    "sub.Tensor",
                    "rsub.Scalar",
                    "mul.Tensor",
                    "mul_.Tensor",
                    "div.Tensor",
                    "div_.Tensor",
                    "cat.default",
                    "softmax.int",
                    "log_softmax.int",
                    "dropout.default",
                    "dropout_.default",
                    "feature_dropout.default",
                    "alpha_dropout.default",
                    "feature_alpha_dropout.default",
                    "contiguous.default",
                    "clone.default",
                    "alias.default",
                    "detach.default");

    private final String target;
    private final Map<String, JsonNode> arguments = new HashMap<>();
    private final Map<String, Value> made;
    private final Map<String, TrainedTensor> weights;
    private final String name;

    ExportedOperation(
            String target,
            JsonNode node,
            Map<String, Value> made,
            Map<String, TrainedTensor> weights,
            String name) {
        this.target = target;
        this.made = made;
        this.weights = weights;
        this.name = name;
        node.path("inputs").forEach(i -> arguments.put(i.path("name").asText(), i.path("arg")));
    }

    /** Adds what it does to a network; returns a value for each of its results. */
    List<Value> addTo(ChannelsFirst network) throws Unreadable {
        Arrangements moved = new Arrangements(network);
        long dim = (long) number("dim", 0);
        return switch (target) {
            case "chunk.default" ->
                    moved.chunks(name, value("self"), dim, (long) number("chunks", 1));
            case "split.Tensor" ->
                    moved.splitEvery(name, value("self"), dim, (long) number("split_size", 1));
            case "split_with_sizes.default" ->
                    moved.split(name, value("self"), dim, integers("split_sizes"));
            default -> List.of(add(network, moved, dim));
        };
    }

    private Value add(ChannelsFirst network, Arrangements moved, long dim) throws Unreadable {
        return switch (target) {
            case "conv2d.default", "conv2d.padding" -> convolution(network);
            case "linear.default" ->
                    network.dense(name, value("input"), weight("weight"), optional("bias"));
            case "batch_norm.default" -> normalization(network);
            case "relu.default", "relu_.default", "clamp_min.default" -> {
                required("min", 0);
                yield network.relu(name, value("self"), Double.POSITIVE_INFINITY);
            }
            case "threshold.default" -> {
                required("threshold", 0);
                required("value", 0);
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
            case "adaptive_max_pool2d.default" -> {
                int[] size = pair("output_size", 0);
                if (size[0] != 1 || size[1] != 1) {
                    throw new Unreadable("only a maximum over the whole image is read");
                }
                yield network.globalMaximum(name, value("self"));
            }
            case "mean.dim" -> mean(network);
            case "pad.default", "constant_pad_nd.default" -> padding(network);
            case "upsample_nearest2d.vec", "upsample_bilinear2d.vec" -> upSampling(network);
            case "permute.default" -> moved.permuted(name, value("self"), integers("dims"));
            case "transpose.int" ->
                    moved.transposed(
                            name,
                            value("self"),
                            (long) number("dim0", 0),
                            (long) number("dim1", 0));
            case "slice.Tensor" ->
                    moved.sliced(
                            name,
                            value("self"),
                            dim,
                            whole("start", 0),
                            whole("end", Long.MAX_VALUE),
                            whole("step", 1));
            case "narrow.default" -> {
                long start = whole("start", 0);
                yield moved.sliced(name, value("self"), dim, start, start + whole("length", 1), 1);
            }
            case "select.int" -> moved.selected(name, value("self"), dim, whole("index", 0));
            case "squeeze.dim", "squeeze.dims" ->
                    moved.squeezed(name, value("self"), integers("dim"));
            case "unsqueeze.default" -> moved.unsqueezed(name, value("self"), integers("dim"));
            case "flatten.using_ints" ->
                    moved.flattened(
                            name, value("self"), whole("start_dim", 0), whole("end_dim", -1));
            case "view.default", "reshape.default" ->
                    moved.reshaped(
                            name,
                            "reshape",
                            value(first()),
                            sizes(target.startsWith("view") ? "size" : "shape"));
            case "unflatten.int" -> unflattened(network, moved, dim);
            case "channel_shuffle.default" ->
                    moved.channelShuffle(name, value("self"), whole("groups", 1));
            case "pixel_shuffle.default" ->
                    moved.pixelShuffle(name, value("self"), whole("upscale_factor", 1));
            case "pixel_unshuffle.default" ->
                    moved.pixelUnshuffle(name, value("self"), whole("downscale_factor", 1));
            case "add.Tensor", "add_.Tensor" -> sum(network, Arithmetic.ADD);
            case "sub.Tensor" -> sum(network, Arithmetic.SUBTRACT);
            case "rsub.Scalar" -> sum(network, Arithmetic.SUBTRACT_FROM);
            case "mul.Tensor", "mul_.Tensor" -> scaled(network, Arithmetic.MULTIPLY);
            case "div.Tensor", "div_.Tensor" -> scaled(network, Arithmetic.DIVIDE);
            case "cat.default" -> concatenation(moved, dim);
            case "softmax.int", "log_softmax.int" -> softmax(network);
            case "dropout.default",
                    "dropout_.default",
                    "feature_dropout.default",
                    "alpha_dropout.default",
                    "feature_alpha_dropout.default" -> {
                if (arguments.getOrDefault("train", MISSING).path("as_bool").asBoolean()) {
                    throw new Unreadable("it was exported in training; call model.eval() first");
                }
                yield network.identity(name, value(first()), "dropout");
            }
            default -> network.identity(name, value("self"), target);
        };
    }

    private static final JsonNode MISSING =
            com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    /** What the first argument is called, which differs between operations. */
    private String first() {
        return arguments.containsKey("self") ? "self" : "input";
    }

    private Value value(String argument) throws Unreadable {
        return made(argument(argument).path("as_tensor").path("name").asText());
    }

    private Value made(String value) throws Unreadable {
        Value node = made.get(value);
        if (node == null) {
            throw new Unreadable("it reads " + value + ", which no known operation makes");
        }
        return node;
    }

    private JsonNode argument(String name) {
        return arguments.getOrDefault(name, MISSING);
    }

    private @Nullable TrainedTensor optional(String argument) {
        return weights.get(argument(argument).path("as_tensor").path("name").asText());
    }

    private TrainedTensor weight(String argument) throws Unreadable {
        TrainedTensor tensor = optional(argument);
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

    private Value convolution(ChannelsFirst network) throws Unreadable {
        TrainedTensor kernel = weight("weight").rank(4, "the kernel");
        Value x = value("input");
        int[] size = {kernel.size(2), kernel.size(3)};
        int[] none = {0, 0};
        boolean named = target.endsWith(".padding");
        int[] padding = named ? none : pair("padding", 0);
        Sliding sliding =
                new Sliding(size, pair("stride", 1), pair("dilation", 1), padding, padding);
        if (named && argument("padding").path("as_string").asText().equals("same")) {
            sliding = sliding.same(network.shape(x), true);
        }
        int groups = (int) number("groups", 1);
        return network.convolution(name, x, kernel, optional("bias"), sliding, groups);
    }

    private Value normalization(ChannelsFirst network) throws Unreadable {
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

    private Value pooling(ChannelsFirst network) throws Unreadable {
        if (!argument("divisor_override").path("as_int").isMissingNode()) {
            throw new Unreadable("divisor_override is not read");
        }
        int[] kernel = pair("kernel_size", 1);
        int[] stride = argument("stride").path("as_ints").isEmpty() ? kernel : pair("stride", 1);
        int[] padding = pair("padding", 0);
        Sliding sliding = new Sliding(kernel, stride, pair("dilation", 1), padding, padding);
        boolean partial = flag("ceil_mode", false);
        return target.startsWith("max")
                ? network.maximum(name, value("self"), sliding, partial)
                : network.average(
                        name, value("self"), sliding, partial, flag("count_include_pad", true));
    }

    private Value mean(ChannelsFirst network) throws Unreadable {
        return network.mean(name, value("self"), integers("dim"), flag("keepdim", false));
    }

    /** A list of whole numbers, or one. */
    private long[] integers(String argument) {
        JsonNode given = argument(argument);
        JsonNode list = given.path("as_ints");
        long[] values = new long[list.isMissingNode() ? 1 : list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (list.isMissingNode() ? given.path("as_int") : list.get(i)).asLong();
        }
        return values;
    }

    private long whole(String argument, long otherwise) {
        return argument(argument).path("as_int").asLong(otherwise);
    }

    /** Sizes of a tensor, of which that of the batch may be left open. */
    private long[] sizes(String argument) throws Unreadable {
        JsonNode given = argument(argument);
        if (given.path("as_sym_ints").isMissingNode()) {
            return integers(argument);
        }
        JsonNode list = given.path("as_sym_ints");
        long[] sizes = new long[list.size()];
        for (int d = 0; d < sizes.length; d++) {
            JsonNode size = list.get(d).path("as_int");
            if (d > 0 && !size.isIntegralNumber()) {
                throw new Unreadable("a size is not known before the model runs");
            }
            sizes[d] = size.asLong();
        }
        return sizes;
    }

    private Value unflattened(ChannelsFirst network, Arrangements moved, long dim)
            throws Unreadable {
        Value x = value("self");
        int[] dims = x.arrangement().dims();
        long axis = dim < 0 ? dim + dims.length + 1 : dim;
        LongStream.Builder sizes = LongStream.builder();
        for (int d = 0; d <= dims.length; d++) {
            if (d == axis) {
                LongStream.of(sizes("sizes")).forEach(sizes::add);
            } else {
                sizes.add(d == 0 ? 0 : dims[d - 1]);
            }
        }
        return moved.reshaped(name, "reshape", x, sizes.build().toArray());
    }

    private Value sum(ChannelsFirst network, Arithmetic arithmetic) throws Unreadable {
        TrainedTensor constant = constant();
        float alpha = (float) number("alpha", 1);
        if (constant != null) {
            required("alpha", 1);
            return arithmetic.addTo(network, name, value("self"), constant);
        }
        return network.sum(
                name,
                value("self"),
                value("other"),
                arithmetic == Arithmetic.SUBTRACT ? -alpha : alpha);
    }

    private Value scaled(ChannelsFirst network, Arithmetic arithmetic) throws Unreadable {
        TrainedTensor constant = constant();
        if (constant == null) {
            throw new Unreadable("two activations are multiplied or divided");
        }
        return arithmetic.addTo(network, name, value("self"), constant);
    }

    /** The second operand, if it is a number or a stored tensor. */
    private @Nullable TrainedTensor constant() {
        double number = number("other", Double.NaN);
        return Double.isNaN(number)
                ? optional("other")
                : new TrainedTensor(new float[] {(float) number}, new int[0]);
    }

    /** Columns left and right, then rows above and below. */
    private Value padding(ChannelsFirst network) throws Unreadable {
        JsonNode sides = argument("pad").path("as_ints");
        String mode = argument("mode").path("as_string").asText("constant");
        if (!mode.equals("constant") || number("value", 0) != 0 || sides.size() > 4) {
            throw new Unreadable("only zeros around rows and columns are read");
        }
        Border zeros;
        try {
            zeros =
                    new Border(
                            sides.path(2).asInt(),
                            sides.path(0).asInt(),
                            sides.path(3).asInt(),
                            sides.path(1).asInt());
        } catch (IllegalArgumentException e) {
            throw new Unreadable("it pads by " + sides);
        }
        return network.padded(name, value("self"), zeros);
    }

    private Value upSampling(ChannelsFirst network) throws Unreadable {
        Value x = value("input");
        Shape in = network.shape(x);
        JsonNode factors = argument("scale_factors").path("as_floats");
        JsonNode sizes = argument("output_size").path("as_ints");
        double rows = sizes.path(0).asDouble(factors.path(0).asDouble() * in.height());
        double columns = sizes.path(1).asDouble(factors.path(1).asDouble() * in.width());
        if (target.startsWith("upsample_bilinear")) {
            return network.bilinear(
                    name,
                    x,
                    (int) rows,
                    (int) columns,
                    flag("align_corners", false)
                            ? Scaling.Grid.ALIGNED_CORNERS
                            : Scaling.Grid.HALF_PIXEL,
                    factors.isEmpty() ? in.height() / rows : 1 / factors.path(0).asDouble(),
                    factors.isEmpty() ? in.width() / columns : 1 / factors.path(1).asDouble());
        }
        if (rows != Math.rint(rows) || columns != Math.rint(columns)) {
            throw new Unreadable("it scales by no whole number");
        }
        return network.repeated(name, x, (int) rows, (int) columns);
    }

    private Value concatenation(Arrangements moved, long dim) throws Unreadable {
        List<Value> tensors = new ArrayList<>();
        for (JsonNode tensor : argument("tensors").path("as_tensors")) {
            tensors.add(made(tensor.path("name").asText()));
        }
        if (tensors.isEmpty()) {
            throw new Unreadable("it joins nothing");
        }
        return moved.concatenated(name, dim, tensors);
    }

    private Value softmax(ChannelsFirst network) throws Unreadable {
        Value x = value("self");
        double dimension = number("dim", 1);
        if (!network.shape(x).isVector() || (dimension != 1 && dimension != -1)) {
            throw new Unreadable("only a softmax over classes is read");
        }
        return network.softmax(name, x);
    }
}
