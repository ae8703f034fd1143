package org.eccexplorer.onnx;

import java.util.List;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.text.Texts;

/** The operations of an ONNX graph that move values without changing them. */
final class OnnxMoves {
    private OnnxMoves() {}

    static Value squeezed(OnnxCall call) throws Unreadable {
        return call.moves().squeezed(call.name(), call.value(0), call.integers(1, "axes"));
    }

    static Value unsqueezed(OnnxCall call) throws Unreadable {
        return call.moves().unsqueezed(call.name(), call.value(0), call.integers(1, "axes"));
    }

    static Value reshaped(OnnxCall call) throws Unreadable {
        long[] shape = call.integers(1, "shape");
        return call.moves().reshaped(call.name(), "reshape", call.value(0), shape);
    }

    static Value transposed(OnnxCall call) throws Unreadable {
        if (!(call.node().attributes().get("perm") instanceof long[] order)) {
            throw new Unreadable(Texts.text("channelsfirst.movesImages"));
        }
        return call.moves().permuted(call.name(), call.value(0), order);
    }

    static Value gathered(OnnxCall call) throws Unreadable {
        long[] indices = call.integers(1, "indices");
        long axis = call.node().integer("axis", 0);
        return call.values().isScalar(call.node().input(1))
                ? call.moves().selected(call.name(), call.value(0), axis, indices[0])
                : call.moves().taken(call.name(), call.value(0), axis, indices);
    }

    static Value sliced(OnnxCall call) throws Unreadable {
        long[] starts = call.integers(1, "starts");
        long[] ends = call.integers(2, "ends");
        long[] axes = call.optionalIntegers(3, "axes");
        long[] steps = call.optionalIntegers(4, "steps");
        requireAsMany(starts, ends);
        requireAsMany(starts, axes == null ? starts : axes);
        requireAsMany(starts, steps == null ? starts : steps);
        Value value = call.value(0);
        for (int i = 0; i < starts.length; i++) {
            String name = i == starts.length - 1 ? call.name() : call.name() + "/" + i;
            value =
                    call.moves()
                            .sliced(
                                    name,
                                    value,
                                    axes == null ? i : axes[i],
                                    starts[i],
                                    ends[i],
                                    steps == null ? 1 : steps[i]);
        }
        return value;
    }

    private static void requireAsMany(long[] starts, long[] others) throws Unreadable {
        if (starts.length != others.length) {
            throw new Unreadable(Texts.text("onnx.sliceIsUneven"));
        }
    }

    static Value flattened(OnnxCall call) throws Unreadable {
        if (call.node().integer("axis", 1) != 1) {
            throw new Unreadable(Texts.text("channelsfirst.movesImages"));
        }
        return call.moves().flattened(call.name(), call.value(0), 1, -1);
    }

    static Value depthToSpace(OnnxCall call) throws Unreadable {
        if (!call.node().text("mode").equals("CRD")) {
            throw new Unreadable(Texts.text("onnx.depthFirst"));
        }
        long factor = call.node().integer("blocksize", 1);
        return call.moves().pixelShuffle(call.name(), call.value(0), factor);
    }

    /** ONNX puts the places within a block before the channels, PyTorch behind them. */
    static Value spaceToDepth(OnnxCall call) throws Unreadable {
        long factor = call.node().integer("blocksize", 1);
        int channels = call.network().shape(call.value(0)).channels();
        Value image = call.moves().pixelUnshuffle(call.name() + "/blocks", call.value(0), factor);
        return call.moves().channelShuffle(call.name(), image, channels);
    }

    static Value concatenated(OnnxCall call) throws Unreadable {
        long axis = call.node().integer("axis", 0);
        return call.moves().concatenated(call.name(), axis, call.allValues());
    }

    /** Of given sizes, or in as many parts as it has results. */
    static List<Value> split(OnnxCall call) throws Unreadable {
        long axis = call.node().integer("axis", 0);
        long[] sizes = call.optionalIntegers(1, "split");
        return sizes == null
                ? call.moves()
                        .chunks(call.name(), call.value(0), axis, call.node().outputs().size())
                : call.moves().split(call.name(), call.value(0), axis, sizes);
    }
}
