package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Convolutions: plain, grouped, depthwise and separable, in one and two dimensions. */
final class Convolutions {
    private Convolutions() {}

    static LayerReader plain(int dimensions) {
        return call -> {
            LayerConfig config = call.config();
            int filters = config.count("filters");
            int groups = config.count("groups", 1);
            SlidingWindow window = Windows.convolution(call, dimensions);
            Shape in = call.spatial(dimensions);
            if (filters % groups != 0) {
                throw new Refusal(Texts.text("keras.layer.groupsOfFilters", groups, filters));
            }
            if (in.channels() % groups != 0) {
                throw new InputRefusal(
                        Texts.text("keras.layer.groupsOfChannels", groups, in.channels()));
            }
            WeightSpec kernel =
                    kernel("kernel", dimensions, window, in.channels() / groups, filters);
            Stage stage =
                    stage("", call, window, groups, filters, Biases.with(config, kernel, filters));
            return Activations.after(stage, call);
        };
    }

    static LayerReader depthwise(int dimensions) {
        return call -> {
            oneGroup(call.config());
            int multiplier = call.config().count("depth_multiplier", 1);
            SlidingWindow window = Windows.convolution(call, dimensions);
            int channels = call.spatial(dimensions).channels();
            int filters = Math.multiplyExact(channels, multiplier);
            WeightSpec kernel =
                    kernel("depthwise_kernel", dimensions, window, channels, multiplier);
            List<WeightSpec> weights = Biases.with(call.config(), kernel, filters);
            return Activations.after(stage("", call, window, channels, filters, weights), call);
        };
    }

    /** A depthwise convolution, then one over single pixels that mixes the channels. */
    static LayerReader separable(int dimensions) {
        return call -> {
            oneGroup(call.config());
            int multiplier = call.config().count("depth_multiplier", 1);
            int filters = call.config().count("filters");
            SlidingWindow window = Windows.convolution(call, dimensions);
            int channels = call.spatial(dimensions).channels();
            int middle = Math.multiplyExact(channels, multiplier);
            WeightSpec depthwise =
                    kernel("depthwise_kernel", dimensions, window, channels, multiplier);
            Stage first = stage("/depthwise", call, window, channels, middle, List.of(depthwise));
            Shape between = first.shape();
            WeightSpec pointwise =
                    dimensions == 1
                            ? WeightSpec.of("pointwise_kernel", 1, 1, middle, filters)
                            : WeightSpec.of("pointwise_kernel", 1, 1, 1, middle, filters);
            Shape out = new Shape(between.height(), between.width(), filters);
            Recipe recipe =
                    recipe(
                            SlidingWindow.valid(1, 1, 1, 1),
                            1,
                            middle,
                            filters,
                            Biases.with(call.config(), pointwise, filters));
            List<Stage> stages = new ArrayList<>(List.of(first));
            stages.addAll(Activations.after(new Stage("", out, call.input().rank(), recipe), call));
            return stages;
        };
    }

    /** Keras 2 writes groups=1 for convolutions that have one group per channel. */
    private static void oneGroup(LayerConfig config) throws Refusal {
        int groups = config.count("groups", 1);
        if (groups != 1) {
            config.complain(Texts.text("keras.layer.groupsOfDepthwise", groups));
        }
    }

    private static WeightSpec kernel(
            String name, int dimensions, SlidingWindow window, int depth, int filters)
            throws InputRefusal {
        return dimensions == 1
                ? WeightSpec.of(name, 0, window.width(), depth, filters)
                : WeightSpec.of(name, 0, window.height(), window.width(), depth, filters);
    }

    private static Stage stage(
            String suffix,
            LayerCall call,
            SlidingWindow window,
            int groups,
            int filters,
            List<WeightSpec> weights)
            throws InputRefusal {
        Value input = call.input();
        Shape out = Windows.slide(window, input.shape(), filters);
        Recipe recipe = recipe(window, groups, input.shape().channels(), filters, weights);
        return new Stage(suffix, out, input.rank(), recipe);
    }

    private static Recipe recipe(
            SlidingWindow window, int groups, int channels, int filters, List<WeightSpec> weights) {
        return new Recipe.Weighted(
                weights,
                values ->
                        new Layer.Convolution(
                                window,
                                groups,
                                channels,
                                filters,
                                values.getFirst(),
                                Biases.of(values, filters)));
    }
}
