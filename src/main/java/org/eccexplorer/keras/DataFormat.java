package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a whole model agrees on: the order of channels, and the precision of its weights. */
final class DataFormat {
    private DataFormat() {}

    /** Whether the first layer that says so stores images as planes. */
    static boolean isChannelsFirst(KerasLayer layer) {
        for (KerasLayer child : layer.children()) {
            boolean first =
                    child.isModel()
                            ? isChannelsFirst(child)
                            : child.config().path("data_format").asText().equals("channels_first");
            if (first) {
                return true;
            }
        }
        return false;
    }

    /** Why a layer's precision cannot be read, or null. */
    static @Nullable String refusedPrecision(KerasLayer layer) {
        JsonNode dtype = layer.config().path("dtype");
        String policy =
                dtype.isTextual() ? dtype.asText() : dtype.path("config").path("name").asText();
        if (policy.equals("bfloat16")) {
            return "its weights are stored as bfloat16";
        }
        boolean quantised =
                dtype.path("class_name").asText().contains("Quantized")
                        || layer.config().hasNonNull("quantization_config");
        return quantised ? "its weights are quantised" : null;
    }
}
