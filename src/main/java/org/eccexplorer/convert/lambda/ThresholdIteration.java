package org.eccexplorer.convert.lambda;

/**
 * λ for T from the mean μ and deviation σ of the values before the ReLU, taken for normally
 * distributed: 100 times λ ← k·λ with k = [μ/λ·(1 − Σ erf(u_i)/T) + σ·√(2/π)/λ·Σ exp(−u_i²)/T] / [1
 * − Σ (2i − 1)/T²·erf(u_i)], u_i = ((i − ½)·λ/T − μ)/(√2·σ) and i = 1 … T ({@code calculate_better}
 * of DCGS, {@code converter/threshold_getter.py}). It is λ ← E[z·g]/E[g²] with g(z) = #{i : z > (i
 * − ½)·λ/T}/T: each step is the least squares for the levels that the last one gave (Lloyd), for
 * spike counts that are rounded, whatever θ is.
 */
public final class ThresholdIteration {
    private static final int ROUNDS = 100;

    /** A step smaller than this share of λ is the last. */
    private static final double FINE = 1e-9;

    private static final double START_DEVIATIONS = 3;

    private ThresholdIteration() {}

    /**
     * λ, at most the largest activation.
     *
     * @param normal of the values before the ReLU
     * @param timesteps T
     * @param maximum the largest activation, above 0
     */
    public static double lambda(ActivationMoments.Normal normal, int timesteps, double maximum) {
        if (!(normal.deviation() > 0)) {
            return maximum;
        }
        double lambda = Math.max(normal.mean(), 0) + START_DEVIATIONS * normal.deviation();
        for (int round = 0; round < ROUNDS; round++) {
            double factor = factor(normal, timesteps, lambda);
            if (!(factor > 0) || Double.isInfinite(factor)) {
                return maximum;
            }
            lambda *= factor;
            if (Math.abs(factor - 1) < FINE) {
                break;
            }
        }
        return Math.min(lambda, maximum);
    }

    /** k, by which one round changes λ. */
    private static double factor(ActivationMoments.Normal normal, int timesteps, double lambda) {
        double mean = normal.mean() / lambda;
        double deviation = normal.deviation() / lambda;
        double above = 0;
        double peak = 0;
        double weighted = 0;
        for (int i = 1; i <= timesteps; i++) {
            double u = ((i - 0.5) / timesteps - mean) / (Math.sqrt(2) * deviation);
            double beyond = NormalIntegral.beyond(u);
            above += beyond;
            peak += Math.exp(-u * u);
            weighted += (2.0 * i - 1) * beyond;
        }
        return timesteps * (mean * above + deviation * Math.sqrt(2 / Math.PI) * peak) / weighted;
    }
}
