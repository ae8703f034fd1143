package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.network.Layer;
import org.jspecify.annotations.Nullable;

/** Operators that Keras 3 writes as nodes: x + y, x − y, x·2, x/2 and relu(x). */
final class Operators {
    private Operators() {}

    static @Nullable LayerReader reader(KerasLayer layer) {
        JsonNode arguments = layer.inbound().path(0).path("args");
        boolean constant = arguments.size() == 2 && arguments.get(1).isNumber();
        double number = constant ? arguments.get(1).asDouble() : 0;
        return switch (layer.className()) {
            case "Add" -> constant ? affine(1, number) : Merges.sum(1);
            case "Subtract" -> constant ? affine(1, -number) : Merges.sum(-1);
            case "Multiply" -> constant ? affine(number, 0) : null;
            case "TrueDivide", "Divide" -> constant && number != 0 ? affine(1 / number, 0) : null;
            case "Relu" -> fixed(new Layer.Relu(Float.POSITIVE_INFINITY));
            case "Relu6" -> fixed(new Layer.Relu(6));
            default -> null;
        };
    }

    private static LayerReader fixed(Layer layer) {
        return (config, inputs, planes) ->
                List.of(Stage.plain(layer, Inputs.one(inputs), inputs.getFirst().rank()));
    }

    private static LayerReader affine(double scale, double offset) {
        return (config, inputs, planes) -> {
            int channels = Inputs.one(inputs).channels();
            float[] scales = new float[channels];
            float[] offsets = new float[channels];
            Arrays.fill(scales, (float) scale);
            Arrays.fill(offsets, (float) offset);
            return List.of(
                    Stage.plain(
                            new Layer.ChannelAffine(scales, offsets),
                            Inputs.one(inputs),
                            inputs.getFirst().rank()));
        };
    }
}
