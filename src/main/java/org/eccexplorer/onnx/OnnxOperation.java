package org.eccexplorer.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eccexplorer.channelsfirst.Arithmetic;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** One operation of an ONNX graph on images or vectors. */
final class OnnxOperation {
    static final Set<String> KNOWN =
            Set.of(
                    "Conv",
                    "Gemm",
                    "MatMul",
                    "BatchNormalization",
                    "Relu",
                    "Clip",
                    "AveragePool",
                    "GlobalAveragePool",
                    "ReduceMean",
                    "MaxPool",
                    "GlobalMaxPool",
                    "ReduceMax",
                    "Max",
                    "Pad",
                    "Resize",
                    "Transpose",
                    "Split",
                    "Slice",
                    "DepthToSpace",
                    "SpaceToDepth",
                    "Flatten",
                    "Reshape",
                    "Add",
                    "Sub",
                    "Mul",
                    "Div",
                    "Concat",
                    "Softmax",
                    "LogSoftmax",
                    "Dropout",
                    "Identity");

    private final OnnxNode node;
    private final OnnxGraph graph;
    private final String name;

    OnnxOperation(OnnxNode node, OnnxGraph graph, String name) {
        this.node = node;
        this.graph = graph;
        this.name = name;
    }

    /** Adds what it does to a network; returns a value for each of its results. */
    List<Value> addTo(ChannelsFirst network) throws Unreadable {
        OnnxMoves moves = new OnnxMoves(node, graph, network, name);
        return node.operation().equals("Split") ? moves.split() : List.of(add(network, moves));
    }

    private Value add(ChannelsFirst network, OnnxMoves moves) throws Unreadable {
        return switch (node.operation()) {
            case "Conv" -> convolution(network);
            case "Gemm" -> gemm(network);
            case "MatMul" ->
                    network.dense(
                            name,
                            value(0),
                            graph.requiredWeight(node.input(1)).rank(2, "the weight").transposed(),
                            null);
            case "BatchNormalization" ->
                    network.normalization(
                            name,
                            value(0),
                            graph.requiredWeight(node.input(1)),
                            graph.requiredWeight(node.input(2)),
                            graph.requiredWeight(node.input(3)),
                            graph.requiredWeight(node.input(4)),
                            // Stored as float: 1e-5 comes as 9.999999747378752e-06.
                            Double.parseDouble(
                                    Float.toString((float) node.real("epsilon", 1e-5f))));
            case "Relu" -> network.relu(name, value(0), Double.POSITIVE_INFINITY);
            case "Clip" -> clip(network);
            case "AveragePool", "MaxPool" -> pooling(network);
            case "GlobalAveragePool" -> network.adaptiveAverage(name, value(0), 1, 1);
            case "ReduceMean" -> network.mean(name, value(0), axes(), keepsDimensions());
            case "ReduceMax" -> {
                checkPixels();
                Value maximum = network.globalMaximum(name, value(0));
                yield keepsDimensions() ? maximum : network.withoutPixels(maximum);
            }
            case "GlobalMaxPool" -> network.globalMaximum(name, value(0));
            case "Max" -> {
                TrainedTensor bound = optional(1);
                if (bound == null || bound.values().length != 1 || bound.values()[0] != 0) {
                    throw new Unreadable("only a maximum with 0 is a ReLU");
                }
                yield network.relu(name, value(0), Double.POSITIVE_INFINITY);
            }
            case "Pad" -> padding(network);
            case "Resize" -> upSampling(network);
            case "Squeeze",
                    "Unsqueeze",
                    "Gather",
                    "Slice",
                    "Transpose",
                    "Flatten",
                    "Reshape",
                    "DepthToSpace",
                    "SpaceToDepth",
                    "Concat" ->
                    moves.value();
            case "Add" -> arithmetic(network, Arithmetic.ADD, Arithmetic.ADD);
            case "Sub" -> arithmetic(network, Arithmetic.SUBTRACT, Arithmetic.SUBTRACT_FROM);
            case "Mul" -> arithmetic(network, Arithmetic.MULTIPLY, Arithmetic.MULTIPLY);
            case "Div" -> arithmetic(network, Arithmetic.DIVIDE, null);
            case "Softmax", "LogSoftmax" -> {
                if (!network.shape(value(0)).isVector()) {
                    throw new Unreadable("only a softmax over classes is read");
                }
                yield network.softmax(name, value(0));
            }
            default -> network.identity(name, value(0), node.operation());
        };
    }

