package org.eccexplorer.dataset.picture;

import java.util.Optional;
import org.eccexplorer.tensor.Shape;

/** The shape that pictures are scaled to for a model whose input may have another form. */
public final class PictureShape {
    private PictureShape() {}

    /**
     * Rows, columns and colours: of (28, 28) as steps and channels 28×28 grey values, of 784 values
     * in a row too, of 3,072 32×32 colours.
     */
    public static Shape of(Shape input) {
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

    /**
     * Rows, columns and colours of what may be a picture: of images themselves, of values in a row
     * that fill a square, of as many steps as channels; empty for other sequences and values.
     */
    public static Optional<Shape> pictured(Shape input) {
        if (input.height() > 1) {
            return Optional.of(input);
        }
        boolean square = input.isVector() || input.width() == input.channels();
        return Optional.of(of(input)).filter(shape -> square && shape.height() > 1);
    }

    private static boolean isColours(int channels) {
        return channels == 1 || channels == 3;
    }
}
