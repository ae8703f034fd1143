package org.eccexplorer.keras;

import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Window;
import org.eccexplorer.tensor.Shape;

/** Average and maximum pooling, over windows and over whole images. */
final class Poolings {
    private Poolings() {}

    static LayerReader windowed(Layer.Pooling.Kind kind, int dimensions) {
        return call -> {
            Window window = Windows.pooling(call, dimensions);
            Shape in = call.spatial(dimensions);
            Shape out = Windows.slide(window, in, in.channels());
            return stage(kind, window, out, call.input().rank());
        };
    }

    static LayerReader global(Layer.Pooling.Kind kind, int dimensions) {
        return call -> {
            Shape in = call.spatial(dimensions);
            call.dataFormat();
            int rank = call.config().flag("keepdims", false) ? call.input().rank() : 2;
            Window window = Window.valid(in.height(), in.width(), 1, 1);
            return stage(kind, window, Shape.vector(in.channels()), rank);
        };
    }

    private static List<Stage> stage(Layer.Pooling.Kind kind, Window window, Shape out, int rank) {
        Recipe recipe = new Recipe.Ready(new Layer.Pooling(kind, window));
        return List.of(new Stage("", out, rank, recipe));
    }
}
