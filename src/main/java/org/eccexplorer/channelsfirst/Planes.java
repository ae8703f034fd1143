package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Layers that move pixels: padded, repeated. */
final class Planes {
    private Planes() {}

    /** Zeros around an image. */
    static Layer padded(Shape in, Border zeros) {
        Shape out = zeros.around(in);
        int[] source = new int[out.size()];
        Arrays.fill(source, -1);
        for (int y = 0; y < in.height(); y++) {
            int row = ((y + zeros.top()) * out.width() + zeros.left()) * in.channels();
            for (int i = 0; i < in.width() * in.channels(); i++) {
                source[row + i] = y * in.width() * in.channels() + i;
            }
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
