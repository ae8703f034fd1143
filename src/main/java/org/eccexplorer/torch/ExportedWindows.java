package org.eccexplorer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** The operations of an exported program on rows and columns: pooling, padding and scaling. */
final class ExportedWindows {
    private ExportedWindows() {}

    static Value average(ExportedCall call) throws Unreadable {
        if (!call.argument("divisor_override").path("as_int").isMissingNode()) {
            throw new Unreadable(Texts.text("torch.divisorOverride"));
        }
        return call.windows()
                .average(
                        call.name(),
                        call.value("self"),
                        pooling(call),
                        call.flag("ceil_mode", false),
                        call.flag("count_include_pad", true));
    }

    static Value maximum(ExportedCall call) throws Unreadable {
        return call.windows()
                .maximum(
                        call.name(),
                        call.value("self"),
                        pooling(call),
                        call.flag("ceil_mode", false));
    }

    private static Sliding pooling(ExportedCall call) throws Unreadable {
        int[] kernel = call.pair("kernel_size", 1);
        boolean tiles = call.argument("stride").path("as_ints").isEmpty();
        int[] padding = call.pair("padding", 0);
        return new Sliding(
                kernel,
                tiles ? kernel : call.pair("stride", 1),
                call.pair("dilation", 1),
                padding,
                padding);
    }

    static Value adaptiveAverage(ExportedCall call) throws Unreadable {
        int[] size = call.pair("output_size", 1);
        return call.windows().adaptiveAverage(call.name(), call.value("self"), size[0], size[1]);
    }

    static Value adaptiveMaximum(ExportedCall call) throws Unreadable {
        int[] size = call.pair("output_size", 0);
        if (size[0] != 1 || size[1] != 1) {
            throw new Unreadable(Texts.text("torch.adaptiveMaximum"));
        }
        return call.windows().globalMaximum(call.name(), call.value("self"));
    }

    static Value mean(ExportedCall call) throws Unreadable {
        return call.windows()
                .mean(
                        call.name(),
                        call.value("self"),
                        call.integers("dim"),
                        call.flag("keepdim", false));
    }

    static Value largest(ExportedCall call) throws Unreadable {
        return call.windows()
                .maximum(
                        call.name(),
                        call.value("self"),
                        call.integers("dim"),
                        call.flag("keepdim", false));
    }

    /** PyTorch gives columns left and right, rows above and below, channels before and behind. */
    static Value padding(ExportedCall call) throws Unreadable {
        JsonNode sides = call.argument("pad").path("as_ints");
        String mode = call.argument("mode").path("as_string").asText("constant");
        if (!mode.equals("constant") || call.number("value", 0) != 0 || sides.size() > 6) {
            throw new Unreadable(Texts.text("channelsfirst.padsOtherwise"));
        }
        for (JsonNode side : sides) {
            if (side.asInt() < 0) {
                throw new Unreadable(Texts.text("channelsfirst.padsBy", sides.toString()));
            }
        }
        Border zeros =
                new Border(
                        sides.path(2).asInt(),
                        sides.path(0).asInt(),
                        sides.path(3).asInt(),
                        sides.path(1).asInt());
        Value x = call.value("self");
        boolean sequence = call.network().isSequence(x);
        if (sequence && sides.size() > 4) {
            throw new Unreadable(Texts.text("channelsfirst.padsOtherwise"));
        }
        // Of a sequence, (N, C, L), what would be rows are channels.
        return sequence
                ? call.windows()
                        .padded(
                                call.name(),
                                x,
                                new Border(0, zeros.left(), 0, zeros.right()),
                                zeros.top(),
                                zeros.bottom())
                : call.windows()
                        .padded(
                                call.name(),
                                x,
                                zeros,
                                sides.path(4).asInt(),
                                sides.path(5).asInt());
    }

    /**
     * The size of a scaled image in pixels.
     *
     * @param stepY input rows per output row, and {@code stepX} columns
     */
    private record Target(double rows, double columns, double stepY, double stepX) {

        /** From a size, or from factors by which rows and columns are scaled. */
        static Target of(ExportedCall call) throws Unreadable {
            Shape in = call.network().shape(call.value("input"));
            JsonNode factors = call.argument("scale_factors").path("as_floats");
            JsonNode sizes = call.argument("output_size").path("as_ints");
            double rows = sizes.path(0).asDouble(factors.path(0).asDouble() * in.height());
            double columns = sizes.path(1).asDouble(factors.path(1).asDouble() * in.width());
            return factors.isEmpty()
                    ? new Target(rows, columns, in.height() / rows, in.width() / columns)
                    : new Target(
                            rows,
                            columns,
                            1 / factors.path(0).asDouble(),
                            1 / factors.path(1).asDouble());
        }
    }

    static Value nearest(ExportedCall call) throws Unreadable {
        Target to = Target.of(call);
        if (to.rows != Math.rint(to.rows) || to.columns != Math.rint(to.columns)) {
            throw new Unreadable(Texts.text("channelsfirst.noWholeFactor"));
        }
        return call.windows()
                .repeated(call.name(), call.value("input"), (int) to.rows, (int) to.columns);
    }

    static Value bilinear(ExportedCall call) throws Unreadable {
        Target to = Target.of(call);
        return call.windows()
                .bilinear(
                        call.name(),
                        call.value("input"),
                        (int) to.rows,
                        (int) to.columns,
                        call.flag("align_corners", false)
                                ? Scaling.Grid.ALIGNED_CORNERS
                                : Scaling.Grid.HALF_PIXEL,
                        to.stepY,
                        to.stepX);
    }
}
