package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers that a file stores among the arguments of an operator. */
final class Constants {
    private Constants() {}

    /**
     * A number, a list of them, or an array of one dimension longer than 1; null if it is none.
     *
     * @param node a number, nested lists, or Keras's {@code __tensor__} or {@code __numpy__}
     */
    static Argument.@Nullable Constant of(JsonNode node) {
        JsonNode values =
                switch (node.path("class_name").asText()) {
                    case "__tensor__", "__numpy__" -> node.path("config").path("value");
                    default -> node;
                };
        while (values.isArray() && values.size() == 1) {
            values = values.get(0);
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonNode value : values.isArray() ? values : List.of(values)) {
            if (!value.isNumber()) {
                return null;
            }
            numbers.add(value.asDouble());
        }
        return numbers.isEmpty() ? null : new Argument.Constant(numbers);
    }
}
