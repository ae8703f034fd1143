package org.eccexplorer.network;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * What every reader of models asks of the values that it found: they are numbers that float32
 * holds, and variances can be divided by. A network with others would run to its end and give
 * answers that mean nothing.
 */
public final class TrainedValues {
    private TrainedValues() {}

    /** What a value may be. */
    public enum Rule {
        FINITE {
            @Override
            boolean allows(float value) {
                return Float.isFinite(value);
            }
        },
        /** Also infinite, as a bound that is none. */
        BOUND {
            @Override
            boolean allows(float value) {
                return !Float.isNaN(value);
            }
        },
        /** Neither below 0 nor infinite. */
        VARIANCE {
            @Override
            boolean allows(float value) {
                return value >= 0 && Float.isFinite(value);
            }
        };

        abstract boolean allows(float value);
    }

    /**
     * Holds every value of a network against what it may be.
     *
     * @param where the file, for messages
     * @throws ProblemException that names the layer, its values and the first that is wrong
     */
    public static void check(String where, Network network) throws ProblemException {
        for (Node node : network.nodes()) {
            new OfLayer(where, node.name()).check(node.layer());
        }
    }

    /**
     * Holds some values against what they may be.
     *
     * @param place the file and what they are in it
     */
    public static void check(String place, float[] values, Rule rule) throws ProblemException {
        int wrong = 0;
        int first = -1;
        for (int i = 0; i < values.length; i++) {
            if (!rule.allows(values[i])) {
                first = wrong == 0 ? i : first;
                wrong++;
            }
        }
        if (wrong > 0) {
            boolean negative = Float.isFinite(values[first]);
            throw corrupt(
                    place,
                    Texts.text(
                            negative
                                    ? "network.values.negativeVariance"
                                    : "network.values.notNumbers"),
                    Texts.text(
                            negative ? "network.values.belowZero" : "network.values.notFinite",
                            wrong,
                            values.length,
                            values[first],
                            first));
        }
    }

    /** Refuses variances that are none, or that cannot be divided by even with ε added. */
    private static void checkVariance(String place, float[] variance, double epsilon)
            throws ProblemException {
        check(place, variance, Rule.VARIANCE);
        for (int i = 0; i < variance.length; i++) {
            if (!(variance[i] + epsilon > 0)) {
                throw corrupt(
                        place,
                        Texts.text("network.values.noVariance"),
                        Texts.text("network.values.noSquareRoot", variance[i], i, epsilon));
            }
        }
    }

    private static ProblemException corrupt(String place, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT, place, what, why, Texts.text("network.values.remedy"));
    }

    /** The values of one layer. */
    private record OfLayer(String where, String name) {

        private String place(String values) {
            return where + ", " + Texts.text("network.values.ofLayer", values, name);
        }

        private void finite(String name, float... values) throws ProblemException {
            TrainedValues.check(place(name), values, Rule.FINITE);
        }

        void check(Layer layer) throws ProblemException {
            switch (layer) {
                case Layer.Convolution c -> {
                    finite("kernel", c.kernel());
                    finite("bias", c.bias());
                }
                case Layer.Dense d -> {
                    finite("kernel", d.weights());
                    finite("bias", d.bias());
                }
                case Layer.BatchNormalization b -> {
                    finite("gamma", b.gamma());
                    finite("beta", b.beta());
                    finite("mean", b.mean());
                    finite("epsilon", (float) b.epsilon());
                    checkVariance(place("variance"), b.variance(), b.epsilon());
                }
                case Layer.ChannelAffine a -> {
                    finite("scale", a.scale());
                    finite("offset", a.offset());
                }
                case Layer.Activation a ->
                        TrainedValues.check(
                                place("parameters"),
                                a.parameters(),
                                a.curve() == Curve.CLAMP ? Rule.BOUND : Rule.FINITE);
                case Layer.Resampling r -> finite("weights", r.weight());
                case Layer.Sum s -> finite("coefficients", s.coefficients());
                case Layer.Relu _,
                        Layer.Input _,
                        Layer.Softmax _,
                        Layer.Pooling _,
                        Layer.Rearrangement _,
                        Layer.Concatenation _,
                        Layer.Identity _ -> {}
            }
        }
    }
}
