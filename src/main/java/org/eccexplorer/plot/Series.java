package org.eccexplorer.plot;

import java.util.List;
import java.util.Optional;

/**
 * One line, a dot, or dots.
 *
 * @param x ascending, but for dots
 * @param y as many values; NaN where there is none
 * @param band around the line
 * @param source the run that it is of
 * @param points what each of several dots is called; empty for all else
 */
public record Series(
        String name,
        Tint tint,
        Mark mark,
        double[] x,
        double[] y,
        Optional<Band> band,
        Optional<SourceRun> source,
        List<String> points) {
    public Series {
        points = List.copyOf(points);
        if (points.size() != (mark == Mark.DOTS ? x.length : 0)) {
            throw new IllegalArgumentException(points.size() + " names of " + x.length);
        }
        if (x.length != y.length || (mark == Mark.DOT && x.length != 1)) {
            throw new IllegalArgumentException(x.length + " x, " + y.length + " y, " + mark);
        }
    }

    /** How a series is drawn; a line of a single point is drawn as a dot. */
    public enum Mark {
        LINE,
        DASHED,
        DOT,
        /** Dots that no line joins, each with a name of its own. */
        DOTS
    }

    /** The same, of a run. */
    public Series from(SourceRun run) {
        return new Series(name, tint, mark, x, y, band, Optional.of(run), points);
    }

    private static Series plain(String name, Tint tint, Mark mark, double[] x, double[] y) {
        return new Series(name, tint, mark, x, y, Optional.empty(), Optional.empty(), List.of());
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

    /** Dots that no line joins, each with a name that the pointer reads. */
    public static Series dots(String name, Tint tint, double[] x, double[] y, List<String> points) {
        return new Series(name, tint, Mark.DOTS, x, y, Optional.empty(), Optional.empty(), points);
    }

    /** A line with its uncertainty. */
    public static Series banded(String name, Tint tint, double[] x, double[] y, Band band) {
        return new Series(
                name, tint, Mark.LINE, x, y, Optional.of(band), Optional.empty(), List.of());
    }
}
