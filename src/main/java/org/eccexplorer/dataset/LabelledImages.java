package org.eccexplorer.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.FloatPixels;
import org.eccexplorer.array.Pixels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Images of one shape with their classes. Nothing is copied, and nothing ever changed.
 *
 * @param name for people, such as "Fashion-MNIST test"
 * @param shape of one image
 * @param pixels count × shape, channels-last, in the units of the file (bytes: 0 to 255)
 * @param labels one class index per image; empty if the images have none
 * @param classNames name of each class; empty if unknown
 * @param bytes whether the file held bytes, which models usually take divided by 255
 * @param notes what its reader decided
 */
public record LabelledImages(
        String name,
        Shape shape,
        Pixels pixels,
        int[] labels,
        List<String> classNames,
        boolean bytes,
        DataNotes notes) {

    public LabelledImages {
        classNames = List.copyOf(classNames);
        if (pixels.size() % shape.size() != 0
                || (labels.length != 0 && labels.length != pixels.size() / shape.size())) {
            throw new IllegalArgumentException("pixels or labels do not fit " + shape);
        }
    }

    /** Of images that there is nothing to say about. */
    public LabelledImages(
            String name,
            Shape shape,
            Pixels pixels,
            int[] labels,
            List<String> classNames,
            boolean bytes) {
        this(name, shape, pixels, labels, classNames, bytes, DataNotes.NONE);
    }

    /** Of images that are float32 already; the array is wrapped. */
    public LabelledImages(
            String name,
            Shape shape,
            float[] pixels,
            int[] labels,
            List<String> classNames,
            boolean bytes) {
        this(name, shape, new FloatPixels(pixels), labels, classNames, bytes);
    }

    public int count() {
        return pixels.size() / shape.size();
    }

    /** CRC-32C of all values, their shape and the labels, in hexadecimal digits. */
    public String checksum() {
        CRC32C sum = new CRC32C();
        String form = shape + " " + pixels.checksum() + " " + Arrays.toString(labels);
        sum.update(form.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** One image as float32. */
    public float[] image(int index) {
        return batch(index, 1);
    }

    /** Some images as float32, count × shape, in an array of their own. */
    public float[] batch(int first, int count) {
        float[] values = new float[count * shape.size()];
        pixels.read(first * shape.size(), values.length, values);
        return values;
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
                pixels.range(from * shape.size(), to * shape.size()),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to),
                classNames,
                bytes,
                notes);
    }

    /**
     * Some of the images in any order, copied.
     *
     * @param places from 0
     */
    public LabelledImages chosen(int[] places) {
        return new LabelledImages(
                name,
                shape,
                pixels.images(places, shape.size()),
                labels.length == 0
                        ? labels
                        : Arrays.stream(places).map(place -> labels[place]).toArray(),
                classNames,
                bytes,
                notes);
    }

    /** The same images with every value multiplied, such as by 1/255. */
    public LabelledImages scaled(double factor) {
        return with(pixels.scaled(factor));
    }

    /** The same images with other values, which are no bytes. */
    LabelledImages with(Pixels values) {
        return new LabelledImages(name, shape, values, labels, classNames, false, notes);
    }

    /** The same images with more to say of them. */
    LabelledImages said(List<String> more) {
        return new LabelledImages(name, shape, pixels, labels, classNames, bytes, notes.and(more));
    }

    /** The same images with more that was found. */
    LabelledImages found(DataNotes more) {
        return new LabelledImages(name, shape, pixels, labels, classNames, bytes, notes.and(more));
    }

    /** The same images with these labels. */
    LabelledImages labelled(Labels found) throws ProblemException {
        if (found.classes().length != 0 && found.classes().length != count()) {
            throw DataFaults.corrupt(
                    name,
                    Texts.text("dataset.notTogether"),
                    Texts.text(
                            "dataset.imagesAndLabels",
                            Numbers.count(count()),
                            Numbers.count(found.classes().length)));
        }
        return new LabelledImages(
                name,
                shape,
                pixels,
                found.classes(),
                found.names(),
                bytes,
                new DataNotes(notes.said(), 0, notes.choices()).and(found.notes()));
    }

    /** The same values as images of another shape. */
    LabelledImages shaped(Shape other) {
        return new LabelledImages(name, other, pixels, labels, classNames, bytes, notes);
    }
}
