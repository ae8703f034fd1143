package org.eccexplorer.convert.linear;

import java.util.Arrays;
import org.eccexplorer.tensor.Shape;

/**
 * The constant part of a current: a value for each element, or for each channel where all pixels
 * have the same, as they do unless a border or a view tells them apart.
 *
 * @param values of all elements, channels-last, or of the channels
 */
public record Offset(double[] values) {
    static Offset none(Shape shape) {
        return new Offset(new double[shape.channels()]);
    }

    /** The value of an element. */
    public double at(int element) {
        return values[element % values.length];
    }

    boolean isZero() {
        for (double value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all pixels have the same. */
    public boolean isOfChannels(Shape shape) {
        return values.length == shape.channels();
    }

    /** A value for each element. */
    double[] elements(Shape shape) {
        double[] elements = new double[shape.size()];
        for (int first = 0; first < elements.length; first += values.length) {
            System.arraycopy(values, 0, elements, first, values.length);
        }
        return elements;
    }

    /** Plus a constant per channel. */
    Offset plus(float[] bias) {
        double[] sum = values.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += bias[i % bias.length];
        }
        return new Offset(sum);
    }

    /** Each channel multiplied by a factor and moved by a constant. */
    Offset scaled(double[] factor, double[] constant) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = values[i] * factor[i % factor.length] + constant[i % factor.length];
        }
        return new Offset(scaled);
    }

    /** The sum of several of one shape, added up in their order. */
    static Offset sum(Iterable<Offset> offsets, Shape shape) {
        boolean alike = true;
        for (Offset offset : offsets) {
            alike &= offset.isOfChannels(shape);
        }
        double[] sum = new double[alike ? shape.channels() : shape.size()];
        for (Offset offset : offsets) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += offset.at(i);
            }
        }
        return new Offset(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offset offset && Arrays.equals(values, offset.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
