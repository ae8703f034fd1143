package org.eccexplorer.measure.layer;

/**
 * Pearson's correlation r of pairs that come one by one. Means and squared deviations are kept up
 * to date (B. P. Welford, Technometrics 4, 1962; in parts, T. F. Chan et al., 1979): differences of
 * large sums would give an r above 1, or the root of a negative number, where values hardly vary.
 */
final class Correlation {
    private long count;
    private double meanX;
    private double meanY;

    /** Σ (x − mean)², Σ (y − mean)² and Σ (x − mean)·(y − mean). */
    private double squaresX;

    private double squaresY;
    private double products;

    void add(double x, double y) {
        count++;
        double dx = x - meanX;
        double dy = y - meanY;
        double weight = 1.0 / count;
        meanX += dx * weight;
        meanY += dy * weight;
        squaresX += dx * (x - meanX);
        squaresY += dy * (y - meanY);
        products += dx * (y - meanY);
    }

    /** Adds many pairs in their order, both multiplied by a unit. */
    void add(double[] x, double[] y, double[] unit, int pairs) {
        long n = count;
        double ownX = meanX;
        double ownY = meanY;
        double xx = squaresX;
        double yy = squaresY;
        double xy = products;
        for (int i = 0; i < pairs; i++) {
            n++;
            double nextX = x[i] * unit[i];
            double nextY = y[i] * unit[i];
            double dx = nextX - ownX;
            double dy = nextY - ownY;
            double weight = 1.0 / n;
            ownX += dx * weight;
            ownY += dy * weight;
            xx += dx * (nextX - ownX);
            yy += dy * (nextY - ownY);
            xy += dx * (nextY - ownY);
        }
        count = n;
        meanX = ownX;
        meanY = ownY;
        squaresX = xx;
        squaresY = yy;
        products = xy;
    }

    void add(Correlation other) {
        if (other.count == 0) {
            return;
        }
        double dx = other.meanX - meanX;
        double dy = other.meanY - meanY;
        double share = (double) other.count / (count + other.count);
        double weight = count * share;
        squaresX += other.squaresX + dx * dx * weight;
        squaresY += other.squaresY + dy * dy * weight;
        products += other.products + dx * dy * weight;
        meanX += dx * share;
        meanY += dy * share;
        count += other.count;
    }

    /** r, −1 to 1; NaN if one of the two never varies. */
    double pearson() {
        double r = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return Math.clamp(r, -1, 1);
    }
}
