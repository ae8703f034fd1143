package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Series;

/**
 * Where a line and its band run, in pixels.
 *
 * @param x of the points, ascending
 * @param y of the line
 * @param high of the upper end of the band
 * @param low of its lower end; both are the line where no band is drawn
 */
record Course(double[] x, double[] y, double[] high, double[] low) {
    /** Left free around a text. */
    private static final double ROOM = 4;

    static Course of(Series series, LinesPlace place) {
        double[] x = Arrays.stream(series.x()).map(place::x).toArray();
        double[] y = Arrays.stream(series.y()).map(place::y).toArray();
        return series.band()
                .filter(Band::drawn)
                .map(band ->
                        new Course(
                                x,
                                y,
                                Arrays.stream(band.high()).map(place::y).toArray(),
                                Arrays.stream(band.low()).map(place::y).toArray()))
                .orElse(new Course(x, y, y, y));
    }

    /** Whether it comes near a text. */
    boolean meets(Bounds text, boolean banded) {
        double[] highs = banded ? high : y;
        double[] lows = banded ? low : y;
        double left = text.x() - ROOM;
        double right = text.right() + ROOM;
        int first = Arrays.binarySearch(x, left);
        for (int i = Math.max(0, (first < 0 ? -first - 1 : first) - 1); i < x.length; i++) {
            int next = Math.min(i + 1, x.length - 1);
            if (x[i] > right) {
                return false;
            }
            double from = Math.max(left, x[i]);
            double to = Math.min(right, Math.max(from, x[next]));
            double top = Math.min(between(highs, i, next, from), between(highs, i, next, to));
            double bottom = Math.max(between(lows, i, next, from), between(lows, i, next, to));
            if (x[next] >= left && top < text.bottom() + ROOM / 2 && bottom > text.y() - ROOM / 2) {
                return true;
            }
        }
        return false;
    }

    /** The height of a line at a place between two of its points. */
    private double between(double[] of, int i, int next, double at) {
        double share = x[next] > x[i] ? Math.clamp((at - x[i]) / (x[next] - x[i]), 0.0, 1.0) : 0;
        return of[i] + share * (of[next] - of[i]);
    }
}
