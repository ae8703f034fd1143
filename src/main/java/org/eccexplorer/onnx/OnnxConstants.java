package org.eccexplorer.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.Sizes;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What a graph does with its constants, weights or whole numbers, before they are used: done while
 * reading.
 */
final class OnnxConstants {
    private static final int MAX_VALUES = 1 << 28;

    private OnnxConstants() {}

    /**
     * Constants in another order or a part of them.
     *
     * @param dims outermost first
     * @param source for each value its index among those given
     */
    private record Moved(int[] dims, int[] source) {

        /** All of an input, as they are. */
        static Moved of(OnnxCall call) throws Unreadable {
            String name = call.node().input(0);
            TrainedTensor weight = call.optional(0);
            int count = weight == null ? call.wholeNumbers(0).length : weight.values().length;
            int[] dims = weight == null ? call.values().dims(name) : weight.shape();
            return new Moved(dims, IntStream.range(0, count).toArray());
        }

        Moved reshaped(long[] wanted) throws Unreadable {
            int[] shape = new int[wanted.length];
            if (LongStream.of(wanted).filter(size -> size == -1).count() > 1) {
                throw notReshaped(wanted);
            }
            int known = 1;
            for (int d = 0; d < shape.length; d++) {
                long size = wanted[d] == 0 && d < dims.length ? dims[d] : wanted[d];
                shape[d] = Math.clamp(size, -1, MAX_VALUES);
                known = (int) Math.min(MAX_VALUES, (long) known * Math.abs(shape[d]));
            }
            for (int d = 0; d < shape.length; d++) {
                shape[d] = shape[d] == -1 ? source.length / Math.max(1, known) : shape[d];
            }
            long size = Sizes.product(IntStream.of(shape).asLongStream().toArray());
            if (size != source.length) {
                throw notReshaped(wanted);
            }
            return new Moved(shape, source);
        }

        private Unreadable notReshaped(long[] wanted) {
            return new Unreadable(
                    Texts.text(
                            "channelsfirst.reshapes",
                            Arrays.toString(dims),
                            Arrays.toString(wanted)));
        }

        Moved permuted(int[] order) throws Unreadable {
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            if (!Arrays.equals(sorted, IntStream.range(0, dims.length).toArray())) {
                throw new Unreadable(Texts.text("channelsfirst.movesImages"));
            }
            int[] shape = IntStream.of(order).map(d -> dims[d]).toArray();
            int[] moved = new int[source.length];
            for (int i = 0; i < moved.length; i++) {
                int rest = i;
                int at = 0;
                for (int d = shape.length - 1; d >= 0; d--) {
                    at += rest % shape[d] * stride(order[d]);
                    rest /= shape[d];
                }
                moved[i] = source[at];
            }
            return new Moved(shape, moved);
        }

        Moved taken(int axis, int[] indices) {
            int inner = stride(axis);
            int[] shape = dims.clone();
            shape[axis] = indices.length;
            int[] part = new int[source.length / dims[axis] * indices.length];
            for (int i = 0; i < part.length; i++) {
                int outer = i / inner / indices.length;
                int index = indices[i / inner % indices.length];
                part[i] = source[(outer * dims[axis] + index) * inner + i % inner];
            }
            return new Moved(shape, part);
        }

        private int stride(int dimension) {
            return IntStream.range(dimension + 1, dims.length)
                    .map(d -> dims[d])
                    .reduce(1, (a, b) -> a * b);
        }

        void keep(OnnxCall call) throws Unreadable {
            TrainedTensor weight = call.optional(0);
            if (weight == null) {
                long[] given = call.wholeNumbers(0);
                call.keep(IntStream.of(source).mapToLong(i -> given[i]).toArray(), dims);
                return;
            }
            float[] values = new float[source.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = weight.values()[source[i]];
            }
            call.keep(new TrainedTensor(values, dims));
        }
    }

    /** The shape of a constant. */
    static int[] dims(OnnxCall call) throws Unreadable {
        return Moved.of(call).dims();
    }

    static void reshaped(OnnxCall call) throws Unreadable {
        Moved.of(call).reshaped(call.integers(1, "shape")).keep(call);
    }

