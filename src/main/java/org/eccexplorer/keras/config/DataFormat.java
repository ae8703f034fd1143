package org.eccexplorer.keras.config;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** Why the precision of a layer's weights cannot be read; null if it can. */
    static @Nullable public String refusedPrecision(KerasLayer layer) {
        JsonNode dtype = layer.config().path("dtype");
        String policy =
                dtype.isTextual() ? dtype.asText() : dtype.path("config").path("name").asText();
        if (policy.equals("bfloat16")) {
            return Texts.text("keras.config.bfloat16");
        }
        boolean quantised =
                dtype.path("class_name").asText().contains("Quantized")
                        || layer.config().hasNonNull("quantization_config");
        return quantised ? Texts.text("keras.config.quantised") : null;
    }
}
