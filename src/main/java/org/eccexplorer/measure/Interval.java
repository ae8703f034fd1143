package org.eccexplorer.measure;

/** A confidence interval of a share, both ends from 0 to 1. */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** Wilson's 95 % score interval for this many successes (E. B. Wilson, JASA 22, 1927). */
    public static Interval wilson(long successes, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double share = (double) successes / trials;
        double z2 = Z * Z / trials;
        double centre = share + z2 / 2;
        double spread = Z * Math.sqrt(share * (1 - share) / trials + z2 / (4.0 * trials));
        return new Interval(
                Math.max(0, (centre - spread) / (1 + z2)),
                Math.min(1, (centre + spread) / (1 + z2)));
    }
}
