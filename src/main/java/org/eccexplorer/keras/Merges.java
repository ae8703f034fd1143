package org.eccexplorer.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.keras.LayerConfig.Refusal;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;

/** Layers of several inputs. */
final class Merges {
    private Merges() {}

    /** Σ of the inputs, all but the first times {@code others}. */
    static LayerReader sum(float others) {
        return (config, inputs, planes) -> {
            float[] coefficients = new float[inputs.size()];
            Arrays.fill(coefficients, others);
            coefficients[0] = 1;
            return weighted(inputs, coefficients);
        };
    }

    static List<Stage> average(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        float[] coefficients = new float[inputs.size()];
        Arrays.fill(coefficients, 1f / inputs.size());
        return weighted(inputs, coefficients);
    }

    private static List<Stage> weighted(List<Value> inputs, float[] coefficients) throws Refusal {
        Shape first = Inputs.shape(inputs.getFirst());
        for (Value input : inputs) {
            if (!first.equals(input.shape())) {
                throw new Refusal("its inputs are %s and %s".formatted(first, input.shape()));
            }
        }
        return List.of(Stage.plain(new Layer.Sum(coefficients), first, inputs.getFirst().rank()));
    }

    static List<Stage> concatenation(LayerConfig config, List<Value> inputs, boolean planes)
            throws Refusal {
        Inputs.channelAxis(config.get("axis"), -1, inputs.getFirst(), planes);
        List<Shape> shapes = new ArrayList<>();
        for (Value input : inputs) {
            shapes.add(Inputs.shape(input));
        }
        Layer layer = new Layer.Concatenation();
        try {
            Shape out = layer.outputShape(shapes);
            return List.of(Stage.plain(layer, out, inputs.getFirst().rank()));
        } catch (IllegalArgumentException e) {
            throw new Refusal("its inputs are " + shapes);
        }
    }
}
