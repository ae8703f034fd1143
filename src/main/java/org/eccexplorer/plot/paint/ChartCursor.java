package org.eccexplorer.plot.paint;

import java.util.Optional;
import java.util.OptionalInt;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.text.Texts;

/**
 * Moves over what can be picked in a chart without a pointer: timesteps from 1, categories and the
 * cells of a matrix, counted by rows, from 0.
 */
public final class ChartCursor {
    private ChartCursor() {}

    /**
     * The next place.
     *
     * @param from the last one; empty at first
     * @param right how far to the right, negative for left
     * @param down how many rows down, of a matrix
     * @return the same place at the edge; empty if the chart has no places
     */
    public static OptionalInt moved(Chart chart, OptionalInt from, int right, int down) {
        int first = first(chart);
        int count = count(chart);
        if (count == 0) {
            return OptionalInt.empty();
        }
        if (from.isEmpty()) {
            return OptionalInt.of(
                    right < 0 && !(chart instanceof Chart.Matrix) ? last(chart) : first);
        }
        int place = Math.clamp(from.getAsInt(), first, last(chart));
        if (chart instanceof Chart.Matrix matrix) {
            int n = matrix.names().size();
            int row = Math.clamp(place / n + down, 0, n - 1);
            int column = Math.clamp(place % n + right, 0, n - 1);
            return OptionalInt.of(row * n + column);
        }
        return OptionalInt.of(Math.clamp(place + right, first, last(chart)));
    }

    private static int last(Chart chart) {
        return first(chart) + count(chart) - 1;
    }

    private static int first(Chart chart) {
        return isTime(chart) ? ((Chart.Timed) chart).x().firstStep() : 0;
    }

    private static boolean isTime(Chart chart) {
        return chart instanceof Chart.Timed timed && timed.x().isTime();
    }

    private static int count(Chart chart) {
        return switch (chart) {
            case Chart.Timed timed ->
                    isTime(timed) ? timed.x().lastStep() - timed.x().firstStep() + 1 : 0;
            case Chart.Matrix matrix -> matrix.names().size() * matrix.names().size();
            case Chart.Scatter _ -> 0;
            case Chart.Histogram histogram ->
                    histogram.limit().isPresent() ? histogram.counts().length : 0;
            case Chart.Categorised over -> over.categories().size();
        };
    }

    /** Where a pointer would stand for a place, in pixels of the surface. */
    public static Optional<Pointer> at(
            Chart chart, Bounds bounds, boolean compact, TextMeasure measure, int place) {
        Bounds plot = ChartPainter.plotArea(chart, bounds, compact, measure);
        double middle = plot.y() + plot.height() / 2;
        int count = count(chart);
        if (count == 0) {
            return Optional.empty();
        }
        if (chart instanceof Chart.Matrix matrix) {
            return Optional.of(MatrixPainter.middle(matrix, plot, place));
        }
        double along =
                chart instanceof Chart.Timed timed ? timed.x().share(place) : (place + 0.5) / count;
        return Optional.of(new Pointer(plot.x() + along * plot.width(), middle));
    }

    /** A place in words. */
    public static String name(Chart chart, int place) {
        if (chart instanceof Chart.Matrix matrix) {
            int n = matrix.names().size();
            int images = matrix.counts()[place / n][place % n];
            return Texts.text(
                    "plot.paint.cell",
                    matrix.rowLabel(),
                    matrix.names().get(place / n),
                    matrix.columnLabel(),
                    matrix.names().get(place % n),
                    Texts.counted("plot.paint.images", images));
        }
        if (chart instanceof Chart.Histogram histogram) {
            return Texts.text("plot.paint.cutAt", Scale.reading(histogram.bound(place)));
        }
        return chart instanceof Chart.Categorised over
                ? over.categories().get(place)
                : Texts.text("plot.paint.timestep", place);
    }
}
