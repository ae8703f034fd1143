package org.eccexplorer.tensor;

/**
 * The shape of one image's activation: rows, columns and channels, stored channels-last ({@code
 * index = (y·width + x)·channels + c}). A vector is 1 × 1 × channels.
 */
public record Shape(int height, int width, int channels) {

    public Shape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "not a shape: " + height + " × " + width + " × " + channels);
        }
        Math.multiplyExact(Math.multiplyExact(height, width), channels);
    }

    public static Shape vector(int channels) {
        return new Shape(1, 1, channels);
    }

    /** Number of values. */
    public int size() {
        return height * width * channels;
    }

    /** Number of positions, each with {@link #channels()} values. */
    public int pixels() {
        return height * width;
    }

    public boolean isVector() {
        return height == 1 && width == 1;
    }

    /** Whether it is steps in one dimension, each with {@link #channels()} values. */
    public boolean isSequence() {
        return height == 1 && width > 1;
    }

    @Override
    public String toString() {
        return isVector() ? Integer.toString(channels) : height + "×" + width + "×" + channels;
    }
}
