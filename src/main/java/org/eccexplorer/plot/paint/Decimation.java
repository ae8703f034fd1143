package org.eccexplorer.plot.paint;

/** Thins a long line to the smallest and largest value of each pixel column. */
final class Decimation {
    private Decimation() {}

    /** The points that are left. */
    record Points(double[] x, double[] y, int count) {}

    /**
     * Keeps a line's shape.
     *
     * @param x ascending, in pixels
     */
    static Points of(double[] x, double[] y, int columns) {
        if (x.length <= 3 * columns) {
            return new Points(x, y, x.length);
        }
        double[] keptX = new double[2 * columns + 2];
        double[] keptY = new double[2 * columns + 2];
        int count = 0;
        int from = 0;
        while (from < x.length && count + 2 <= keptX.length) {
            int to = from;
            int low = from;
            int high = from;
            double column = Math.floor(x[from]);
            while (to < x.length && Math.floor(x[to]) == column) {
                low = y[to] < y[low] ? to : low;
                high = y[to] > y[high] ? to : high;
                to++;
            }
            int first = Math.min(low, high);
            int second = Math.max(low, high);
            keptX[count] = x[first];
            keptY[count++] = y[first];
            if (second != first) {
                keptX[count] = x[second];
                keptY[count++] = y[second];
            }
            from = to;
        }
        return new Points(keptX, keptY, count);
    }
}
