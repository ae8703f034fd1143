package org.eccexplorer.network;

import java.util.List;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** The checks that layers share. */
final class Shapes {
    private Shapes() {}

    static void expect(List<Shape> inputs, int count, String layer) {
        if (inputs.size() != count) {
            throw new IllegalArgumentException(
                    Texts.text("network.inputs", layer, count, inputs.size()));
        }
    }

    /** The only input, which must have so many channels (any if 0). */
    static Shape one(List<Shape> inputs, int channels, String layer) {
        expect(inputs, 1, layer);
        Shape input = inputs.getFirst();
        if (channels != 0 && input.channels() != channels) {
            throw new IllegalArgumentException(
                    Texts.text("network.channels", layer, channels, input));
        }
        return input;
    }

    static Shape slide(SlidingWindow window, Shape input, int channels) {
        int height = window.outputHeight(input.height());
        int width = window.outputWidth(input.width());
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    Texts.text("network.window", window.height(), window.width(), input));
        }
        return new Shape(height, width, channels);
    }

    static void length(float[] values, long expected, String name) {
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    Texts.text("network.values", name, values.length, expected));
        }
    }
}
