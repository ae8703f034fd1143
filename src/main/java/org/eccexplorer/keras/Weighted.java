package org.eccexplorer.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Window;
import org.eccexplorer.tensor.Shape;

/** Convolutions, dense layers and batch normalisation. */
final class Weighted {
    private static final long MOST_WEIGHTS = 1L << 28;

    private Weighted() {}

    static LayerReader convolution(boolean oneDimensional) {
        return (config, inputs, planes) -> {
            Shape in = Inputs.one(inputs);
            int filters = config.required("filters");
            int groups = config.count("groups", 1, 1);
            Window window = Windows.read(config, in, planes, "kernel_size", oneDimensional);
            if (in.channels() % groups != 0 || filters % groups != 0) {
                throw new Refusal(
                        "groups=%d does not divide %d channels and %d filters"
                                .formatted(groups, in.channels(), filters));
            }
            Shape out = Windows.slide(window, in, filters);
            int depth = in.channels() / groups;
            List<WeightSpec> weights = new ArrayList<>();
            weights.add(kernel("kernel", oneDimensional, window, depth, filters));
            boolean biased = config.flag("use_bias", true);
            if (biased) {
                weights.add(new WeightSpec("bias", 1, filters));
            }
            Stage stage =
                    new Stage(
                            "",
                            out,
                            inputs.getFirst().rank(),
                            weights,
                            w ->
                                    new Layer.Convolution(
                                            window,
                                            groups,
                                            in.channels(),
                                            filters,
                                            w.getFirst(),
                                            biased ? w.get(1) : new float[filters]));
            return Activations.after(stage, config);
        };
    }

    private static WeightSpec kernel(
            String name, boolean oneDimensional, Window window, int depth, int filters)
            throws Refusal {
        long weights = (long) window.taps() * depth * filters;
        if (weights > MOST_WEIGHTS) {
            throw new Refusal("its kernel would have %,d weights".formatted(weights));
        }
        return oneDimensional
                ? new WeightSpec(name, 0, window.width(), depth, filters)
                : new WeightSpec(name, 0, window.height(), window.width(), depth, filters);
    }

    static List<Stage> depthwise(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        requireOneGroup(config);
        int multiplier = config.count("depth_multiplier", 1, 1);
        Window window = Windows.read(config, in, planes, "kernel_size", false);
        int filters = Math.multiplyExact(in.channels(), multiplier);
        Shape out = Windows.slide(window, in, filters);
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(kernel("depthwise_kernel", false, window, in.channels(), multiplier));
        boolean biased = config.flag("use_bias", true);
        if (biased) {
            weights.add(new WeightSpec("bias", 1, filters));
        }
        Stage stage =
                new Stage(
                        "",
                        out,
                        4,
                        weights,
                        w ->
                                new Layer.Convolution(
                                        window,
                                        in.channels(),
                                        in.channels(),
                                        filters,
                                        w.getFirst(),
                                        biased ? w.get(1) : new float[filters]));
        return Activations.after(stage, config);
    }

    static List<Stage> separable(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        requireOneGroup(config);
        int multiplier = config.count("depth_multiplier", 1, 1);
        int filters = config.required("filters");
        Window window = Windows.read(config, in, planes, "kernel_size", false);
        int middle = Math.multiplyExact(in.channels(), multiplier);
        Shape between = Windows.slide(window, in, middle);
        Shape out = new Shape(between.height(), between.width(), filters);
        Stage depthwise =
                new Stage(
                        "/depthwise",
                        between,
                        4,
                        List.of(
                                kernel(
                                        "depthwise_kernel",
                                        false,
                                        window,
                                        in.channels(),
                                        multiplier)),
                        w ->
                                new Layer.Convolution(
                                        window,
                                        in.channels(),
                                        in.channels(),
                                        middle,
                                        w.getFirst(),
                                        new float[middle]));
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(new WeightSpec("pointwise_kernel", 1, 1, 1, middle, filters));
        boolean biased = config.flag("use_bias", true);
        if (biased) {
            weights.add(new WeightSpec("bias", 2, filters));
        }
        Stage pointwise =
                new Stage(
                        "",
                        out,
                        4,
                        weights,
                        w ->
                                new Layer.Convolution(
                                        Window.valid(1, 1, 1, 1),
                                        1,
                                        middle,
                                        filters,
                                        w.getFirst(),
                                        biased ? w.get(1) : new float[filters]));
        List<Stage> stages = new ArrayList<>();
        stages.add(depthwise);
        stages.addAll(Activations.after(pointwise, config));
        return stages;
    }

    /** Keras 2 writes groups for these layers too, always 1. */
    private static void requireOneGroup(LayerConfig config) throws Refusal {
        int groups = config.count("groups", 1, 1);
        if (groups != 1) {
            throw new Refusal("groups is " + groups);
        }
    }

    static List<Stage> dense(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        if (planes && inputs.getFirst().rank() > 2) {
            throw new Refusal("a dense layer on channels-first images mixes columns, not channels");
        }
        int units = config.required("units");
        if ((long) in.channels() * units > MOST_WEIGHTS) {
            throw new Refusal("it would have %,d weights".formatted((long) in.channels() * units));
        }
        List<WeightSpec> weights = new ArrayList<>();
        weights.add(new WeightSpec("kernel", 0, in.channels(), units));
        boolean biased = config.flag("use_bias", true);
        if (biased) {
            weights.add(new WeightSpec("bias", 1, units));
        }
        Stage stage =
                new Stage(
                        "",
                        new Shape(in.height(), in.width(), units),
                        inputs.getFirst().rank(),
                        weights,
                        w ->
                                new Layer.Dense(
                                        in.channels(),
                                        units,
                                        w.getFirst(),
                                        biased ? w.get(1) : new float[units]));
        return Activations.after(stage, config);
    }

    static List<Stage> batchNormalization(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Shape in = Inputs.one(inputs);
        Inputs.channelAxis(config.get("axis"), -1, inputs.getFirst(), planes);
        double epsilon = config.number("epsilon", 1e-3);
        boolean scaled = config.flag("scale", true);
        boolean centred = config.flag("center", true);
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new Refusal("epsilon is " + epsilon);
        }
        int channels = in.channels();
        List<WeightSpec> weights = new ArrayList<>();
        if (scaled) {
            weights.add(new WeightSpec("gamma", weights.size(), channels));
        }
        if (centred) {
            weights.add(new WeightSpec("beta", weights.size(), channels));
        }
        weights.add(new WeightSpec("moving_mean", weights.size(), channels));
        weights.add(new WeightSpec("moving_variance", weights.size(), channels));
        int mean = weights.size() - 2;
        return List.of(
                new Stage(
                        "",
                        in,
                        inputs.getFirst().rank(),
                        weights,
                        w ->
                                new Layer.BatchNormalization(
                                        scaled ? w.getFirst() : ones(channels),
                                        centred ? w.get(mean - 1) : new float[channels],
                                        w.get(mean),
                                        w.get(mean + 1),
                                        epsilon)));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
