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
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Finds the shape of the image that a model takes. */
final class InputShape {
    private static final int MAX_LENGTH = 65_536;

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
                    Texts.text("keras.graph.inputUnknown"),
                    Texts.text("keras.graph.noInputShape", SafeText.text(holder.path())),
                    Texts.text("keras.graph.giveInputShape"));
        }
        if (shape.size() < 2 || shape.size() > 4) {
            throw ModelFaults.unsupported(
                    where,
                    Texts.text("keras.graph.noImages"),
                    Texts.text("keras.graph.shapeIs", SafeText.json(shape)),
                    Texts.text("keras.graph.useImages"));
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
                    Texts.text("keras.graph.inputTooLarge"),
                    Texts.text("keras.graph.shapeIs", SafeText.json(shape)));
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
                                Texts.text("keras.graph.sizeLeftOpen"),
                                Texts.text("keras.graph.inputIs", SafeText.json(shape)),
                                Texts.text("keras.graph.sayTheSize")));
            }
            return given;
        }
        if (!length.isIntegralNumber()
                || !length.canConvertToInt()
                || length.asInt() < 1
                || length.asInt() > MAX_LENGTH) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("keras.graph.impossibleShape"),
                    Texts.text(
                            "keras.graph.lengthsBetween",
                            SafeText.json(shape),
                            Numbers.count(MAX_LENGTH)));
        }
        if (given != 0 && given != length.asInt()) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    where,
                    Texts.text("keras.graph.differentSize"),
                    Texts.text(
                            "keras.graph.sizeRequested",
                            SafeText.json(shape),
                            given,
                            length.asInt()),
                    Texts.text("keras.graph.leaveOutSize"));
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
                    Texts.text("keras.graph.manyInputs", inputs.size()),
                    String.join(", ", inputs.stream().map(in -> SafeText.text(in.name())).toList()),
                    Texts.text("keras.graph.oneInput"));
        }
        KerasLayer holder = inputs.isEmpty() ? model.children().getFirst() : inputs.getFirst();
        return holder.isModel() ? holder(where, holder) : holder;
    }
}
