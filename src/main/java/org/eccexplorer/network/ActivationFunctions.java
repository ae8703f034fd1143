package org.eccexplorer.network;

import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.network.Layer.Activation;
import org.jspecify.annotations.Nullable;

/** Activation functions other than ReLU, by the names and parameters that frameworks give them. */
public final class ActivationFunctions {
    /** α and scale of SELU (Klambauer et al., 2017). */
    private static final float SELU_ALPHA = 1.6732632f;

    private static final float SELU_SCALE = 1.050701f;

    private ActivationFunctions() {}

    /**
     * The function of a name in any framework, such as "silu", "SiLU" or "hard_swish"; null if it
     * is none of these or has parameters that the name does not say.
     */
    public static @Nullable Activation named(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "silu", "swish" -> new Activation("SiLU", Curve.SWISH);
            case "gelu" -> new Activation("GELU", Curve.GELU);
            case "mish" -> new Activation("mish", Curve.MISH);
            case "hardswish", "hardsilu" -> hardSwish();
            case "sigmoid" -> new Activation("sigmoid", Curve.SIGMOID);
            case "abs" -> new Activation("absolute value", Curve.ABSOLUTE);
            case "erf" -> new Activation("erf", Curve.ERF);
            case "tanh" -> new Activation("tanh", Curve.TANH);
            case "softplus" -> softPlus(1);
            case "softsign" -> new Activation("softsign", Curve.SOFT_SIGN);
            case "exponential", "exp" -> new Activation("exponential", Curve.EXPONENTIAL);
            case "elu" -> elu(1);
            case "selu" -> elu("SELU", SELU_ALPHA, SELU_SCALE, 1);
            case "celu" -> celu(1);
            case "hardtanh" -> clamp(-1, 1);
            default -> null;
        };
    }

    /** x·slope below 0. */
    public static Activation leaky(double slope) {
        return new Activation("LeakyReLU", Curve.LEAKY, new float[] {(float) slope});
    }

    /**
     * x times a trained slope below 0.
     *
     * @param slopes one, one per channel, or one per value
     */
    public static Activation parametric(float[] slopes) {
        return new Activation("PReLU", Curve.LEAKY, slopes);
    }

    /** α·(exp(x) − 1) below 0. */
    public static Activation elu(double alpha) {
        return elu("ELU", alpha, 1, 1);
    }

    /** α·(exp(x/α) − 1) below 0. */
    public static Activation celu(double alpha) {
        return elu("CELU", alpha, 1, 1 / alpha);
    }

    /** scale·x above 0, scale·α·(exp(inner·x) − 1) below. */
    public static Activation elu(String kind, double alpha, double scale, double inner) {
        float[] parameters = {(float) alpha, (float) scale, (float) inner};
        return new Activation(kind, Curve.EXPONENTIAL_LINEAR, parameters);
    }

    /** x² or x³; empty for another exponent. */
    public static Optional<Activation> power(double exponent) {
        return exponent == 2
                ? Optional.of(new Activation("square", Curve.SQUARE))
                : exponent == 3
                        ? Optional.of(new Activation("cube", Curve.CUBE))
                        : Optional.empty();
    }

    /** α·x + β between 0 and 1. */
    public static Activation hardSigmoid(double alpha, double beta) {
        float[] parameters = {(float) alpha, (float) beta};
        return new Activation("hard sigmoid", Curve.HARD_SIGMOID, parameters);
    }

    /** x·min(max(x + 3, 0), 6)/6. */
    public static Activation hardSwish() {
        return new Activation("hard swish", Curve.HARD_SWISH, new float[] {1 / 6f, 0.5f});
    }

    /** GELU, exact or by its approximation with tanh. */
    public static Activation gelu(boolean approximate) {
        return new Activation("GELU", approximate ? Curve.GELU_BY_TANH : Curve.GELU);
    }

    /** log(1 + exp(β·x))/β. */
    public static Activation softPlus(double beta) {
        return new Activation("softplus", Curve.SOFT_PLUS, new float[] {(float) beta});
    }

    /** x between two bounds. */
    public static Activation clamp(double low, double high) {
        float[] bounds = {(float) low, (float) high};
        return new Activation("clamp", Curve.CLAMP, bounds);
    }

    /** x above θ, otherwise 0. */
    public static Activation threshold(double theta) {
        return new Activation("thresholded ReLU", Curve.THRESHOLD, new float[] {(float) theta});
    }
}
