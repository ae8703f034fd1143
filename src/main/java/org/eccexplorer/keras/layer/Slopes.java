package org.eccexplorer.keras.layer;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** ReLU and its kin as layers with settings, or with trained slopes. */
final class Slopes {
    private Slopes() {}

    /** How a layer of one of these classes is read. */
    static LayerReader reader(String className) {
        return call -> List.of(Stage.same(layer(className, call.config()), call.input()));
    }

    /** A layer of one of these classes, which may also be the activation of another. */
    static Layer layer(String className, LayerConfig config) throws Refusal {
        return switch (className) {
            case "ReLU" -> relu(config);
            // Keras 2 wrote alpha, and other defaults.
            case "LeakyReLU" ->
                    ActivationFunctions.leaky(
                            config.number("negative_slope", config.number("alpha", 0.3)));
            case "ELU" -> ActivationFunctions.elu(config.number("alpha", 1));
            case "ThresholdedReLU" -> ActivationFunctions.threshold(config.number("theta", 1));
            default ->
                    throw new Refusal(
                            Texts.text("keras.layer.activationClass", SafeText.text(className)));
        };
    }

    /** min(max(x, 0), max_value), or with a slope below 0, or 0 up to a threshold. */
    private static Layer relu(LayerConfig config) throws Refusal {
        double ceiling = config.number("max_value", Double.POSITIVE_INFINITY);
        double slope = config.number("negative_slope", 0);
        double threshold = config.number("threshold", 0);
        if (!((float) ceiling > 0)) {
            throw new Refusal(Texts.text("keras.layer.maxValue", ceiling));
        }
        int changes = (Double.isInfinite(ceiling) ? 0 : 1) + (slope == 0 ? 0 : 1);
        if (threshold == 0 ? slope != 0 && changes > 1 : changes > 0) {
            throw new Refusal(Texts.text("keras.layer.reluOfSeveral", ceiling, slope, threshold));
        }
        if (threshold != 0) {
            return ActivationFunctions.threshold(threshold);
        }
        return slope != 0 ? ActivationFunctions.leaky(slope) : new Layer.Relu((float) ceiling);
    }

    /** x times a trained slope below 0, which some of the dimensions may share. */
    static List<Stage> parametric(LayerCall call) throws Refusal {
        Value input = call.input();
        Shape in = input.shape();
        int[] dims = {in.height(), in.width(), in.channels()};
        int first = 4 - input.rank();
        int[] stored = dims.clone();
        for (var axis : call.config().get("shared_axes")) {
            int shared = axis.asInt() - 1 + first;
            if (shared < first || shared > 2) {
                throw new Refusal(Texts.text("keras.layer.axisIs", SafeText.json(axis)));
            }
            stored[shared] = 1;
        }
        if (call.planes() && input.rank() > 2) {
            throw new InputRefusal(Texts.text("keras.layer.mixesColumns"));
        }
        int[] shape = Arrays.copyOfRange(stored, first, 3);
        Recipe recipe =
                new Recipe.Weighted(
                        List.of(WeightSpec.of("alpha", 0, shape)),
                        values ->
                                ActivationFunctions.parametric(
                                        spread(values.getFirst(), stored, in)));
        return List.of(new Stage("", in, input.rank(), recipe));
    }

    /** One slope for each channel, or for each value, of slopes that dimensions may share. */
    private static float[] spread(float[] slopes, int[] stored, Shape in) {
        boolean shared = stored[0] == 1 && stored[1] == 1;
        if (shared || slopes.length == in.size()) {
            return slopes;
        }
        float[] all = new float[in.size()];
        for (int i = 0; i < all.length; i++) {
            int c = i % in.channels();
            int x = i / in.channels() % in.width();
            int y = i / in.channels() / in.width();
            int at = (y % stored[0] * stored[1] + x % stored[1]) * stored[2] + c % stored[2];
            all[i] = slopes[at];
        }
        return all;
    }
}
