package org.eccexplorer.array;

import java.util.Arrays;

/**
 * An array as NumPy saves it, in C order.
 *
 * @param type NumPy's type without byte order, such as "f4", "u1", "i8"
 * @param shape empty for a scalar
 * @param values exact for every type but 64-bit integers beyond 2⁵³
 */
public record NpyArray(String type, int[] shape, double[] values) {

    public NpyArray {
        if (size(shape) != values.length) {
            throw new IllegalArgumentException("values do not fill the shape");
        }
    }

    static long size(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    /** A float32 array. */
    public static NpyArray of(float[] values, int... shape) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return new NpyArray("f4", shape, doubles);
    }

    /** An int32 array. */
    public static NpyArray of(int[] values, int... shape) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return new NpyArray("i4", shape, doubles);
    }

    /** A float64 array. */
    public static NpyArray of(double[] values, int... shape) {
        return new NpyArray("f8", shape, values);
    }

    /** The values as float32. */
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The shape as NumPy prints it. */
    public String shapeText() {
        return shapeText(shape);
    }

    static String shapeText(int[] shape) {
        String text = Arrays.toString(shape);
        return "(" + text.substring(1, text.length() - 1) + ")";
    }
}