    private Value value(int input) throws Unreadable {
        return graph.node(node.input(input));
    }

    private @Nullable TrainedTensor optional(int input) {
        return graph.weight(node.input(input));
    }

    private Sliding sliding(int[] kernel, Shape in) throws Unreadable {
        int[] pads = node.integers("pads", 4, 0);
        Sliding sliding =
                new Sliding(
                        kernel,
                        node.integers("strides", 2, 1),
                        node.integers("dilations", 2, 1),
                        Arrays.copyOf(pads, 2),
                        Arrays.copyOfRange(pads, 2, 4));
        return switch (node.text("auto_pad")) {
            case "", "NOTSET" -> sliding;
            case "VALID" -> sliding;
            case "SAME_UPPER" -> sliding.same(in, true);
            case "SAME_LOWER" -> sliding.same(in, false);
            default -> throw new Unreadable("auto_pad is " + node.text("auto_pad"));
        };
    }

    private Value convolution(ChannelsFirst network) throws Unreadable {
        TrainedTensor kernel = graph.requiredWeight(node.input(1)).rank(4, "the kernel");
        Value x = value(0);
        Sliding sliding = sliding(new int[] {kernel.size(2), kernel.size(3)}, network.shape(x));
        int groups = (int) node.integer("group", 1);
        return network.convolution(name, x, kernel, optional(2), sliding, groups);
    }

    private Value gemm(ChannelsFirst network) throws Unreadable {
        if (node.real("alpha", 1) != 1
                || node.real("beta", 1) != 1
                || node.integer("transA", 0) != 0) {
            throw new Unreadable("alpha, beta or transA is not the usual one");
        }
        TrainedTensor weight = graph.requiredWeight(node.input(1)).rank(2, "the weight");
        boolean outputsFirst = node.integer("transB", 0) == 1;
        return network.dense(
                name, value(0), outputsFirst ? weight : weight.transposed(), optional(2));
    }

    private Value clip(ChannelsFirst network) throws Unreadable {
        double low = bound(1, "min", Double.NEGATIVE_INFINITY);
        double high = bound(2, "max", Double.POSITIVE_INFINITY);
        if (low != 0) {
            throw new Unreadable("only a clip from 0 on is a ReLU, it begins at " + low);
        }
        return network.relu(name, value(0), high);
    }

    private double bound(int input, String attribute, double otherwise) throws Unreadable {
        if (node.input(input).isEmpty()) {
            return node.real(attribute, otherwise);
        }
        TrainedTensor bound = graph.requiredWeight(node.input(input));
        if (bound.values().length != 1) {
            throw new Unreadable("a bound is not one number");
        }
        return bound.values()[0];
    }

    private Value pooling(ChannelsFirst network) throws Unreadable {
        Value x = value(0);
        boolean partial = node.integer("ceil_mode", 0) != 0;
        Sliding sliding = sliding(node.integers("kernel_shape", 2, 1), network.shape(x));
        return node.operation().equals("MaxPool")
                ? network.maximum(name, x, sliding, partial)
                : network.average(
                        name, x, sliding, partial, node.integer("count_include_pad", 0) == 1);
    }

    private long[] axes() throws Unreadable {
        long[] axes = graph.integers(node.input(1));
        if (axes != null) {
            return axes;
        }
        if (node.attributes().get("axes") instanceof long[] given) {
            return given;
        }
        throw new Unreadable("it does not say over which dimensions");
    }

    private boolean keepsDimensions() {
        return node.integer("keepdims", 1) != 0;
    }

    private void checkPixels() throws Unreadable {
        long[] axes = axes();
        if (axes.length != 2
                || Arrays.stream(axes).map(a -> Math.floorMod(a, 4L)).sorted().sum() != 5) {
            throw new Unreadable("only a mean or maximum over rows and columns is read");
        }
    }

