package org.eccexplorer.keras.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.keras.layer.ElementOrder;
import org.eccexplorer.keras.layer.Value;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.SizeLeftOpen;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Finds the shape of the image that a model takes. */
final class InputShape {
    private static final int MOST = 65_536;

    private InputShape() {}

    /**
     * The input of a model.
     *
     * @param planes whether the model stores images channels-first
     * @param size to use where the model leaves it open; must agree where it does not
     */
    static Value of(String where, KerasLayer model, boolean planes, @Nullable Shape size)
            throws ProblemException {
        KerasLayer holder = holder(where, model);
        JsonNode shape = holder.config().path("batch_shape");
        if (!shape.isArray()) {
            shape = holder.config().path("batch_input_shape");
        }
        if (!shape.isArray()) {
            throw ModelFaults.unsupported(
                    where,
                    "The model does not say what its input is",
                    "layer %s has no input shape".formatted(SafeText.text(holder.path())),
                    "Give the first layer an input shape, or call the model once before saving");
        }
        if (shape.size() < 2 || shape.size() > 4) {
            throw ModelFaults.unsupported(
                    where,
                    "The input is neither an image nor a sequence nor a vector",
                    "its shape is " + SafeText.json(shape),
                    "Use a model of images");
        }
        int[] lengths = new int[shape.size() - 1];
        for (int d = 0; d < lengths.length; d++) {
            lengths[d] = length(where, shape, d, given(size, d, lengths.length, planes));
        }
        try {
            return new Value(0, ElementOrder.shape(lengths, planes), lengths.length + 1);
        } catch (ArithmeticException e) {
            throw ModelFaults.limit(
                    where,
                    "The input has more than 2 billion values",
                    "its shape is " + SafeText.json(shape));
        }
    }

    private static int length(String where, JsonNode shape, int dimension, int given)
            throws ProblemException {
        JsonNode length = shape.get(dimension + 1);
        if (length.isNull()) {
            if (given == 0) {
                throw new SizeLeftOpen(
                        new Problem(
                                Problem.Kind.UNSUPPORTED,
                                where,
                                "The model leaves the size of its images open",
                                "its input is " + SafeText.json(shape),
                                "Say which size to use, such as --size 32x32x3, or save the model"
                                        + " with a fixed input shape"));
            }
            return given;
        }
        if (!length.isIntegralNumber()
                || !length.canConvertToInt()
                || length.asInt() < 1
                || length.asInt() > MOST) {
            throw ModelFaults.corrupt(
                    where,
                    "The input's shape is impossible",
                    "it is %s; lengths go from 1 to %,d".formatted(SafeText.json(shape), MOST));
        }
        if (given != 0 && given != length.asInt()) {
            throw ModelFaults.unsupported(
                    where,
                    "The model has another input size than the one asked for",
                    "its input is %s, %d was asked for where it has %d"
                            .formatted(SafeText.json(shape), given, length.asInt()),
                    "Leave out the size, or ask for the model's own");
        }
        return length.asInt();
    }

    /** The length asked for in a dimension as Keras counts it, without the batch; 0 if none. */
    private static int given(@Nullable Shape size, int dimension, int dimensions, boolean planes) {
        return size == null ? 0 : ElementOrder.lengths(size, dimensions, planes)[dimension];
    }

    /** The layer that says the shape: the only InputLayer, or else the first layer. */
    private static KerasLayer holder(String where, KerasLayer model) throws ProblemException {
        List<KerasLayer> inputs = model.children().stream().filter(KerasLayer::isInput).toList();
        if (inputs.size() > 1) {
            throw ModelFaults.unsupported(
                    where,
                    "The model has %d inputs".formatted(inputs.size()),
                    String.join(", ", inputs.stream().map(in -> SafeText.text(in.name())).toList()),
                    "Save a model with one input");
        }
        KerasLayer holder = inputs.isEmpty() ? model.children().getFirst() : inputs.getFirst();
        return holder.isModel() ? holder(where, holder) : holder;
    }
}
