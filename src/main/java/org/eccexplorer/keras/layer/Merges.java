package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/** Layers of several inputs. */
final class Merges {
    private Merges() {}

    static List<Stage> add(LayerCall call) throws Refusal {
        float[] coefficients = new float[call.inputs().size()];
        Arrays.fill(coefficients, 1);
        return weighted(call, coefficients);
    }

    static List<Stage> subtract(LayerCall call) throws Refusal {
        if (call.inputs().size() != 2) {
            throw new InputRefusal(Texts.text("keras.layer.takesTwoInputs", call.inputs().size()));
        }
        return weighted(call, new float[] {1, -1});
    }

    /** x + scale·y, as in the Inception-ResNet of keras.applications. */
    static List<Stage> scaledSum(LayerCall call) throws Refusal {
        if (call.inputs().size() != 2) {
            throw new InputRefusal(Texts.text("keras.layer.takesTwoInputs", call.inputs().size()));
        }
        float scale = (float) call.config().number("scale", 1);
        return weighted(call, new float[] {1, scale});
    }

    static List<Stage> average(LayerCall call) throws Refusal {
        float[] coefficients = new float[call.inputs().size()];
        Arrays.fill(coefficients, 1f / coefficients.length);
        return weighted(call, coefficients);
    }

    private static List<Stage> weighted(LayerCall call, float[] coefficients) throws Refusal {
        List<Shape> shapes = shapes(call);
        if (shapes.stream().distinct().count() != 1) {
            throw new InputRefusal(Texts.text("keras.layer.shapesDiffer", shapes));
        }
        return List.of(Stage.same(new Layer.Sum(coefficients), call.inputs().getFirst()));
    }

    /** The channels of the inputs, one after the other. */
    static List<Stage> concatenation(LayerCall call) throws Refusal {
        List<Shape> shapes = shapes(call);
        call.channelAxis();
        Shape first = shapes.getFirst();
        int channels = 0;
        for (Shape shape : shapes) {
            if (shape.height() != first.height() || shape.width() != first.width()) {
                throw new InputRefusal(Texts.text("keras.layer.sizesDiffer", shapes));
            }
            channels = Math.addExact(channels, shape.channels());
        }
        Shape out = new Shape(first.height(), first.width(), channels);
        Recipe recipe = new Recipe.Ready(new Layer.Concatenation());
        return List.of(new Stage("", out, call.inputs().getFirst().rank(), recipe));
    }

    private static List<Shape> shapes(LayerCall call) throws InputRefusal {
        if (call.inputs().size() < 2) {
            throw new InputRefusal(Texts.text("keras.layer.takesMoreInputs", call.inputs().size()));
        }
        call.checkWhole();
        List<Shape> shapes = new ArrayList<>();
        int rank = call.inputs().getFirst().rank();
        for (Value input : call.inputs()) {
            if (input.rank() != rank) {
                throw new InputRefusal(Texts.text("keras.layer.ranksDiffer", rank, input.rank()));
            }
            shapes.add(input.shape());
        }
        return shapes;
    }
}
