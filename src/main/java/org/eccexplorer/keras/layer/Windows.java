package org.eccexplorer.keras.layer;

import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads kernel size, strides, padding and dilation. */
final class Windows {
    private Windows() {}

    static SlidingWindow convolution(LayerCall call, int dimensions) throws Refusal {
        LayerConfig config = call.config();
        int[] size = config.pair("kernel_size", dimensions);
        int[] strides = config.pair("strides", 1, dimensions);
        int[] dilation = config.pair("dilation_rate", 1, dimensions);
        return padded(call, size, strides, dilation, dimensions);
    }

    static SlidingWindow pooling(LayerCall call, int dimensions) throws Refusal {
        LayerConfig config = call.config();
        int[] size = config.pair("pool_size", 2, dimensions);
        int[] strides = config.has("strides") ? config.pair("strides", dimensions) : size;
        return padded(call, size, strides, new int[] {1, 1}, dimensions);
    }

    private static SlidingWindow padded(
            LayerCall call, int[] size, int[] strides, int[] dilation, int dimensions)
            throws Refusal {
        Shape in = call.spatial(dimensions);
        call.dataFormat();
        checkSpan(size, dilation);
        String padding = call.config().text("padding", "valid");
        return switch (padding) {
            case "valid" -> window(size, strides, dilation, 0);
            case "same" ->
                    SlidingWindow.same(
                            size[0], size[1], strides[0], strides[1], dilation[0], dilation[1], in);
            case "causal" -> {
                if (dimensions != 1) {
                    throw new Refusal(Texts.text("keras.layer.causalInTwo"));
                }
                yield window(size, strides, dilation, (size[1] - 1) * dilation[1]);
            }
            default ->
                    throw new Refusal(Texts.text("keras.layer.paddingIs", SafeText.text(padding)));
        };
    }

    private static void checkSpan(int[] size, int[] dilation) throws Refusal {
        for (int d = 0; d < 2; d++) {
            long span = (size[d] - 1L) * dilation[d] + 1;
            if (span > 65_536) {
                throw new Refusal(
                        Texts.text(
                                "keras.layer.windowSpans",
                                size[d],
                                dilation[d],
                                Numbers.count(span)));
            }
        }
    }

    private static SlidingWindow window(int[] size, int[] strides, int[] dilation, int left) {
        return new SlidingWindow(
                size[0], size[1], strides[0], strides[1], dilation[0], dilation[1], 0, left, 0, 0);
    }

    /** The shape that a window gives; it must fit into its input at least once. */
    static Shape slide(SlidingWindow window, Shape in, int channels) throws InputRefusal {
        int height = window.outputHeight(in.height());
        int width = window.outputWidth(in.width());
        if (height < 1 || width < 1) {
            throw new InputRefusal(
                    Texts.text("keras.layer.windowTooLarge", window.height(), window.width(), in));
        }
        return new Shape(height, width, channels);
    }
}
