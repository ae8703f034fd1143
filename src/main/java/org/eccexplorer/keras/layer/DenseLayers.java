package org.eccexplorer.keras.layer;

import java.util.List;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Fully connected layers. */
final class DenseLayers {
    private DenseLayers() {}

    static List<Stage> dense(LayerCall call) throws Refusal {
        Value input = call.input();
        if (call.planes() && input.rank() > 2) {
            throw new InputRefusal(Texts.text("keras.layer.mixesColumns"));
        }
        Shape in = input.shape();
        int units = call.config().count("units");
        WeightSpec kernel = WeightSpec.of("kernel", 0, in.channels(), units);
        Recipe recipe =
                new Recipe.Weighted(
                        Biases.with(call.config(), kernel, units),
                        values ->
                                new Layer.Dense(
                                        in.channels(),
                                        units,
                                        values.getFirst(),
                                        Biases.of(values, units)));
        Shape out = new Shape(in.height(), in.width(), units);
        return Activations.after(new Stage("", out, input.rank(), recipe), call);
    }
}
