package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * One call of a layer.
 *
 * @param inputs what it is called with
 * @param planes whether the model stores images channels-first, as planes
 * @param isOld whether it was saved by Keras 2 or 1, which mean something else by some names
 */
public record LayerCall(LayerConfig config, List<Value> inputs, boolean planes, boolean isOld) {
    public LayerCall {
        inputs = List.copyOf(inputs);
    }

    /** The only input. */
    Value input() throws InputRefusal {
        if (inputs.size() != 1) {
            throw new InputRefusal(Texts.text("keras.layer.takesOneInput", inputs.size()));
        }
        checkWhole();
        return inputs.getFirst();
    }

    /** Single channels are read only where they are put together again. */
    void checkWhole() throws InputRefusal {
        if (inputs.stream().anyMatch(input -> input.rank() == Value.ONE_CHANNEL)) {
            throw new InputRefusal(Texts.text("keras.layer.takesOneChannel"));
        }
    }

    /** The shape of the only input, which must have one or two spatial dimensions. */
    Shape spatial(int dimensions) throws InputRefusal {
        Value input = input();
        if (input.rank() != dimensions + 2) {
            throw new InputRefusal(
                    Texts.text(
                            "keras.layer.takesOtherRank",
                            kind(dimensions + 2),
                            kind(input.rank())));
        }
        return input.shape();
    }

    private static String kind(int rank) {
        return switch (rank) {
            case 2 -> Texts.text("keras.layer.vectors");
            case 3 -> Texts.text("keras.layer.sequences");
            case 4 -> Texts.text("keras.layer.images");
            default -> Texts.text("keras.layer.ofRank", rank);
        };
    }

    /** Refuses an axis that is not the one of the channels; an axis may be written as [3]. */
    void channelAxis() throws Refusal {
        JsonNode node = config.get("axis");
        JsonNode single = node.isArray() && node.size() == 1 ? node.get(0) : node;
        if (!single.isMissingNode() && !single.canConvertToInt()) {
            throw new Refusal(Texts.text("keras.layer.axisIs", SafeText.json(node)));
        }
        int rank = inputs.getFirst().rank();
        int axis = single.isMissingNode() ? -1 : single.asInt();
        int channels = planes && rank > 2 ? 1 : rank - 1;
        if ((axis < 0 ? rank + axis : axis) != channels) {
            throw new InputRefusal(Texts.text("keras.layer.axisNotChannels", axis, channels));
        }
    }

    /** The data format must be the model's. */
    void dataFormat() throws Refusal {
        String format = config.text("data_format", planes ? "unsaid" : "channels_last");
        if (!format.equals(planes ? "channels_first" : "channels_last")) {
            throw new Refusal(
                    Texts.text(
                            "keras.layer.dataFormatDiffers",
                            SafeText.text(format),
                            planes ? "channels_first" : "channels_last"));
        }
    }
}
