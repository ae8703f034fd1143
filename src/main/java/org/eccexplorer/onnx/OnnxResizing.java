package org.eccexplorer.onnx;

import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The operation Resize: pixels repeated, or bilinear scaling. */
final class OnnxResizing {
    /**
     * The size of the result in pixels.
     *
     * @param factors for N, C, H and W, null where the model gives the size instead
     */
    private record Target(double rows, double columns, float @Nullable [] factors) {}

    private OnnxResizing() {}

    /** Of operator sets before 10: pixels are taken from the floor of their place. */
    static Value upsampled(OnnxCall call) throws Unreadable {
        float[] factors =
                call.node().attributes().get("scales") instanceof float[] list
                        ? list
                        : call.weight(1).values();
        return scaled(call, factors);
    }

    /** With two inputs as operator set 10 has it. */
    static Value resized(OnnxCall call) throws Unreadable {
        if (call.node().inputs().size() == 2) {
            return scaled(call, call.weight(1).values());
        }
        Target target = target(call, call.network().shape(call.value(0)));
        return resized(call, target);
    }

    private static Value scaled(OnnxCall call, float[] factors) throws Unreadable {
        Shape in = call.network().shape(call.value(0));
        if (factors.length != 4 || factors[0] != 1 || factors[1] != 1) {
            throw new Unreadable(Texts.text("onnx.scalesOtherDimensions"));
        }
        Target to =
                new Target(
                        Math.floor(factors[2] * (double) in.height()),
                        Math.floor(factors[3] * (double) in.width()),
                        factors);
        String mode = call.node().text("mode");
        return switch (mode) {
            case "", "nearest" ->
                    call.windows()
                            .repeated(call.name(), call.value(0), (int) to.rows, (int) to.columns);
            case "linear" -> bilinear(call, to, Scaling.Grid.ASYMMETRIC);
            default -> throw new Unreadable(Texts.text("onnx.scalesByMode", SafeText.text(mode)));
        };
    }

    private static Value resized(OnnxCall call, Target target) throws Unreadable {
        String mode = call.node().text("mode");
        return switch (mode) {
            case "", "nearest" -> repeated(call, target);
            case "linear" -> bilinear(call, target);
            default -> throw new Unreadable(Texts.text("onnx.scalesByMode", SafeText.text(mode)));
        };
    }

    private static Target target(OnnxCall call, Shape in) throws Unreadable {
        int[] axes = axes(call);
        TrainedTensor scales = call.optional(2);
        if (scales != null && scales.values().length == axes.length) {
            float[] factors = {1, 1, 1, 1};
            for (int i = 0; i < axes.length; i++) {
                factors[axes[i]] = scales.values()[i];
            }
            if (factors[0] != 1 || factors[1] != 1) {
                throw new Unreadable(Texts.text("onnx.scalesOtherDimensions"));
            }
            return new Target(
                    factors[2] * (double) in.height(), factors[3] * (double) in.width(), factors);
        }
        long[] sizes = call.values().integers(call.node().input(3));
        if (sizes == null || sizes.length != axes.length) {
            throw new Unreadable(Texts.text("onnx.knownOnlyAtRunTime", "sizes"));
        }
        long[] all = {1, in.channels(), in.height(), in.width()};
        for (int i = 0; i < axes.length; i++) {
            all[axes[i]] = sizes[i];
        }
        if (all[1] != in.channels()) {
            throw new Unreadable(Texts.text("onnx.scalesOtherDimensions"));
        }
        return new Target(all[2], all[3], null);
    }

    /** Those that scales and sizes are for; all where nothing is said. */
    private static int[] axes(OnnxCall call) throws Unreadable {
        if (!(call.node().attributes().get("axes") instanceof long[] given)) {
            return new int[] {0, 1, 2, 3};
        }
        int[] axes = new int[given.length];
        for (int i = 0; i < axes.length; i++) {
            long axis = given[i] < 0 ? given[i] + 4 : given[i];
            if (axis < 0 || axis > 3) {
                throw new Unreadable(Texts.text("onnx.scalesOtherDimensions"));
            }
            axes[i] = (int) axis;
        }
        return axes;
    }

    private static String grid(OnnxCall call) {
        return call.node().text("coordinate_transformation_mode");
    }

    /** Only those roundings that repeat each pixel as often as every other. */
    private static Value repeated(OnnxCall call, Target to) throws Unreadable {
        String rounding = call.node().text("nearest_mode");
        boolean repeats =
                switch (grid(call)) {
                    case "", "half_pixel", "pytorch_half_pixel" ->
                            rounding.isEmpty() || rounding.startsWith("round_prefer_");
                    case "asymmetric" -> rounding.equals("floor");
                    default -> false;
                };
        if (!repeats) {
            throw new Unreadable(
                    Texts.text(
                            "onnx.nearestOtherwise",
                            SafeText.text(grid(call)),
                            SafeText.text(rounding)));
        }
        if (to.rows != Math.rint(to.rows) || to.columns != Math.rint(to.columns)) {
            throw new Unreadable(Texts.text("channelsfirst.noWholeFactor"));
        }
        return call.windows().repeated(call.name(), call.value(0), (int) to.rows, (int) to.columns);
    }

    private static Value bilinear(OnnxCall call, Target to) throws Unreadable {
        OnnxNode node = call.node();
        if (node.integer("antialias", 0) != 0 || node.integer("exclude_outside", 0) != 0) {
            throw new Unreadable(Texts.text("onnx.scalesSmoothly"));
        }
        Scaling.Grid grid =
                switch (grid(call)) {
                    case "", "half_pixel", "pytorch_half_pixel" -> Scaling.Grid.HALF_PIXEL;
                    case "align_corners" -> Scaling.Grid.ALIGNED_CORNERS;
                    case "asymmetric" -> Scaling.Grid.ASYMMETRIC;
                    default ->
                            throw new Unreadable(
                                    Texts.text("onnx.gridUnknown", SafeText.text(grid(call))));
                };
        return bilinear(call, to, grid);
    }

    private static Value bilinear(OnnxCall call, Target to, Scaling.Grid grid) throws Unreadable {
        Shape in = call.network().shape(call.value(0));
        float[] factors = to.factors;
        return call.windows()
                .bilinear(
                        call.name(),
                        call.value(0),
                        (int) to.rows,
                        (int) to.columns,
                        grid,
                        factors == null ? in.height() / to.rows : 1.0 / factors[2],
                        factors == null ? in.width() / to.columns : 1.0 / factors[3]);
    }
}
