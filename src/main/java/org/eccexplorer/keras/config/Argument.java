package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a layer or an operator is called with. */
public sealed interface Argument {

    /** An output of another layer. */
    record Tensor(TensorReference reference) implements Argument {}

    /**
     * A number, as in x + 1, or one for each channel; only operators take them.
     *
     * @param values one, or as many as there are channels
     */
    record Constant(List<Double> values) implements Argument {
        public Constant {
            values = List.copyOf(values);
        }
    }

    /** What is taken of a tensor, as in x[..., 0]: a list of slices, indices and ellipses. */
    record Part(JsonNode slices) implements Argument {}
}
