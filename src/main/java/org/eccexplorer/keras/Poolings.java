package org.eccexplorer.keras;

import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Window;
import org.eccexplorer.tensor.Shape;

/** Average and maximum pooling, over windows and over whole images. */
final class Poolings {
    private Poolings() {}

    static LayerReader windowed(Layer.Pooling.Kind kind, boolean oneDimensional) {
        return (config, inputs, planes) -> {
            Shape in = Inputs.one(inputs);
            Window window = Windows.read(config, in, planes, "pool_size", oneDimensional);
            Shape out = Windows.slide(window, in, in.channels());
            return List.of(
                    Stage.plain(new Layer.Pooling(kind, window), out, inputs.getFirst().rank()));
        };
    }

    static LayerReader global(Layer.Pooling.Kind kind) {
        return (config, inputs, planes) -> {
            Shape in = Inputs.one(inputs);
            Windows.format(config, planes);
            int rank = config.flag("keepdims", false) ? inputs.getFirst().rank() : 2;
            Window window = Window.valid(in.height(), in.width(), 1, 1);
            Shape out = Shape.vector(in.channels());
            return List.of(Stage.plain(new Layer.Pooling(kind, window), out, rank));
        };
    }
}
