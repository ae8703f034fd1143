package org.eccexplorer.channelsfirst;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.ActivationMath;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.jspecify.annotations.Nullable;

/**
 * Activation functions that exporters write as a product, such as x·sigmoid(x): recognised by their
 * values.
 *
 * @param node on whose values the function works
 * @param factor that the product is multiplied by, besides
 */
record Gating(int node, Layer.Activation function, double factor) {
    private static final List<Layer.Activation> PRODUCTS =
            List.of(
                    ActivationFunctions.gelu(false),
                    ActivationFunctions.gelu(true),
                    ActivationFunctions.hardSwish(),
                    named("silu"),
                    named("mish"));

    /** Where functions are compared. */
    private static final double[] POINTS =
            DoubleStream.iterate(-6, x -> x <= 6, x -> x + 0.25).toArray();

    private static final double CLOSE = 1e-5;

    /** More are slopes of channels. */
    private static final int MAX_PARAMETERS = 3;

    private static Layer.Activation named(String name) {
        return Optional.ofNullable(ActivationFunctions.named(name)).orElseThrow();
    }

    /** A function of the values of a node. */
    private record Function(int node, DoubleUnaryOperator values) {}

    /** What the product of two nodes is a function of, if it is one of the list. */
    static Optional<Gating> of(List<Node> nodes, int a, int b) {
        for (@Nullable Function left = new Function(a, x -> x);
                left != null;
                left = before(nodes, left)) {
            @Nullable Function right = new Function(b, x -> x);
            while (right != null && right.node() > left.node()) {
                right = before(nodes, right);
            }
            if (right != null && right.node() == left.node()) {
                return matching(left, right);
            }
        }
        return Optional.empty();
    }

    private static Optional<Gating> matching(Function left, Function right) {
        for (Layer.Activation candidate : PRODUCTS) {
            DoubleUnaryOperator expected = ActivationMath.of(candidate);
            double factor =
                    left.values().applyAsDouble(3)
                            * right.values().applyAsDouble(3)
                            / expected.applyAsDouble(3);
            boolean matches =
                    factor != 0
                            && DoubleStream.of(POINTS)
                                    .allMatch(x ->
                                            Math.abs(
                                                            left.values().applyAsDouble(x)
                                                                            * right.values()
                                                                                    .applyAsDouble(
                                                                                            x)
                                                                            / factor
                                                                    - expected.applyAsDouble(x))
                                                    < CLOSE);
            if (matches) {
                return Optional.of(new Gating(left.node(), candidate, factor));
            }
        }
        return Optional.empty();
    }

    /** The same as a function of what the node reads; null if that is not one value for each. */
    private static @Nullable Function before(List<Node> nodes, Function given) {
        Node node = nodes.get(given.node());
        @Nullable DoubleUnaryOperator step =
                switch (node.layer()) {
                    case Layer.Identity _ -> x -> x;
                    case Layer.Relu relu -> x -> Math.min(Math.max(x, 0), relu.ceiling());
                    case Layer.Activation activation
                            when activation.parameters().length <= MAX_PARAMETERS ->
                            ActivationMath.of(activation);
                    case Layer.ChannelAffine affine
                            when isSame(affine.scale()) && isSame(affine.offset()) ->
                            x -> x * affine.scale()[0] + affine.offset()[0];
                    default -> null;
                };
        return step == null
                ? null
                : new Function(
                        node.inputs().getFirst(),
                        x -> given.values().applyAsDouble(step.applyAsDouble(x)));
    }

    private static boolean isSame(float[] values) {
        for (float value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
