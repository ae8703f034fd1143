package org.eccexplorer.torch;

import java.util.List;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;

/** The operations of an exported program that move values without changing them. */
final class ExportedMoves {
    private ExportedMoves() {}

    static Value permuted(ExportedCall call) throws Unreadable {
        return call.moves().permuted(call.name(), call.value("self"), call.integers("dims"));
    }

    static Value transposed(ExportedCall call) throws Unreadable {
        return call.moves()
                .transposed(
                        call.name(),
                        call.value("self"),
                        call.whole("dim0", 0),
                        call.whole("dim1", 0));
    }

    static Value sliced(ExportedCall call) throws Unreadable {
        return call.moves()
                .sliced(
                        call.name(),
                        call.value("self"),
                        call.dimension(),
                        call.whole("start", 0),
                        call.whole("end", Long.MAX_VALUE),
                        call.whole("step", 1));
    }

    static Value narrowed(ExportedCall call) throws Unreadable {
        long start = call.whole("start", 0);
        long end = start + call.whole("length", 1);
        return call.moves()
                .sliced(call.name(), call.value("self"), call.dimension(), start, end, 1);
    }

    static List<Value> chunks(ExportedCall call) throws Unreadable {
        long count = call.whole("chunks", 1);
        return call.moves().chunks(call.name(), call.value("self"), call.dimension(), count);
    }

    static List<Value> splitEvery(ExportedCall call) throws Unreadable {
        long size = call.whole("split_size", 1);
        return call.moves().splitEvery(call.name(), call.value("self"), call.dimension(), size);
    }

    static List<Value> split(ExportedCall call) throws Unreadable {
        long[] sizes = call.integers("split_sizes");
        return call.moves().split(call.name(), call.value("self"), call.dimension(), sizes);
    }

    static Value channelShuffle(ExportedCall call) throws Unreadable {
        return call.moves()
                .channelShuffle(call.name(), call.value("self"), call.whole("groups", 1));
    }

    static Value pixelShuffle(ExportedCall call) throws Unreadable {
        long factor = call.whole("upscale_factor", 1);
        return call.moves().pixelShuffle(call.name(), call.value("self"), factor);
    }

    static Value pixelUnshuffle(ExportedCall call) throws Unreadable {
        long factor = call.whole("downscale_factor", 1);
        return call.moves().pixelUnshuffle(call.name(), call.value("self"), factor);
    }

    static Value squeezed(ExportedCall call) throws Unreadable {
        return call.moves().squeezed(call.name(), call.value("self"), call.integers("dim"));
    }

    static Value unsqueezed(ExportedCall call) throws Unreadable {
        return call.moves().unsqueezed(call.name(), call.value("self"), call.integers("dim"));
    }

    static Value selected(ExportedCall call) throws Unreadable {
        long index = call.whole("index", 0);
        return call.moves().selected(call.name(), call.value("self"), call.dimension(), index);
    }

    static Value flattened(ExportedCall call) throws Unreadable {
        return call.moves()
                .flattened(
                        call.name(),
                        call.value("self"),
                        call.whole("start_dim", 0),
                        call.whole("end_dim", -1));
    }

    static Value viewed(ExportedCall call) throws Unreadable {
        return call.moves().reshaped(call.name(), "reshape", call.value(), call.sizes("size"));
    }

    static Value reshaped(ExportedCall call) throws Unreadable {
        return call.moves().reshaped(call.name(), "reshape", call.value(), call.sizes("shape"));
    }

    /** One dimension made several; the others stay. */
    static Value unflattened(ExportedCall call) throws Unreadable {
        Value x = call.value("self");
        int[] dims = x.arrangement().dims();
        long dimension = call.dimension();
        long axis = dimension < 0 ? dimension + dims.length + 1 : dimension;
        LongStream.Builder sizes = LongStream.builder();
        for (int d = 0; d <= dims.length; d++) {
            if (d == axis) {
                LongStream.of(call.sizes("sizes")).forEach(sizes::add);
            } else {
                sizes.add(d == 0 ? 0 : dims[d - 1]);
            }
        }
        return call.moves().reshaped(call.name(), "reshape", x, sizes.build().toArray());
    }

    static Value concatenated(ExportedCall call) throws Unreadable {
        return call.moves().concatenated(call.name(), call.dimension(), call.values("tensors"));
    }
}
