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

/** The operations of an ONNX graph on rows and columns: pooling and padding. */
final class OnnxWindows {
    private OnnxWindows() {}

    /** How the window of a convolution or pooling moves over an image. */
    static Sliding sliding(OnnxNode node, int[] kernel, Shape in) throws Unreadable {
        int[] pads = node.integers("pads", 4, 0);
        Sliding sliding =
                new Sliding(
                        kernel,
                        node.integers("strides", 2, 1),
                        node.integers("dilations", 2, 1),
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

    private static Sliding pooling(OnnxCall call) throws Unreadable {
        int[] kernel = call.node().integers("kernel_shape", 2, 1);
        return sliding(call.node(), kernel, call.network().shape(call.value(0)));
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
        long[] axes = axes(call);
        if (axes.length != 2
                || Arrays.stream(axes).map(a -> Math.floorMod(a, 4L)).sorted().sum() != 5) {
            throw new Unreadable(Texts.text("channelsfirst.reducesOtherDimensions"));
        }
        Value maximum = globalMaximum(call);
        return keepsDimensions(call) ? maximum : call.network().withoutPixels(maximum);
    }

    private static long[] axes(OnnxCall call) throws Unreadable {
        return call.integers(1, "axes");
    }

    private static boolean keepsDimensions(OnnxCall call) {
        return call.node().integer("keepdims", 1) != 0;
    }

    /** Before all dimensions, then behind all: only rows and columns may get zeros. */
    static Value padding(OnnxCall call) throws Unreadable {
        long[] pads = call.values().integers(call.node().input(1));
        TrainedTensor value = call.optional(2);
        String mode = call.node().text("mode");
        if (pads == null
                || pads.length != 8
                || pads[0] != 0
                || pads[1] != 0
                || pads[4] != 0
                || pads[5] != 0
                || !(value == null || value.isNumber(0))
                || !(mode.isEmpty() || mode.equals("constant"))
                || !call.node().input(3).isEmpty()) {
            throw new Unreadable(Texts.text("channelsfirst.padsOtherwise"));
        }
        for (long side : pads) {
            if (side < 0 || side > Integer.MAX_VALUE) {
                throw new Unreadable(Texts.text("channelsfirst.padsBy", Arrays.toString(pads)));
            }
        }
        Border zeros = new Border((int) pads[2], (int) pads[3], (int) pads[6], (int) pads[7]);
        return call.windows().padded(call.name(), call.value(0), zeros);
    }
}
