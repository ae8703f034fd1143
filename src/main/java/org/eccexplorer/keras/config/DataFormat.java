package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.network.Conventions.Precision;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** What a whole model agrees on: the order of channels, and the precision of its weights. */
public final class DataFormat {
    private DataFormat() {}

    /** Whether the model stores images as planes: whether any layer over images says so. */
    public static boolean isChannelsFirst(KerasLayer model) {
        return model.children().stream()
                .anyMatch(layer ->
                        layer.isModel()
                                ? isChannelsFirst(layer)
                                : !layer.className().equals("Flatten") && saysChannelsFirst(layer));
    }

    private static boolean saysChannelsFirst(KerasLayer layer) {
        return layer.config().path("data_format").asText().equals("channels_first");
    }

    /** The precision in which a layer calculates, whatever that of its weights is. */
    public static Precision precision(KerasLayer layer) {
        return switch (policy(layer)) {
            case "mixed_float16", "float16" -> Precision.FLOAT16;
            case "mixed_bfloat16" -> Precision.BFLOAT16;
            default -> Precision.FLOAT32;
        };
    }

    private static String policy(KerasLayer layer) {
        JsonNode dtype = layer.config().path("dtype");
        return dtype.isTextual() ? dtype.asText() : dtype.path("config").path("name").asText();
    }

    /** What Keras and TensorFlow call the types of values; empty where a layer says none. */
    private static final Set<String> KNOWN =
            Set.of(
                    "",
                    "infer",
                    "_infer",
                    "float16",
                    "float32",
                    "float64",
                    "mixed_float16",
                    "mixed_bfloat16",
                    "bfloat16",
                    "bool",
                    "string",
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "uint8",
                    "uint16",
                    "uint32",
                    "uint64");

    /** Why the precision of a layer's weights cannot be read; null if it can. */
    static @Nullable public String refusedPrecision(KerasLayer layer) {
        JsonNode dtype = layer.config().path("dtype");
        if (policy(layer).equals("bfloat16")) {
            return Texts.text("keras.config.bfloat16");
        }
        boolean quantised =
                dtype.path("class_name").asText().contains("Quantized")
                        || layer.config().hasNonNull("quantization_config");
        if (quantised) {
            return Texts.text("keras.config.quantised");
        }
        boolean known = KNOWN.contains(policy(layer)) && !dtype.isNumber() && !dtype.isArray();
        return known ? null : Texts.text("keras.config.unknownType", SafeText.json(dtype));
    }
}
