package org.eccexplorer.onnx;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.text.Texts;

/**
 * The arithmetic on shapes that exporters leave in a graph whose number of images is open, such as
 * Shape, Gather, Unsqueeze, Concat before a Reshape: done while reading.
 */
final class OnnxShapes {
    private OnnxShapes() {}

    static void constant(OnnxCall call) throws Unreadable {
        OnnxTensor tensor = call.node().tensor("value");
        if (tensor == null && call.node().attributes().get("value_ints") instanceof long[] list) {
            call.keep(list);
            return;
        }
        if (tensor == null && call.node().attributes().get("value_int") instanceof Long whole) {
            call.keep(new long[] {whole}, new int[0]);
            return;
        }
        if (tensor == null && call.node().attributes().get("value_float") instanceof Float real) {
            call.keep(new TrainedTensor(new float[] {real}, new int[0]));
            return;
        }
        if (tensor == null) {
            throw new Unreadable(Texts.text("onnx.constantIsNoTensor"));
        }
        call.values().keep(call.node().outputs().getFirst(), tensor);
    }

    static void identity(OnnxCall call) throws Unreadable {
        call.values().alias(call.node().outputs().getFirst(), call.node().input(0));
    }

    /** As ONNX sees a value: (N, C, H, W), or (N, C). */
    static void shape(OnnxCall call) throws Unreadable {
        if (!call.isValue(0)) {
            int[] known = OnnxConstants.dims(call);
            keepPart(call, Arrays.stream(known).asLongStream().toArray());
            return;
        }
        int[] dims = call.value(0).arrangement().dims();
        long[] shape = new long[dims.length + 1];
        shape[0] = OnnxValues.BATCH;
        for (int d = 0; d < dims.length; d++) {
            shape[d + 1] = dims[d];
        }
        keepPart(call, shape);
    }

    /** From start up to end, which operator sets from 15 on may give, counted from the end too. */
    private static void keepPart(OnnxCall call, long[] shape) {
        int start = place(call.node().integer("start", 0), shape.length);
        int end = place(call.node().integer("end", shape.length), shape.length);
        call.keep(Arrays.copyOfRange(shape, start, Math.max(start, end)));
    }

    private static int place(long given, int length) {
        return (int) Math.clamp(given < 0 ? given + length : given, 0L, (long) length);
    }

    static void gather(OnnxCall call) throws Unreadable {
        long[] from = known(call, 0);
        call.keep(
                LongStream.of(known(call, 1))
                        .map(i -> from[(int) Math.floorMod(i, (long) from.length)])
                        .toArray());
    }

    static void concat(OnnxCall call) {
        call.keep(
                call.node().inputs().stream()
                        .map(call.values()::integers)
                        .flatMapToLong(part -> part == null ? LongStream.of() : LongStream.of(part))
                        .toArray());
    }

    /** What is calculated of two sizes. */
    private interface Calculation {
        long of(long a, long b) throws Unreadable;
    }

    static void add(OnnxCall call) throws Unreadable {
        calculate(call, Long::sum);
    }

    static void subtract(OnnxCall call) throws Unreadable {
        calculate(call, (a, b) -> a - b);
    }

    static void multiply(OnnxCall call) throws Unreadable {
        calculate(call, (a, b) -> a * b);
    }

    static void divide(OnnxCall call) throws Unreadable {
        calculate(
                call,
                (a, b) -> {
                    if (b == 0) {
                        throw new Unreadable(Texts.text("onnx.sizeDividedByZero"));
                    }
                    return a / b;
                });
    }

    /** With the open number of images the result is open too. */
    private static void calculate(OnnxCall call, Calculation calculation) throws Unreadable {
        long[] a = known(call, 0);
        long[] b = known(call, 1);
        long[] sizes = new long[Math.max(a.length, b.length)];
        for (int i = 0; i < sizes.length; i++) {
            long left = a[i % a.length];
            long right = b[i % b.length];
            sizes[i] =
                    left == OnnxValues.BATCH || right == OnnxValues.BATCH
                            ? OnnxValues.BATCH
                            : calculation.of(left, right);
        }
        call.keep(sizes);
    }

    private static long[] known(OnnxCall call, int input) throws Unreadable {
        long[] integers = call.values().integers(call.node().input(input));
        if (integers == null || integers.length == 0) {
            throw new Unreadable(Texts.text("onnx.notAShape"));
        }
        return integers;
    }
}
