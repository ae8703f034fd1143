package org.eccexplorer.keras.layer;

import org.eccexplorer.tensor.Shape;

/**
 * Where Keras and this program store the values of an image. Keras's order is that of its
 * dimensions: rows, columns, channels, or with channels first: channels, rows, columns. Here
 * channels are always last. A sequence has one row; a vector one row and one column.
 */
public final class ElementOrder {
    private ElementOrder() {}

    /** The shape of one to three lengths as Keras lists them, without the batch. */
    public static Shape shape(int[] lengths, boolean planes) {
        int last = lengths.length - 1;
        return switch (lengths.length) {
            case 1 -> Shape.vector(lengths[0]);
            case 2 ->
                    planes
                            ? new Shape(1, lengths[1], lengths[0])
                            : new Shape(1, lengths[0], lengths[1]);
            default ->
                    planes
                            ? new Shape(lengths[last - 1], lengths[last], lengths[0])
                            : new Shape(lengths[0], lengths[1], lengths[2]);
        };
    }

    /** The lengths that Keras would list for a shape. */
    public static int[] lengths(Shape shape, int dimensions, boolean planes) {
        int h = shape.height();
        int w = shape.width();
        int c = shape.channels();
        return switch (dimensions) {
            case 1 -> new int[] {c};
            case 2 -> planes ? new int[] {c, w} : new int[] {w, c};
            default -> planes ? new int[] {c, h, w} : new int[] {h, w, c};
        };
    }

    /** Where the value that is the i-th for Keras lies here. */
    static int index(int i, Shape shape, boolean planes) {
        int pixels = shape.pixels();
        return planes ? i % pixels * shape.channels() + i / pixels : i;
    }
}
