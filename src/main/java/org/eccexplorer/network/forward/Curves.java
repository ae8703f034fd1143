package org.eccexplorer.network.forward;

import java.util.function.DoubleUnaryOperator;
import org.eccexplorer.network.ActivationMath;
import org.eccexplorer.network.Curve;
import org.eccexplorer.network.Layer;

/** Activation functions other than ReLU, value by value. */
final class Curves {
    private Curves() {}

    static LayerForward of(Layer.Activation layer) {
        return layer.curve() == Curve.LEAKY
                ? leaky(layer.parameters())
                : each(ActivationMath.of(layer));
    }

    private static LayerForward leaky(float[] slopes) {
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int i = 0; i < out.length; i++) {
                out[i] = in[i] >= 0 ? in[i] : slopes[i % slopes.length] * in[i];
            }
        };
    }

    private static LayerForward each(DoubleUnaryOperator curve) {
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int i = 0; i < out.length; i++) {
                out[i] = (float) curve.applyAsDouble(in[i]);
            }
        };
    }
}
