package org.eccexplorer.array;

/**
 * Some rows of an array: of one of images these images, of one of labels their labels.
 *
 * @param type as NumPy writes it, without byte order
 * @param shape of what was taken; empty for a scalar
 * @param total rows that the whole array has
 */
public record ArrayRows(String type, int[] shape, int total, PixelBuilder values) {

    /** Some of so many numbers. */
    public static ArrayRows of(double[] numbers, Selection part) {
        PixelBuilder values = new PixelBuilder("f8", part.count());
        values.add(numbers, part.from(), part.to());
        return new ArrayRows("f8", new int[] {part.count()}, numbers.length, values);
    }

    /** The values as float32. */
    public float[] floats() {
        Pixels pixels = values.pixels();
        float[] floats = new float[pixels.size()];
        pixels.read(0, floats.length, floats);
        return floats;
    }

    /** The shape as NumPy prints it. */
    public String shapeText() {
        return NpyArray.shapeText(shape);
    }
}
