package org.eccexplorer.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Rescaling and normalisation of the input. */
final class Preprocessing {
    private Preprocessing() {}

    static List<Stage> rescaling(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        float[] scale = perChannel(config.get("scale"), 1, in.channels(), "scale");
        float[] offset = perChannel(config.get("offset"), 0, in.channels(), "offset");
        return List.of(
                Stage.plain(new Layer.ChannelAffine(scale, offset), in, inputs.getFirst().rank()));
    }

    /** (x − mean)/max(√variance, 1e-7), from the configuration or from saved variables. */
    static List<Stage> normalization(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        if (config.flag("invert", false)) {
            throw new Refusal("invert=true");
        }
        int rank = inputs.getFirst().rank();
        JsonNode axis = config.get("axis");
        boolean shared = axis.isNull() || (axis.isArray() && axis.isEmpty());
        if (!shared) {
            Inputs.channelAxis(axis, -1, inputs.getFirst(), planes);
        }
        int channels = in.channels();
        JsonNode mean = config.get("mean");
        JsonNode variance = config.get("variance");
        if (!mean.isMissingNode() && !mean.isNull()) {
            float[] means = perChannel(mean, 0, channels, "mean");
            float[] variances = perChannel(variance, 1, channels, "variance");
            return List.of(Stage.plain(affine(means, variances, channels), in, rank));
        }
        WeightSpec first = shared ? new WeightSpec("mean", 0) : new WeightSpec("mean", 0, channels);
        WeightSpec second =
                shared ? new WeightSpec("variance", 1) : new WeightSpec("variance", 1, channels);
        return List.of(
                new Stage(
                        "",
                        in,
                        rank,
                        List.of(first, second),
                        w -> affine(w.getFirst(), w.get(1), channels)));
    }

    private static Layer affine(float[] mean, float[] variance, int channels) {
        float[] scale = new float[channels];
        float[] offset = new float[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.max(Math.sqrt(variance[c % variance.length]), 1e-7);
            scale[c] = (float) (1 / deviation);
            offset[c] = (float) (-mean[c % mean.length] / deviation);
        }
        return new Layer.ChannelAffine(scale, offset);
    }

    /** One number for all channels, or one each, however deeply the list is nested. */
    private static float[] perChannel(JsonNode node, double otherwise, int channels, String name)
            throws Refusal {
        JsonNode list = node;
        while (list.isArray() && list.size() == 1 && list.get(0).isArray()) {
            list = list.get(0);
        }
        float[] values = new float[channels];
        for (int c = 0; c < channels; c++) {
            JsonNode value = !list.isArray() ? list : list.get(list.size() == 1 ? 0 : c);
            if (value == null || (list.isArray() && list.size() > 1 && list.size() != channels)) {
                throw new Refusal("%s has %d values".formatted(name, list.size()));
            }
            if (!value.isNumber() && !value.isMissingNode() && !value.isNull()) {
                throw new Refusal("%s is %s".formatted(name, node));
            }
            values[c] = (float) (value.isNumber() ? value.asDouble() : otherwise);
        }
        return values;
    }
}