    static void transposed(OnnxCall call) throws Unreadable {
        Moved given = Moved.of(call);
        int rank = given.dims().length;
        int[] order =
                call.node().attributes().get("perm") instanceof long[] list
                        ? Arrays.stream(list).mapToInt(d -> Math.clamp(d, -1, rank)).toArray()
                        : IntStream.range(0, rank).map(d -> rank - 1 - d).toArray();
        given.permuted(order).keep(call);
    }

    static void sliced(OnnxCall call) throws Unreadable {
        long[] starts = call.integers(1, "starts");
        long[] ends = call.integers(2, "ends");
        long[] axes = call.optionalIntegers(3, "axes");
        long[] steps = call.optionalIntegers(4, "steps");
        Moved part = Moved.of(call);
        for (int i = 0; i < starts.length; i++) {
            long axis = axes == null ? i : axes[i];
            int rank = part.dims().length;
            long step = steps == null ? 1 : steps[i];
            if (ends.length != starts.length || axis < -rank || axis >= rank || step == 0) {
                throw new Unreadable(Texts.text("onnx.sliceIsUneven"));
            }
            int dimension = (int) Math.floorMod(axis, (long) rank);
            part = part.taken(dimension, indices(part.dims()[dimension], starts[i], ends[i], step));
        }
        part.keep(call);
    }

    /** As NumPy slices: negative places count from the end, negative steps go backwards. */
    private static int[] indices(int length, long from, long to, long step) {
        int first = place(from, length, step < 0 ? -1 : 0);
        int end = place(to, length, step < 0 ? -1 : 0);
        int last = step < 0 ? Math.min(first, length - 1) : first;
        int by = Math.clamp(step, -length - 1, length + 1);
        return IntStream.iterate(last, i -> by < 0 ? i > end : i < end, i -> i + by).toArray();
    }

    private static int place(long given, int length, int least) {
        long place = given < 0 ? Math.max(given, -length - 1L) + length : given;
        return Math.clamp(place, least, length);
    }

    static void squeezed(OnnxCall call) throws Unreadable {
        Moved given = Moved.of(call);
        given.reshaped(Arrays.stream(given.dims()).filter(n -> n != 1).mapToLong(n -> n).toArray())
                .keep(call);
    }

    static void unsqueezed(OnnxCall call) throws Unreadable {
        Moved given = Moved.of(call);
        long[] axes = call.integers(1, "axes");
        int rank = given.dims().length + axes.length;
        long[] dims = new long[rank];
        for (long axis : axes) {
            dims[(int) Math.floorMod(axis, (long) rank)] = 1;
        }
        int next = 0;
        for (int d = 0; d < rank; d++) {
            dims[d] = dims[d] == 1 || next == given.dims().length ? 1 : given.dims()[next++];
        }
        given.reshaped(dims).keep(call);
    }

    /** The same numbers; whole ones that become floats can be both shapes and weights. */
    static void cast(OnnxCall call) throws Unreadable {
        Moved given = Moved.of(call);
        boolean whole = call.optional(0) == null;
        if (whole && OnnxLayers.isFloat(call.node().integer("to", 1))) {
            long[] numbers = call.wholeNumbers(0);
            float[] values = new float[numbers.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = numbers[i];
            }
            call.keep(new TrainedTensor(values, given.dims()));
        }
        if (!whole && !OnnxLayers.isFloat(call.node().integer("to", 1))) {
            throw new Unreadable(Texts.text("onnx.castOfValues"));
        }
        given.keep(call);
    }

    /** A number, 0 if none is given, as often as a shape says. */
    static void filled(OnnxCall call) throws Unreadable {
        long[] shape = call.integers(0, "shape");
        long size = Sizes.product(shape);
        if (size < 0 || size > MAX_VALUES) {
            throw new Unreadable(Texts.text("onnx.fillsTooMuch", Numbers.count(size)));
        }
        int[] dims = Arrays.stream(shape).mapToInt(n -> Math.clamp(n, 0, MAX_VALUES)).toArray();
        OnnxTensor given = call.node().tensor("value");
        if (given != null && given.isIntegers()) {
            long[] numbers = new long[(int) size];
            Arrays.fill(numbers, given.integers().length == 0 ? 0 : given.integers()[0]);
            call.keep(numbers, dims);
            return;
        }
        float[] values = new float[(int) size];
        Arrays.fill(values, given == null ? 0 : given.floats().values()[0]);
        call.keep(new TrainedTensor(values, dims));
    }
}
