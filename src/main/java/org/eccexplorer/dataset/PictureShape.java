package org.eccexplorer.dataset;

import org.eccexplorer.tensor.Shape;

/** The shape that pictures are scaled to for a model whose input may have another form. */
final class PictureShape {
    private PictureShape() {}

    /**
     * Rows, columns and colours: of (28, 28) as steps and channels 28×28 grey values, of 784 values
     * in a row too, of 3,072 32×32 colours.
     */
    static Shape of(Shape input) {
        if (isColours(input.channels()) && input.pixels() > 1) {
            return input;
        }
        if (input.height() == 1 && input.width() > 1) {
            return new Shape(input.width(), input.channels(), 1);
        }
        for (int channels : new int[] {1, 3}) {
            int side = (int) Math.round(Math.sqrt((double) input.size() / channels));
            if (input.isVector() && side * side * channels == input.size()) {
                return new Shape(side, side, channels);
            }
        }
        return input;
    }

    private static boolean isColours(int channels) {
        return channels == 1 || channels == 3;
    }
}
