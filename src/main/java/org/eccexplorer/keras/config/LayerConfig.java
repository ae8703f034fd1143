package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The settings of one layer, read by name and type. What is not read and not known to be harmless
 * is a setting that would change the result, so it is refused.
 */
public final class LayerConfig {
    /** Settings larger than this are no layer that anyone trained. */
    private static final int MAX_LENGTH = 65_536;

    /** Of training, of bookkeeping, or said elsewhere. */
    private static final Set<String> HARMLESS =
            Set.of(
                    "name",
                    "trainable",
                    "dtype",
                    "batch_input_shape",
                    "batch_shape",
                    "input_shape",
                    "input_dtype",
                    "batch_size",
                    "autocast",
                    "implementation",
                    "momentum",
                    "fused",
                    "synchronized",
                    "renorm_momentum",
                    "seed");

    private final JsonNode config;
    private final Set<String> read = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();

    public LayerConfig(JsonNode config) {
        this.config = config;
    }

    /** The setting; missing also where the file says null. */
    public JsonNode get(String key) {
        read.add(key);
        JsonNode value = config.path(key);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    public boolean flag(String key, boolean otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Refusal(Texts.text("keras.config.notAFlag", key, SafeText.json(value)));
        }
        return value.asBoolean();
    }

    public String text(String key, String otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw new Refusal(Texts.text("keras.config.notAWord", key, SafeText.json(value)));
        }
        return value.asText();
    }

    public double number(String key, double otherwise) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isNumber()) {
            throw new Refusal(Texts.text("keras.config.notANumber", key, SafeText.json(value)));
        }
        return value.asDouble();
    }

    /** A whole number from 1 to 65,536. */
    public int count(String key, int otherwise) throws Refusal {
        JsonNode value = get(key);
        return value.isMissingNode() ? otherwise : whole(key, value);
    }

    /** A whole number from 1 to 65,536 that must be there. */
    public int count(String key) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            throw new Refusal(Texts.text("keras.config.settingMissing", key));
        }
        return whole(key, value);
    }

    private static int whole(String key, JsonNode value) throws Refusal {
        boolean inRange =
                value.canConvertToInt() && value.asInt() >= 1 && value.asInt() <= MAX_LENGTH;
        if (!value.isIntegralNumber() || !inRange) {
            throw new Refusal(
                    Texts.text(
                            "keras.config.notAWholeNumber",
                            key,
                            SafeText.json(value),
                            Numbers.count(MAX_LENGTH)));
        }
        return value.asInt();
    }

    /** Rows and columns; in one dimension the rows are 1. */
    public int[] pair(String key, int otherwise, int dimensions) throws Refusal {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return new int[] {dimensions == 1 ? 1 : otherwise, otherwise};
        }
        if (value.isArray() && value.size() != dimensions) {
            throw new Refusal(
                    Texts.text(
                            "keras.config.notSoManyNumbers",
                            key,
                            SafeText.json(value),
                            dimensions));
        }
        int last = whole(key, value.isArray() ? value.get(dimensions - 1) : value);
        int first = whole(key, value.isArray() ? value.get(0) : value);
        return new int[] {dimensions == 1 ? 1 : first, last};
    }

    /** As {@link #pair(String, int, int)}, of a setting that must be there. */
    public int[] pair(String key, int dimensions) throws Refusal {
        if (!has(key)) {
            throw new Refusal(Texts.text("keras.config.settingMissing", key));
        }
        return pair(key, 0, dimensions);
    }

    public boolean has(String key) {
        return config.hasNonNull(key);
    }

    /** Declares every setting harmless. */
    public void ignoreAll() {
        config.fieldNames().forEachRemaining(read::add);
    }

    /** Notes something that cannot be honoured, where the rest of the layer can still be judged. */
    public void complain(String why) {
        complaints.add(why);
    }

    /** What was noted, and every setting that was not read and could matter. */
    public List<String> complaints() {
        List<String> all = new ArrayList<>(complaints);
        for (var setting : config.properties()) {
            String name = setting.getKey();
            if (!read.contains(name) && !isHarmless(name) && !isIdle(setting.getValue())) {
                all.add(
                        Texts.text(
                                "keras.config.settingUnsupported",
                                SafeText.text(name),
                                SafeText.json(setting.getValue())));
            }
        }
        return all;
    }

    private static boolean isHarmless(String name) {
        return HARMLESS.contains(name)
                || name.endsWith("_initializer")
                || name.endsWith("_regularizer")
                || name.endsWith("_constraint");
    }

    /** Off or empty, or a list of such. */
    static boolean isIdle(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty()
                    || (value.isArray() && value.valueStream().allMatch(LayerConfig::isIdle));
        }
        return value.isNull() || (value.isBoolean() && !value.asBoolean());
    }
}
