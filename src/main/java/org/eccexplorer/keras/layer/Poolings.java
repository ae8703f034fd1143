package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Average and maximum pooling, over windows and over whole images. */
final class Poolings {
    private Poolings() {}

    static LayerReader windowed(Layer.Pooling.Kind kind, int dimensions) {
        return call -> {
            SlidingWindow window = Windows.pooling(call, dimensions);
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
            SlidingWindow window = SlidingWindow.valid(in.height(), in.width(), 1, 1);
            return stage(kind, window, Shape.vector(in.channels()), rank);
        };
    }

    /** The mean over all pixels is a global average. */
    static List<Stage> mean(LayerCall call) throws Refusal {
        Value input = call.input();
        JsonNode axes = call.config().get("axis");
        boolean planes = call.planes();
        Set<Integer> taken = new HashSet<>();
        for (JsonNode axis : axes.isArray() ? axes : List.of(axes)) {
            taken.add(Math.floorMod(axis.asInt(), input.rank()));
        }
        Set<Integer> pixels = new HashSet<>();
        for (int axis = planes ? 2 : 1; axis < input.rank() - (planes ? 0 : 1); axis++) {
            pixels.add(axis);
        }
        if (input.rank() < 3 || !taken.equals(pixels)) {
            throw new InputRefusal(Texts.text("keras.layer.meanOver", SafeText.json(axes)));
        }
        Shape in = input.shape();
        int rank = call.config().flag("keepdims", false) ? input.rank() : 2;
        SlidingWindow window = SlidingWindow.valid(in.height(), in.width(), 1, 1);
        return stage(Layer.Pooling.Kind.AVERAGE, window, Shape.vector(in.channels()), rank);
    }

    private static List<Stage> stage(
            Layer.Pooling.Kind kind, SlidingWindow window, Shape out, int rank) {
        Recipe recipe = new Recipe.Ready(new Layer.Pooling(kind, window));
        return List.of(new Stage("", out, rank, recipe));
    }
}
