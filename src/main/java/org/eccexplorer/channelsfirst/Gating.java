package org.eccexplorer.channelsfirst;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.eccexplorer.network.ActivationFunctions;
import org.eccexplorer.network.ActivationMath;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.jspecify.annotations.Nullable;

/**
 * Activation functions that exporters write as a product or quotient, such as x·sigmoid(x) or x/(1
 * + |x|): recognised by their values.
 *
 * @param node on whose values the function works
 * @param factor that the product is multiplied by, besides
 */
record Gating(int node, Layer.Activation function, double factor) {
    private static final List<Layer.Activation> JOINED =
            List.of(
                    ActivationFunctions.gelu(false),
                    ActivationFunctions.gelu(true),
                    ActivationFunctions.hardSwish(),
                    named("silu"),
                    named("mish"),
                    named("softsign"),
                    ActivationFunctions.power(2).orElseThrow(),
                    ActivationFunctions.power(3).orElseThrow());

    static final DoubleBinaryOperator PRODUCT = (a, b) -> a * b;
    static final DoubleBinaryOperator QUOTIENT = (a, b) -> a / b;

    /** Where functions are compared. */
    private static final double[] POINTS =
            DoubleStream.concat(
                            DoubleStream.iterate(-6, x -> x <= 6, x -> x + 0.25),
                            DoubleStream.of(-100, 100))
                    .toArray();

    private static final double CLOSE = 1e-5;

    /** More are slopes of channels. */
    private static final int MAX_PARAMETERS = 3;

    /** Sums inside each other that are looked through. */
    private static final int MAX_SUMS = 3;

    private static Layer.Activation named(String name) {
        return Optional.ofNullable(ActivationFunctions.named(name)).orElseThrow();
    }

    /** A function of the values of a node. */
    private record Function(int node, DoubleUnaryOperator values) {}

    /** Two functions of the values of one node. */
    private record Pair(int node, DoubleUnaryOperator left, DoubleUnaryOperator right) {

        DoubleUnaryOperator joined(DoubleBinaryOperator operation) {
            return x -> operation.applyAsDouble(left.applyAsDouble(x), right.applyAsDouble(x));
        }
    }

    /** What two nodes joined are a function of, if it is one of the list. */
    static Optional<Gating> of(List<Node> nodes, int a, int b, DoubleBinaryOperator operation) {
        Pair pair = pair(nodes, a, b, MAX_SUMS);
        return pair == null ? Optional.empty() : matching(pair.node(), pair.joined(operation));
    }

    /** The nearest node of whose values two others are functions; null if there is none. */
    private static @Nullable Pair pair(List<Node> nodes, int a, int b, int sums) {
        for (@Nullable Function left = new Function(a, x -> x);
                left != null;
                left = before(nodes, left, sums)) {
            @Nullable Function right = new Function(b, x -> x);
            while (right != null && right.node() > left.node()) {
                right = before(nodes, right, sums);
            }
            if (right != null && right.node() == left.node()) {
                return new Pair(left.node(), left.values(), right.values());
            }
        }
        return null;
    }

    private static Optional<Gating> matching(int node, DoubleUnaryOperator values) {
        for (Layer.Activation candidate : JOINED) {
            DoubleUnaryOperator expected = ActivationMath.of(candidate);
            double factor = values.applyAsDouble(3) / expected.applyAsDouble(3);
            if (factor != 0
                    && DoubleStream.of(POINTS).allMatch(isClose(values, factor, expected))) {
                return Optional.of(new Gating(node, candidate, factor));
            }
        }
        return Optional.empty();
    }

    private static DoublePredicate isClose(
            DoubleUnaryOperator values, double factor, DoubleUnaryOperator expected) {
        return x -> {
            double value = expected.applyAsDouble(x);
            double error = values.applyAsDouble(x) / factor - value;
            return Math.abs(error) < CLOSE * Math.max(1, Math.abs(value));
        };
    }

    /** The same as a function of what the node reads; null if that is not one value for each. */
    private static @Nullable Function before(List<Node> nodes, Function given, int sums) {
        Node node = nodes.get(given.node());
        if (node.layer() instanceof Layer.Sum sum) {
            return beforeSum(nodes, node, sum.coefficients(), given, sums);
        }
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

    private static @Nullable Function beforeSum(
            List<Node> nodes, Node node, float[] coefficients, Function given, int sums) {
        if (coefficients.length != 2 || sums == 0) {
            return null;
        }
        Pair pair = pair(nodes, node.inputs().getFirst(), node.inputs().getLast(), sums - 1);
        if (pair == null) {
            return null;
        }
        DoubleUnaryOperator sum = pair.joined((a, b) -> coefficients[0] * a + coefficients[1] * b);
        return new Function(pair.node(), x -> given.values().applyAsDouble(sum.applyAsDouble(x)));
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
