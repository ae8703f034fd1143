package org.eccexplorer.network;

import java.util.function.DoubleUnaryOperator;

/** Activation functions other than ReLU, computed in double. */
public final class ActivationMath {
    /** √(2/π), and the coefficient of x³, of the approximation of GELU. */
    private static final double GELU_INNER = Math.sqrt(2 / Math.PI);

    private static final double GELU_CUBIC = 0.044715;

    /** Beyond it erf is 1 in double. */
    private static final double ERF_ENDS = 6;

    private ActivationMath() {}

    /** The function; of {@link Curve#LEAKY} with the first slope. */
    public static DoubleUnaryOperator of(Layer.Activation layer) {
        float[] p = layer.parameters();
        return switch (layer.curve()) {
            case LEAKY -> x -> x >= 0 ? x : p[0] * x;
            case EXPONENTIAL_LINEAR ->
                    x -> x > 0 ? p[1] * x : p[1] * (double) p[0] * Math.expm1(p[2] * x);
            case SWISH -> x -> x * sigmoid(x);
            case GELU -> x -> x * (1 + erf(x / Math.sqrt(2))) / 2;
            case GELU_BY_TANH ->
                    x -> x * (1 + Math.tanh(GELU_INNER * (x + GELU_CUBIC * x * x * x))) / 2;
            case MISH -> x -> x * Math.tanh(softPlus(x));
            case HARD_SIGMOID -> x -> Math.clamp(p[0] * x + p[1], 0.0, 1.0);
            case HARD_SWISH -> x -> x * Math.clamp(p[0] * x + p[1], 0.0, 1.0);
            case SIGMOID -> ActivationMath::sigmoid;
            case TANH -> Math::tanh;
            case ERF -> ActivationMath::erf;
            case SOFT_PLUS -> x -> softPlus(p[0] * x) / p[0];
            case SOFT_SIGN -> x -> x / (1 + Math.abs(x));
            case EXPONENTIAL -> Math::exp;
            case ABSOLUTE -> Math::abs;
            case SQUARE -> x -> x * x;
            case CUBE -> x -> x * x * x;
            case CLAMP -> x -> Math.min(Math.max(x, p[0]), p[1]);
            case THRESHOLD -> x -> x > p[0] ? x : 0;
        };
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softPlus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /**
     * 2/√π·∫₀ˣ exp(−t²) dt, by the series 2/√π·exp(−x²)·Σ 2ⁿ·x²ⁿ⁺¹/(1·3·…·(2n+1)), all of whose
     * terms have one sign (Abramowitz and Stegun, 7.1.6).
     */
    static double erf(double x) {
        if (Math.abs(x) >= ERF_ENDS) {
            return Math.signum(x);
        }
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
