package org.eccexplorer.onnx;

import java.util.Arrays;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Border;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The operations of an ONNX graph on rows and columns: pooling and padding. */
final class OnnxWindows {
    private OnnxWindows() {}

    /** How the window of a convolution or pooling moves over an image. */
    static Sliding sliding(OnnxCall call, int[] kernel) throws Unreadable {
        OnnxNode node = call.node();
        Shape in = call.network().shape(call.value(0));
        boolean sequence = call.network().isSequence(call.value(0));
        int[] pads = sequence ? columns(node) : node.integers("pads", 4, 0);
        Sliding sliding =
                new Sliding(
                        kernel,
                        sides(call, "strides"),
                        sides(call, "dilations"),
                        Arrays.copyOf(pads, 2),
                        Arrays.copyOfRange(pads, 2, 4));
        return switch (node.text("auto_pad")) {
            case "", "NOTSET", "VALID" -> sliding;
            case "SAME_UPPER" -> sliding.same(in, true);
            case "SAME_LOWER" -> sliding.same(in, false);
            default ->
                    throw new Unreadable(
                            Texts.text(
                                    "onnx.autoPadUnknown", SafeText.text(node.text("auto_pad"))));
        };
    }

    /** Rows, then columns; of sequences there are columns only. */
    private static int[] sides(OnnxCall call, String name) throws Unreadable {
        return call.network().isSequence(call.value(0))
                ? new int[] {1, call.node().integers(name, 1, 1)[0]}
                : call.node().integers(name, 2, 1);
    }

    private static int[] columns(OnnxNode node) throws Unreadable {
        int[] pads = node.integers("pads", 2, 0);
        return new int[] {0, pads[0], 0, pads[1]};
    }

    private static Sliding pooling(OnnxCall call) throws Unreadable {
        int[] kernel = sides(call, "kernel_shape");
        return sliding(call, kernel);
    }

    private static boolean countsPartialWindows(OnnxCall call) {
        return call.node().integer("ceil_mode", 0) != 0;
    }

    static Value average(OnnxCall call) throws Unreadable {
        return call.windows()
                .average(
                        call.name(),
                        call.value(0),
                        pooling(call),
                        countsPartialWindows(call),
                        call.node().integer("count_include_pad", 0) == 1);
    }

    static Value maximum(OnnxCall call) throws Unreadable {
        return call.windows()
                .maximum(call.name(), call.value(0), pooling(call), countsPartialWindows(call));
    }

    static Value globalAverage(OnnxCall call) throws Unreadable {
        return call.windows().adaptiveAverage(call.name(), call.value(0), 1, 1);
    }

    static Value globalMaximum(OnnxCall call) throws Unreadable {
        return call.windows().globalMaximum(call.name(), call.value(0));
    }

    static Value mean(OnnxCall call) throws Unreadable {
        return call.windows().mean(call.name(), call.value(0), axes(call), keepsDimensions(call));
    }

    static Value reducedMaximum(OnnxCall call) throws Unreadable {
        return call.windows()
                .maximum(call.name(), call.value(0), axes(call), keepsDimensions(call));
    }

    private static long[] axes(OnnxCall call) throws Unreadable {
        return call.integers(1, "axes");
    }

    private static boolean keepsDimensions(OnnxCall call) {
        return call.node().integer("keepdims", 1) != 0;
    }

    /** Before all dimensions, then behind all; the images of a batch get none. */
    static Value padding(OnnxCall call) throws Unreadable {
        long[] given = ofAllAxes(call, call.optionalIntegers(1, "pads"));
        long[] pads = given != null && given.length == 6 ? withoutRows(given) : given;
        TrainedTensor value = call.optional(2);
        String mode = call.node().text("mode");
        if (pads == null
                || pads.length != 8
                || pads[0] != 0
                || pads[4] != 0
                || call.node().real("value", 0) != 0
                || !(value == null || value.isNumber(0))
                || !(mode.isEmpty() || mode.equals("constant"))) {
            throw new Unreadable(Texts.text("channelsfirst.padsOtherwise"));
        }
        for (long side : pads) {
            if (side < 0 || side > Integer.MAX_VALUE) {
                throw new Unreadable(Texts.text("channelsfirst.padsBy", Arrays.toString(pads)));
            }
        }
        Border zeros = new Border((int) pads[2], (int) pads[3], (int) pads[6], (int) pads[7]);
        return call.windows()
                .padded(call.name(), call.value(0), zeros, (int) pads[1], (int) pads[5]);
    }

    /** The other axes are not padded. */
    private static long @Nullable [] ofAllAxes(OnnxCall call, long @Nullable [] pads)
            throws Unreadable {
        if (pads == null || call.node().input(3).isEmpty()) {
            return pads;
        }
        long[] axes = call.wholeNumbers(3);
        int rank = call.value(0).arrangement().dims().length + 1;
        long[] all = new long[2 * rank];
        for (int i = 0; i < axes.length; i++) {
            long axis = axes[i] < 0 ? axes[i] + rank : axes[i];
            if (axis < 0 || axis >= rank || pads.length != 2 * axes.length) {
                throw new Unreadable(Texts.text("channelsfirst.padsOtherwise"));
            }
            all[(int) axis] = pads[i];
            all[(int) axis + rank] = pads[axes.length + i];
        }
        return all;
    }

    /** Of a sequence, (N, C, L), as of an image with one row. */
    private static long[] withoutRows(long[] pads) {
        return new long[] {pads[0], pads[1], 0, pads[2], pads[3], pads[4], 0, pads[5]};
    }
}