    /** Before all dimensions, then behind all: only rows and columns may get zeros. */
    private Value padding(ChannelsFirst network) throws Unreadable {
        long[] pads = graph.integers(node.input(1));
        TrainedTensor value = optional(2);
        boolean zeros = value == null || (value.values().length == 1 && value.values()[0] == 0);
        String mode = node.text("mode");
        if (pads == null
                || pads.length != 8
                || pads[0] + pads[1] + pads[4] + pads[5] != 0
                || !zeros
                || !(mode.isEmpty() || mode.equals("constant"))
                || !node.input(3).isEmpty()) {
            throw new Unreadable("only zeros around rows and columns are read");
        }
        Border border;
        try {
            border = new Border(side(pads[2]), side(pads[3]), side(pads[6]), side(pads[7]));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("it pads by " + Arrays.toString(pads));
        }
        return network.padded(name, value(0), border);
    }

    private static int side(long length) {
        return Math.clamp(length, -1, Integer.MAX_VALUE);
    }

    private Value upSampling(ChannelsFirst network) throws Unreadable {
        Value x = value(0);
        Shape in = network.shape(x);
        TrainedTensor scales = optional(2);
        long[] sizes = graph.integers(node.input(3));
        String mode = node.text("mode");
        double rows = Double.NaN;
        double columns = Double.NaN;
        if (scales != null && scales.values().length == 4) {
            rows = scales.values()[2] * (double) in.height();
            columns = scales.values()[3] * (double) in.width();
        } else if (sizes != null && sizes.length == 4) {
            rows = sizes[2];
            columns = sizes[3];
        }
        if (mode.equals("linear")) {
            return bilinear(network, x, rows, columns, scales);
        }
        if (!(mode.isEmpty() || mode.equals("nearest"))) {
            throw new Unreadable("only nearest and bilinear scaling is read, not " + mode);
        }
        if (rows != Math.rint(rows) || columns != Math.rint(columns)) {
            throw new Unreadable("it scales by no whole number");
        }
        return network.repeated(name, x, (int) rows, (int) columns);
    }

    private Value bilinear(
            ChannelsFirst network,
            Value x,
            double rows,
            double columns,
            @Nullable TrainedTensor scales)
            throws Unreadable {
        String grid = node.text("coordinate_transformation_mode");
        Shape in = network.shape(x);
        float[] factors = scales == null ? new float[0] : scales.values();
        boolean scaled = factors.length == 4;
        if (node.integer("antialias", 0) != 0
                || node.integer("exclude_outside", 0) != 0
                || (scaled && (factors[0] != 1 || factors[1] != 1))) {
            throw new Unreadable("it scales the batch or channels, or smooths");
        }
        return network.bilinear(
                name,
                x,
                (int) rows,
                (int) columns,
                switch (grid) {
                    case "", "half_pixel", "pytorch_half_pixel" -> Scaling.Grid.HALF_PIXEL;
                    case "align_corners" -> Scaling.Grid.ALIGNED_CORNERS;
                    case "asymmetric" -> Scaling.Grid.ASYMMETRIC;
                    default -> throw new Unreadable("its coordinates are " + grid);
                },
                scaled ? 1.0 / factors[2] : in.height() / rows,
                scaled ? 1.0 / factors[3] : in.width() / columns);
    }

    /**
     * Two values; or one and a constant, such as the bias that a MatMul leaves to an operation of
     * its own.
     *
     * @param reversed what it is when the constant comes first; null if that cannot be read
     */
    private Value arithmetic(
            ChannelsFirst network, Arithmetic straight, @Nullable Arithmetic reversed)
            throws Unreadable {
        boolean first = graph.isMade(node.input(0));
        if (first && graph.isMade(node.input(1))) {
            return switch (straight) {
                case ADD -> network.sum(name, value(0), value(1), 1);
                case SUBTRACT -> network.sum(name, value(0), value(1), -1);
                case SUBTRACT_FROM, MULTIPLY, DIVIDE ->
                        throw new Unreadable("two activations are multiplied or divided");
            };
        }
        TrainedTensor constant = graph.requiredWeight(node.input(first ? 1 : 0));
        Arithmetic operation = first ? straight : reversed;
        if (operation == null) {
            throw new Unreadable("a constant is divided by activations");
        }
        return operation.addTo(network, name, value(first ? 0 : 1), constant);
    }
}
