package org.eccexplorer.convert.lambda;

/** The complementary error function. */
public final class NormalIntegral {
    /** Where the series takes fewer terms than the continued fraction. */
    private static final double SERIES_END = 2;

    private static final int FRACTIONS = 60;

    private NormalIntegral() {}

    /**
     * erfc(x) = 1 − erf(x), to about 1e-14: by the series of erf near 0, by the continued fraction
     * further out (Abramowitz and Stegun 7.1.6 and 7.1.14).
     */
    public static double beyond(double x) {
        if (x < 0) {
            return 2 - beyond(-x);
        }
        return x < SERIES_END ? 1 - series(x) : fraction(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-17; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    private static double fraction(double x) {
        double tail = 0;
        for (int k = FRACTIONS; k > 0; k--) {
            tail = k / 2.0 / (x + tail);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
    }
}
