package org.eccexplorer.plot;

import java.util.Optional;

/**
 * One line, or a dot.
 *
 * @param x ascending
 * @param y as many values; NaN where there is none
 * @param band around the line
 * @param source the run that it is of
 */
public record Series(
        String name,
        Tint tint,
        Mark mark,
        double[] x,
        double[] y,
        Optional<Band> band,
        Optional<SourceRun> source) {
    public Series {
        if (x.length != y.length || (mark == Mark.DOT && x.length != 1)) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y, " + mark);
        }
    }

    /** How a series is drawn; a line of a single point is drawn as a dot. */
    public enum Mark {
        LINE,
        DASHED,
        DOT
    }

    /** The same, of a run. */
    public Series from(SourceRun run) {
        return new Series(name, tint, mark, x, y, band, Optional.of(run));
    }

    private static Series plain(String name, Tint tint, Mark mark, double[] x, double[] y) {
        return new Series(name, tint, mark, x, y, Optional.empty(), Optional.empty());
    }

    /** A line. */
    public static Series line(String name, Tint tint, double[] x, double[] y) {
        return plain(name, tint, Mark.LINE, x, y);
    }

    /** A line that is not measured but computed. */
    public static Series dashed(String name, Tint tint, double[] x, double[] y) {
        return plain(name, tint, Mark.DASHED, x, y);
    }

    /** A point of interest. */
    public static Series dot(String name, Tint tint, double x, double y) {
        return plain(name, tint, Mark.DOT, new double[] {x}, new double[] {y});
    }

    /** A line with its uncertainty. */
    public static Series banded(String name, Tint tint, double[] x, double[] y, Band band) {
        return new Series(name, tint, Mark.LINE, x, y, Optional.of(band), Optional.empty());
    }
}
