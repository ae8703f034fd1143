package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.text.Texts;

/** Batch normalisation, also without scale or centre. */
final class BatchNormalizations {
    private BatchNormalizations() {}

    static List<Stage> read(LayerCall call) throws Refusal {
        Value input = call.input();
        call.channelAxis();
        LayerConfig config = call.config();
        double epsilon = config.number("epsilon", 1e-3);
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new Refusal(Texts.text("keras.layer.epsilon", epsilon));
        }
        boolean scaled = config.flag("scale", true);
        boolean centred = config.flag("center", true);
        int channels = input.shape().channels();
        List<WeightSpec> weights = new ArrayList<>();
        if (scaled) {
            weights.add(WeightSpec.of("gamma", weights.size(), channels));
        }
        if (centred) {
            weights.add(WeightSpec.of("beta", weights.size(), channels));
        }
        int mean = weights.size();
        weights.add(WeightSpec.of("moving_mean", mean, channels));
        weights.add(WeightSpec.variance("moving_variance", mean + 1, channels));
        Recipe recipe =
                new Recipe.Weighted(
                        weights,
                        values ->
                                new Layer.BatchNormalization(
                                        scaled ? values.getFirst() : ones(channels),
                                        centred ? values.get(mean - 1) : new float[channels],
                                        values.get(mean),
                                        values.get(mean + 1),
                                        epsilon));
        return List.of(new Stage("", input.shape(), input.rank(), recipe));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
