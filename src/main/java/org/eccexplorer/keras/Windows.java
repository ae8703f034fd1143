package org.eccexplorer.keras;

import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Window;
import org.eccexplorer.tensor.Shape;

/** Reads kernel size, strides, padding and dilation. */
final class Windows {
    private Windows() {}

    /**
     * Reads the window of a convolution or pooling.
     *
     * @param sizeKey "kernel_size" or "pool_size"
     */
    static Window read(
            LayerConfig config, Shape in, boolean planes, String sizeKey, boolean oneDimensional)
            throws Refusal {
        format(config, planes);
        boolean pooling = sizeKey.equals("pool_size");
        int[] size = config.pair(sizeKey, pooling ? 2 : 0, 1, oneDimensional);
        if (size[1] == 0) {
            throw new Refusal(sizeKey + " is missing");
        }
        boolean own = config.has("strides");
        int[] strides = config.pair("strides", 1, 1, oneDimensional);
        if (pooling && !own) {
            strides = size;
        }
        int[] dilation =
                pooling ? new int[] {1, 1} : config.pair("dilation_rate", 1, 1, oneDimensional);
        String padding = config.text("padding", "valid");
        return switch (padding) {
            case "valid" ->
                    new Window(
                            size[0],
                            size[1],
                            strides[0],
                            strides[1],
                            dilation[0],
                            dilation[1],
                            0,
                            0,
                            0,
                            0);
            case "same" ->
                    Window.same(
                            size[0], size[1], strides[0], strides[1], dilation[0], dilation[1], in);
            case "causal" -> {
                if (!oneDimensional) {
                    throw new Refusal("padding=causal in two dimensions");
                }
                int before = (size[1] - 1) * dilation[1];
                yield new Window(1, size[1], 1, strides[1], 1, dilation[1], 0, before, 0, 0);
            }
            default -> throw new Refusal("padding=" + LayerTree.printable(padding));
        };
    }

    /** The data format must be the model's. */
    static void format(LayerConfig config, boolean planes) throws Refusal {
        String format = config.text("data_format", "");
        boolean first = format.equals("channels_first");
        if (first != planes && !format.isEmpty()) {
            throw new Refusal(
                    "data_format=%s differs from the rest of the model".formatted(format));
        }
    }

    static Shape slide(Window window, Shape in, int channels) throws Refusal {
        int height = window.outputHeight(in.height());
        int width = window.outputWidth(in.width());
        if (height < 1 || width < 1) {
            throw new Refusal(
                    "a %d×%d window does not fit into %s"
                            .formatted(window.height(), window.width(), in));
        }
        if ((long) height * width * channels > Integer.MAX_VALUE) {
            throw new Refusal("its output would have more than 2 billion values");
        }
        return new Shape(height, width, channels);
    }
}
