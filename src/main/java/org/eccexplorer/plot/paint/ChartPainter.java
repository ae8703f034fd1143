package org.eccexplorer.plot.paint;

import java.util.Optional;
import java.util.OptionalInt;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;

/**
 * Paints any chart into a rectangle, over whatever is there: title, subtitle, then the plot itself.
 */
public final class ChartPainter {
    static final double PADDING = 12;

    /** Where the legend begins, below the titles. */
    private static final double LEGEND = 46;

    /** Where the plot begins if there is no legend. */
    private static final double TOP = 54;

    /** Room for the values of the vertical axis. */
    private static final double LEFT = 50;

    /** Width of the buttons in the corner of a chart in the window. */
    private static final double TOOLS = 56;

    private ChartPainter() {}

    /**
     * Paints a chart.
     *
     * @param compact without title, subtitle and the name of the axis, for small places
     * @param hoverX where the pointer is, in pixels; NaN if it is elsewhere
     * @param hoverY where the pointer is
     */
    public static void paint(
            Chart chart,
            Surface surface,
            Bounds bounds,
            ChartTheme theme,
            boolean compact,
            double hoverX,
            double hoverY) {
        if (!compact) {
            titles(chart, surface, bounds, theme);
            Legend.of(chart, bounds)
                    .paint(surface, bounds.x() + PADDING, bounds.y() + LEGEND, theme);
        }
        Bounds plot = plotArea(chart, bounds, compact);
        if (!compact) {
            Labels.valueTitle(surface, bounds, plot, theme, chart.yLabel());
        }
        Pointer pointer = new Pointer(hoverX, hoverY);
        switch (chart) {
            case Chart.Lines lines ->
                    new LinesPainter(lines, surface, plot, theme, compact).paint(pointer);
            case Chart.Boxes boxes -> new BoxesPainter(boxes, surface, plot, theme).paint(pointer);
            case Chart.Violins violins ->
                    new ViolinsPainter(violins, surface, plot, theme).paint(pointer);
            case Chart.Stacks stacks ->
                    new StacksPainter(stacks, surface, plot, theme).paint(pointer);
            case Chart.Profiles profiles ->
                    new ProfilesPainter(profiles, surface, plot, theme).paint(pointer);
            case Chart.Scatter scatter ->
                    new ScatterPainter(scatter, surface, plot, theme).paint(pointer);
            case Chart.Raster raster ->
                    new RasterPainter(raster, surface, plot, theme, compact).paint(pointer);
            case Chart.Histogram histogram ->
                    new HistogramPainter(histogram, surface, plot, theme).paint(pointer);
            case Chart.Matrix matrix ->
                    new MatrixPainter(matrix, surface, plot, theme).paint(pointer);
        }
    }

    /** Paints a line of text in place of a chart that is not there yet. */
    public static void placeholder(String text, Surface surface, Bounds bounds, ChartTheme theme) {
        Labels.empty(surface, bounds, theme, text);
    }

    private static void titles(Chart chart, Surface surface, Bounds bounds, ChartTheme theme) {
        double left = bounds.x() + PADDING;
        double room = bounds.width() - 2 * PADDING;
        double besideTools = Math.max(60, room - TOOLS);
        surface.text(
                Labels.fitted(surface, chart.title(), besideTools, TextStyle.TITLE),
                left,
                bounds.y() + 22,
                Surface.Align.LEFT,
                TextStyle.TITLE,
                theme.text());
        surface.text(
                Labels.notes(surface, chart.subtitle(), room, TextStyle.SMALL),
                left,
                bounds.y() + 38,
                Surface.Align.LEFT,
                TextStyle.SMALL,
                theme.muted());
    }

    /** Where timesteps are in a chart over time; empty for others. */
    public static Optional<AxisScale> timeScale(Chart chart, Bounds bounds, boolean compact) {
        Bounds plot = plotArea(chart, bounds, compact);
        return chart instanceof Chart.Timed timed && timed.x().isTime()
                ? Optional.of(new AxisScale(timed.x(), plot.x(), plot.right()))
                : Optional.empty();
    }

