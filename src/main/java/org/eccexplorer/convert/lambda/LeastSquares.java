package org.eccexplorer.convert.lambda;

/**
 * λ by least squares for one T: the one that makes Σ (min(⌊a·T/λ + θ⌋, T)·λ/T − a)² smallest over
 * the activations a, among 95 candidates λ_i = max a·(1 − 0.01·i), i = 0 … 94; of equals the
 * largest. The candidates are those of SNN_Calibration ({@code find_threshold_mse}; Li et al., ICML
 * 2021); θ is the charge of TRE, which its neurons get as ½.
 */
public final class LeastSquares {
    private static final int CANDIDATES = 95;
    private static final double STEP = 0.01;

    private final float[] values;
    private final long zeros;
    private final int timesteps;
    private final double theta;

    /** Σ a and Σ a² of the values before each. */
    private final double[] sums;

    private final double squares;

    /**
     * For some activations.
     *
     * @param timesteps T
     * @param theta θ in units of V_thr, 0 to 1
     */
    public LeastSquares(ActivationSample.Values sample, int timesteps, double theta) {
        values = sample.positive();
        zeros = sample.zeros();
        this.timesteps = timesteps;
        this.theta = theta;
        sums = new double[values.length + 1];
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
            square += (double) values[i] * values[i];
        }
        squares = square;
    }

    /**
     * The best candidate.
     *
     * @param maximum the largest activation, above 0
     */
    public double lambda(double maximum) {
        double best = maximum;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double candidate = maximum * (1 - STEP * i);
            double error = error(candidate);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    /** Σ (rate·λ − a)². */
    public double error(double lambda) {
        double zero = Math.floor(theta) * lambda / timesteps;
        return zeros * zero * zero + (levelsAreFew() ? byLevel(lambda) : byValue(lambda));
    }

    /** Whether looking for the ends of all levels is faster than looking at all values. */
    private boolean levelsAreFew() {
        int bits = 32 - Integer.numberOfLeadingZeros(values.length);
        return (long) timesteps * bits < values.length;
    }

    private double byValue(double lambda) {
        double sum = 0;
        for (float a : values) {
            double missed = Math.min(count(a, lambda), timesteps) * lambda / timesteps - a;
            sum += missed * missed;
        }
        return sum;
    }

    private double count(double a, double lambda) {
        return Math.floor(a * timesteps / lambda + theta);
    }

    /** Σ a² − 2·level·Σ a + n·level², over the values of each level. */
    private double byLevel(double lambda) {
        double sum = squares;
        int from = 0;
        for (int n = 0; n <= timesteps && from < values.length; n++) {
            int end = n == timesteps ? values.length : firstAbove(n, lambda, from);
            double level = n * lambda / timesteps;
            sum += level * ((end - from) * level - 2 * (sums[end] - sums[from]));
            from = end;
        }
        return sum;
    }

    /** The first value, from one on, that gives more than n spikes. */
    private int firstAbove(int n, double lambda, int from) {
        int low = from;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (count(values[middle], lambda) > n) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
