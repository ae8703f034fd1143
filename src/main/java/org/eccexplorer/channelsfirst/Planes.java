package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Layers that move pixels: padded, repeated. */
final class Planes {
    private Planes() {}

    /** Zeros around an image, and channels of zeros before and behind those of the image. */
    static Layer padded(Shape in, Border zeros, int before, int behind) {
        Shape around = zeros.around(in);
        int channels = Math.addExact(in.channels(), Math.addExact(before, behind));
        Shape out = new Shape(around.height(), around.width(), channels);
        int[] source = new int[out.size()];
        Arrays.fill(source, -1);
        for (int i = 0; i < in.size(); i++) {
            int pixel = i / in.channels();
            int y = pixel / in.width() + zeros.top();
            int x = pixel % in.width() + zeros.left();
            source[(y * out.width() + x) * channels + before + i % in.channels()] = i;
        }
        return new Layer.Rearrangement("zero padding", in, out, source);
    }

    /** Each pixel repeated in rows and in columns. */
    static Layer repeated(Shape in, int rows, int columns) {
        Shape out =
                new Shape(
                        Math.multiplyExact(in.height(), rows),
                        Math.multiplyExact(in.width(), columns),
                        in.channels());
        int[] source = new int[out.size()];
        for (int i = 0; i < source.length; i++) {
            int pixel = i / in.channels();
            int y = pixel / out.width() / rows;
            int x = pixel % out.width() / columns;
            source[i] = (y * in.width() + x) * in.channels() + i % in.channels();
        }
        return new Layer.Rearrangement("up-sampling", in, out, source);
    }
}
