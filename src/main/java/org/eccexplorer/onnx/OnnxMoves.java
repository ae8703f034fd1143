package org.eccexplorer.onnx;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.channelsfirst.Arrangements;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.jspecify.annotations.Nullable;

/** The operations of an ONNX graph that move values without changing them. */
final class OnnxMoves {
    private final OnnxNode node;
    private final OnnxGraph graph;
    private final Arrangements moved;
    private final String name;

    OnnxMoves(OnnxNode node, OnnxGraph graph, ChannelsFirst network, String name) {
        this.node = node;
        this.graph = graph;
        this.name = name;
        moved = new Arrangements(network);
    }

    private Value input() throws Unreadable {
        return graph.node(node.input(0));
    }

    /** The result of one that has only one. */
    Value value() throws Unreadable {
        return switch (node.operation()) {
            case "Squeeze" -> moved.squeezed(name, input(), integers(1, "axes"));
            case "Unsqueeze" -> moved.unsqueezed(name, input(), integers(1, "axes"));
            case "Gather" -> gathered();
            case "Slice" -> sliced();
            case "Transpose" -> moved.permuted(name, input(), integers(-1, "perm"));
            case "Flatten" -> flattened();
            case "Reshape" -> moved.reshaped(name, "reshape", input(), integers(1, "shape"));
            case "DepthToSpace" -> depthToSpace();
            case "SpaceToDepth" -> spaceToDepth();
            default -> concatenated();
        };
    }

    /** Integers that an input or, in older operator sets, an attribute gives. */
    private long @Nullable [] given(int input, String attribute) {
        long[] values = input < 0 ? null : graph.integers(node.input(input));
        return values == null && node.attributes().get(attribute) instanceof long[] list
                ? list
                : values;
    }

    private long[] integers(int input, String attribute) throws Unreadable {
        long[] values = given(input, attribute);
        if (values == null) {
            throw new Unreadable("its " + attribute + " are not known before the model runs");
        }
        return values;
    }

    private Value gathered() throws Unreadable {
        long[] indices = integers(1, "indices");
        long axis = node.integer("axis", 0);
        return graph.isScalar(node.input(1))
                ? moved.selected(name, input(), axis, indices[0])
                : moved.taken(name, input(), axis, indices);
    }

    private Value sliced() throws Unreadable {
        long[] starts = integers(1, "starts");
        long[] ends = integers(2, "ends");
        long[] axes = given(3, "axes");
        long[] steps = given(4, "steps");
        Value value = input();
        for (int i = 0; i < starts.length; i++) {
            String step = i == starts.length - 1 ? name : name + "/" + i;
            value =
                    moved.sliced(
                            step,
                            value,
                            axes == null ? i : axes[i],
                            starts[i],
                            ends[i],
                            steps == null ? 1 : steps[i]);
        }
        return value;
    }

    private Value flattened() throws Unreadable {
        if (node.integer("axis", 1) != 1) {
            throw new Unreadable("it does not keep the images apart");
        }
        return moved.flattened(name, input(), 1, -1);
    }

    private Value depthToSpace() throws Unreadable {
        if (!node.text("mode").equals("CRD")) {
            throw new Unreadable("only the mode CRD, that of PyTorch, is read");
        }
        return moved.pixelShuffle(name, input(), node.integer("blocksize", 1));
    }

    /** ONNX puts the places within a block before the channels, PyTorch behind them. */
    private Value spaceToDepth() throws Unreadable {
        long factor = node.integer("blocksize", 1);
        int channels = input().arrangement().dims()[0];
        Value image = moved.pixelUnshuffle(name + "/blocks", input(), factor);
        return moved.channelShuffle(name, image, channels);
    }

    private Value concatenated() throws Unreadable {
        List<Value> tensors = new ArrayList<>();
        for (String input : node.inputs()) {
            tensors.add(graph.node(input));
        }
        return moved.concatenated(name, node.integer("axis", 0), tensors);
    }

    /** The results of a Split: of given sizes, or as many as it has names for. */
    List<Value> split() throws Unreadable {
        long axis = node.integer("axis", 0);
        long[] sizes = given(1, "split");
        return sizes == null
                ? moved.chunks(name, input(), axis, node.outputs().size())
                : moved.split(name, input(), axis, sizes);
    }
}
