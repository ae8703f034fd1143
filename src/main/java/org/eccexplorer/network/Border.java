package org.eccexplorer.network;

import org.eccexplorer.tensor.Shape;

/** Rows and columns at the four sides of an image, none of them negative. */
public record Border(int top, int left, int bottom, int right) {
    public Border {
        if (Math.min(Math.min(top, left), Math.min(bottom, right)) < 0) {
            throw new IllegalArgumentException("negative border");
        }
    }

    /** Rows above and below together. */
    public int rows() {
        return Math.addExact(top, bottom);
    }

    /** Columns at the left and at the right together. */
    public int columns() {
        return Math.addExact(left, right);
    }

    /**
     * The shape of an image with this border around it.
     *
     * @throws ArithmeticException if it would be too large
     */
    public Shape around(Shape image) {
        return new Shape(
                Math.addExact(image.height(), rows()),
                Math.addExact(image.width(), columns()),
                image.channels());
    }
}
