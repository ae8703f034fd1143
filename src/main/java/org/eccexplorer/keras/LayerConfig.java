package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one layer, read by name and type. What is not read and not known to be harmless
 * is a setting that would change the result, so it is refused.
 */
final class LayerConfig {
    /** Settings larger than this are no layer that anyone trained. */
    private static final int MOST = 65_536;

    private static final Set<String> HARMLESS =
            Set.of(
                    "name",
                    "trainable",
                    "dtype",
                    "batch_input_shape",
                    "batch_shape",
                    "input_dtype",
                    "activity_regularizer",
                    "autocast",
                    "sparse",
                    "ragged",
                    "optional",
                    "implementation",
                    "momentum",
                    "fused",
                    "synchronized",
                    "renorm_momentum",
                    "seed",
                    "input_shape",
                    "batch_size");

    /** A setting that cannot be honoured; the layer is refused with this text. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private final JsonNode config;
    private final Set<String> read = new HashSet<>();

    LayerConfig(JsonNode config) {
        this.config = config;
    }

    JsonNode get(String key) {
        read.add(key);
        return config.path(key);
    }

    boolean flag(String key, boolean otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Refusal("%s is %s, not true or false".formatted(key, value));
        }
        return value.asBoolean();
    }

    String text(String key, String otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw new Refusal("%s is %s, not a word".formatted(key, value.getNodeType()));
        }
        return value.asText();
    }

    double number(String key, double otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new Refusal("%s is %s, not a number".formatted(key, value.getNodeType()));
        }
        return value.asDouble();
    }

    /** A whole number from {@code least} to 65,536. */
    int count(String key, int otherwise, int least) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        return whole(key, value, least);
    }

    /** A whole number from 1 that has no default. */
    int required(String key) throws Refusal {
        if (!config.hasNonNull(key)) {
            throw new Refusal(key + " is missing");
        }
        return count(key, 1, 1);
    }

    private static int whole(String key, JsonNode value, int least) throws Refusal {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new Refusal("%s is %s, not a whole number".formatted(key, value));
        }
        if (value.asInt() < least || value.asInt() > MOST) {
            throw new Refusal(
                    "%s is %s, not between %d and %,d".formatted(key, value, least, MOST));
        }
        return value.asInt();
    }

    /** One or two whole numbers: rows and columns; in one dimension only columns. */
    int[] pair(String key, int otherwise, int least, boolean oneDimensional) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode() || value.isNull()) {
            return new int[] {oneDimensional ? 1 : otherwise, otherwise};
        }
        if (value.isArray() && value.size() == (oneDimensional ? 1 : 2)) {
            int last = whole(key, value.get(value.size() - 1), least);
            return new int[] {oneDimensional ? 1 : whole(key, value.get(0), least), last};
        }
        int both = whole(key, value, least);
        return new int[] {oneDimensional ? 1 : both, both};
    }

    boolean has(String key) {
        return config.hasNonNull(key);
    }

    /** Declares every setting harmless. */
    void ignoreAll() {
        config.fieldNames().forEachRemaining(read::add);
    }

    /** The first setting that was not read and could matter, as "key=value"; null if none. */
    @Nullable String unread() {
        Iterator<String> names = config.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            JsonNode value = config.path(name);
            boolean idle = value.isNull() || (value.isBoolean() && !value.asBoolean());
            if (!idle
                    && !read.contains(name)
                    && !HARMLESS.contains(name)
                    && !name.endsWith("_initializer")
                    && !name.endsWith("_regularizer")
                    && !name.endsWith("_constraint")) {
                return "%s=%s".formatted(name, value);
            }
        }
        return null;
    }
}
