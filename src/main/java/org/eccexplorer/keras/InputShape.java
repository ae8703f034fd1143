package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Finds the shape of the image that a model takes. */
final class InputShape {
    private static final int MOST = 65_536;

    private InputShape() {}

    static Value of(String where, KerasLayer layer, boolean planes, @Nullable Shape size)
            throws ProblemException {
        JsonNode shape = layer.config().path("batch_shape");
        if (!shape.isArray()) {
            shape = layer.config().path("batch_input_shape");
        }
        if (!shape.isArray()) {
            throw Faults.unsupported(
                    where,
                    "The model does not say what its input is",
                    "layer %s has no input shape".formatted(LayerTree.printable(layer.path())),
                    "Give the first layer an input shape, or call the model once before saving");
        }
        if (shape.size() < 2 || shape.size() > 4) {
            throw Faults.unsupported(
                    where,
                    "The input is neither an image nor a vector",
                    "its shape is " + shape,
                    "Use a model of images");
        }
        int[] sizes = new int[shape.size() - 1];
        for (int d = 0; d < sizes.length; d++) {
            JsonNode length = shape.get(d + 1);
            if (length.isNull()) {
                if (size == null || sizes.length != 3) {
                    throw open(where, shape);
                }
                return new Value(0, size, 4);
            }
            if (!length.isIntegralNumber() || length.asLong() < 1 || length.asLong() > MOST) {
                throw Faults.corrupt(where, "The input's shape is impossible", "it is " + shape);
            }
            sizes[d] = length.asInt();
        }
        boolean swap = planes && sizes.length == 3;
        Shape found = swap ? new Shape(sizes[1], sizes[2], sizes[0]) : Rearrangements.shape(sizes);
        return new Value(0, found, sizes.length + 1);
    }

    private static ProblemException open(String where, JsonNode shape) {
        return Faults.unsupported(
                where,
                "The model leaves the size of its images open",
                "its input is " + shape,
                "Say which size to use, or save the model with a fixed input shape");
    }
}
