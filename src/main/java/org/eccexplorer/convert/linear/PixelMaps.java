package org.eccexplorer.convert.linear;

import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.Shape;

/** Linear maps whose weights differ from pixel to pixel. */
final class PixelMaps {
    private PixelMaps() {}

    /** Every element multiplied by its own factor: one tap per pixel. */
    static LinearMap elementwise(Shape shape, double[] factors) {
        TapTable each = TapTable.identity(shape.pixels());
        int[] tap = new int[shape.pixels()];
        for (int p = 0; p < tap.length; p++) {
            tap[p] = p;
        }
        TapTable table = new TapTable(each.start(), each.source(), tap, shape.pixels());
        int channels = shape.channels();
        return new LinearMap(shape, shape, 0, channels, channels, table, factors);
    }

    /**
     * A dense layer that sees the elements of {@code shape} in the order of {@code view}: one
     * target pixel that reads all source pixels, each through a tap of its own.
     */
    static LinearMap denseOverView(LinearMap dense, int[] view, Shape shape) {
        int outputs = dense.width();
        int channels = shape.channels();
        int pixels = shape.pixels();
        double[] rows = dense.allWeights();
        double[] weights = new double[rows.length];
        for (int i = 0; i < view.length; i++) {
            System.arraycopy(rows, i * outputs, weights, view[i] * outputs, outputs);
        }
        TapTable.Builder builder = new TapTable.Builder(1);
        for (int p = 0; p < pixels; p++) {
            builder.add(p, p);
        }
        builder.endPixel();
        Shape vector = Shape.vector(outputs);
        if (weights.length != pixels * channels * outputs) {
            throw new IllegalArgumentException("a dense layer does not see the whole view");
        }
        return new LinearMap(shape, vector, 0, outputs, 1, builder.build(pixels), weights);
    }
}