    /** Paints over a chart what would be seen of its time: between two pixels. */
    public static void selection(
            Chart chart,
            Surface surface,
            Bounds bounds,
            ChartTheme theme,
            double one,
            double other) {
        Bounds plot = plotArea(chart, bounds, false);
        double left = Math.clamp(Math.min(one, other), plot.x(), plot.right());
        double right = Math.clamp(Math.max(one, other), plot.x(), plot.right());
        Colour colour = theme.of(Tint.Fixed.ACCENT);
        surface.rectangle(left, plot.y(), right - left, plot.height(), colour.faded(0.15));
        surface.line(left, plot.y(), left, plot.bottom(), colour, 1, Dash.SOLID);
        surface.line(right, plot.y(), right, plot.bottom(), colour, 1, Dash.SOLID);
    }

    /** Where the plot is: the room below the titles, without the axis labels. */
    static Bounds plotArea(Chart chart, Bounds bounds, boolean compact) {
        if (chart instanceof Chart.Raster raster) {
            double left =
                    !compact && RasterPainter.isNamedWithin(raster)
                            ? LEFT + Labels.TITLE
                            : RasterPainter.labelWidth(raster) + 8;
            return compact ? bounds.inset(left, 2, 4, 2) : bounds.inset(left, TOP, 16, 36);
        }
        if (compact) {
            return bounds.inset(34, 8, 6, 18);
        }
        double top = TOP + Legend.of(chart, bounds).height();
        double left = chart.yLabel().isEmpty() ? LEFT : LEFT + Labels.TITLE;
        Bounds plot = bounds.inset(left, top, 16, 36);
        boolean named =
                chart instanceof Chart.Categorised over
                        && Labels.isNamed(plot.width(), over.categories());
        return named ? bounds.inset(left, top, 16, 24) : plot;
    }

    /**
     * What a point of the chart stands for: a timestep, the index of a category, or in a matrix the
     * cell, counted by rows.
     *
     * @param x in pixels of the surface
     */
    public static OptionalInt pick(
            Chart chart, Bounds bounds, boolean compact, double x, double y) {
        Bounds plot = plotArea(chart, bounds, compact);
        if (x < plot.x() || x > plot.right() || y < plot.y() || y > plot.bottom()) {
            return OptionalInt.empty();
        }
        double share = (x - plot.x()) / plot.width();
        Optional<AxisScale> time = timeScale(chart, bounds, compact);
        if (time.isPresent()) {
            return OptionalInt.of(time.get().stepAt(x));
        }
        return switch (chart) {
            case Chart.Lines lines when lines.x().kind() == Axis.Kind.COST ->
                    nearest(lines, plot, x, y);
            case Chart.Lines _, Chart.Raster _ -> OptionalInt.empty();
            case Chart.Categorised over -> category(share, over.categories().size());
            case Chart.Scatter _ -> OptionalInt.empty();
            case Chart.Histogram _ -> OptionalInt.empty();
            case Chart.Matrix matrix -> MatrixPainter.pick(matrix, plot, new Pointer(x, y));
        };
    }

    private static OptionalInt nearest(Chart.Lines chart, Bounds plot, double x, double y) {
        int best = 0;
        double distance = Double.POSITIVE_INFINITY;
        LinesPlace place = new LinesPlace(chart, plot);
        for (Series series : chart.series()) {
            int points = series.mark() == Series.Mark.DOT ? 0 : series.x().length;
            for (int i = 0; i < points; i++) {
                double away = Math.hypot(place.x(series.x()[i]) - x, place.y(series.y()[i]) - y);
                best = away < distance ? i + 1 : best;
                distance = Math.min(distance, away);
            }
        }
        return best == 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static OptionalInt category(double share, int count) {
        return count == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.min(count - 1, (int) (share * count)));
    }
}
