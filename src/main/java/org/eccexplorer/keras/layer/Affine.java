package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** scale·x + offset, per channel: rescaling, normalisation and arithmetic with constants. */
final class Affine {
    private Affine() {}

    /**
     * A stage of numbers that an operator is called with.
     *
     * @param scale one number for all channels or one each; so is {@code offset}
     */
    static List<Stage> constant(LayerCall call, List<Double> scale, List<Double> offset)
            throws Refusal {
        Layer layer = new Layer.ChannelAffine(each(call, scale), each(call, offset));
        return List.of(Stage.same(layer, call.input()));
    }

    private static float[] each(LayerCall call, List<Double> numbers) throws Refusal {
        Value input = call.input();
        int channels = input.shape().channels();
        boolean planes = call.planes() && input.rank() > 2;
        if (numbers.size() != 1 && (numbers.size() != channels || planes)) {
            throw new InputRefusal(
                    Texts.text("keras.layer.calledWithNumbers", numbers.size(), input.shape()));
        }
        if (!call.config().text("data_format", "NHWC").equals("NHWC")) {
            throw new InputRefusal(Texts.text("keras.layer.calledWithNchw"));
        }
        float[] values = new float[channels];
        for (int c = 0; c < channels; c++) {
            values[c] = numbers.get(c % numbers.size()).floatValue();
            if (!Float.isFinite(values[c])) {
                throw new Refusal(Texts.text("keras.layer.constantsNotFinite", numbers));
            }
        }
        return values;
    }

    static List<Stage> rescaling(LayerCall call) throws Refusal {
        float[] scale = perChannel(call, "scale", 1);
        float[] offset = perChannel(call, "offset", 0);
        return List.of(Stage.same(new Layer.ChannelAffine(scale, offset), call.input()));
    }

    /**
     * (x − mean)/max(√variance, 1e-7), or inverted, mean + x·max(√variance, 1e-7); from the
     * settings or from saved variables.
     */
    static List<Stage> normalization(LayerCall call) throws Refusal {
        Value input = call.input();
        LayerConfig config = call.config();
        boolean inverted = config.flag("invert", false);
        Shape shape = input.shape();
        int channels = shape.channels();
        JsonNode axis = config.get("axis");
        boolean shared = axis.isMissingNode() || (axis.isArray() && axis.isEmpty());
        if (!shared) {
            call.channelAxis();
        }
        if (config.has("mean")) {
            float[] mean = perChannel(call, "mean", 0);
            float[] variance = perChannel(call, "variance", 1);
            return List.of(Stage.same(normalizing(mean, variance, channels, inverted), input));
        }
        int[] lengths = shared ? new int[0] : new int[] {channels};
        WeightSpec mean = WeightSpec.of("mean", 0, lengths);
        WeightSpec variance = WeightSpec.variance("variance", 1, lengths);
        Recipe recipe =
                new Recipe.Weighted(
                        List.of(mean, variance),
                        values ->
                                normalizing(values.getFirst(), values.get(1), channels, inverted));
        return List.of(new Stage("", shape, input.rank(), recipe));
    }

    private static Layer normalizing(
            float[] mean, float[] variance, int channels, boolean inverted) {
        float[] scale = new float[channels];
        float[] offset = new float[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.max(Math.sqrt(variance[c % variance.length]), 1e-7);
            float centre = mean[c % mean.length];
            scale[c] = (float) (inverted ? deviation : 1 / deviation);
            offset[c] = (float) (inverted ? centre : -centre / deviation);
        }
        return new Layer.ChannelAffine(scale, offset);
    }

    /** One number for all channels, or one each, however deeply the list is nested. */
    private static float[] perChannel(LayerCall call, String key, double otherwise) throws Refusal {
        Value input = call.input();
        JsonNode setting = call.config().get(key);
        JsonNode list = setting;
        while (list.isArray() && list.size() == 1) {
            list = list.get(0);
        }
        int channels = input.shape().channels();
        if (list.isArray() && (list.size() != channels || (call.planes() && input.rank() > 2))) {
            throw new InputRefusal(
                    Texts.text(
                            "keras.layer.wrongValueCount",
                            key,
                            list.size(),
                            channels,
                            call.planes()
                                    ? Texts.text("keras.layer.comeFirst")
                                    : Texts.text("keras.layer.neitherOneNorEach")));
        }
        float[] values = new float[channels];
        for (int c = 0; c < channels; c++) {
            JsonNode value = list.isArray() ? list.get(c) : list;
            double number = value.isMissingNode() ? otherwise : value.asDouble(Double.NaN);
            values[c] = (float) number;
            boolean variance = key.equals("variance");
            if (!Float.isFinite(values[c]) || (variance && number < 0)) {
                throw new Refusal(Texts.text("keras.layer.settingIs", key, SafeText.json(setting)));
            }
        }
        return values;
    }
}
