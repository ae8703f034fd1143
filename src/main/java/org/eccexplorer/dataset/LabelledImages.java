package org.eccexplorer.dataset;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.tensor.Shape;

/**
 * Images of one shape with their classes. The arrays are wrapped, not copied, and never changed.
 *
 * @param name for people, such as "Fashion-MNIST test"
 * @param shape of one image
 * @param pixels count × shape, channels-last, in the units of the file (bytes: 0 to 255)
 * @param labels one class index per image; empty if the images have none
 * @param classNames name of each class; empty if unknown
 * @param bytes whether the file held bytes, which models usually take divided by 255
 */
public record LabelledImages(
        String name,
        Shape shape,
        float[] pixels,
        int[] labels,
        List<String> classNames,
        boolean bytes) {

    public LabelledImages {
        classNames = List.copyOf(classNames);
        if (pixels.length % shape.size() != 0
                || (labels.length != 0 && labels.length != pixels.length / shape.size())) {
            throw new IllegalArgumentException("pixels or labels do not fit " + shape);
        }
    }

    public int count() {
        return pixels.length / shape.size();
    }

    /** A copy of one image. */
    public float[] image(int index) {
        return Arrays.copyOfRange(pixels, index * shape.size(), (index + 1) * shape.size());
    }

    /** The first images, or all if there are fewer. */
    public LabelledImages limit(int most) {
        return most >= count() ? this : range(0, most);
    }

    /**
     * Some of the images, in their order.
     *
     * @param from the first, counted from 0
     * @param to the first that is left out, more than {@code from}
     */
    public LabelledImages range(int from, int to) {
        return new LabelledImages(
                name,
                shape,
                Arrays.copyOfRange(pixels, from * shape.size(), to * shape.size()),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to),
                classNames,
                bytes);
    }

    /** The same images with every value multiplied, such as by 1/255. */
    public LabelledImages scaled(double factor) {
        float[] scaled = new float[pixels.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (pixels[i] * factor);
        }
        return new LabelledImages(name, shape, scaled, labels, classNames, false);
    }
}
