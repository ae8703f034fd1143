package org.eccexplorer.plot.paint;

import java.util.List;
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
import org.eccexplorer.plot.TextMeasure;
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

    /** Height of a line of notes. */
    private static final double NOTES = 14;

    /** Room for the values of the vertical axis. */
    private static final double LEFT = 50;

    private static final double RIGHT = 16;

    /** Room for the values of the horizontal axis and what it counts. */
    private static final double BOTTOM = 36;

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
            String subtitle =
                    Labels.notes(surface, chart.subtitle(), room(bounds), TextStyle.SMALL);
            titles(chart, List.of(subtitle), surface, bounds, theme);
        }
        below(chart, surface, bounds, theme, compact, new Pointer(hoverX, hoverY));
    }

    /** Paints a chart for a file, where notes below its title have a second line if need be. */
    public static void file(Chart chart, Surface surface, Bounds bounds, ChartTheme theme) {
        List<String> lines =
                Labels.lines(surface, chart.subtitle(), room(bounds), TextStyle.SMALL, 2);
        titles(chart, lines, surface, bounds, theme);
        Bounds rest = bounds.inset(0, NOTES * (lines.size() - 1), 0, 0);
        below(chart, surface, rest, theme, false, new Pointer(Double.NaN, Double.NaN));
    }

    /** Paints all but the titles. */
    private static void below(
            Chart chart,
            Surface surface,
            Bounds bounds,
            ChartTheme theme,
            boolean compact,
            Pointer pointer) {
        Bounds plot = plotArea(chart, bounds, compact, surface);
        if (!compact) {
            Legend.of(chart, bounds, surface)
                    .paint(surface, bounds, bounds.y() + LEGEND, plot.y(), theme);
            Labels.valueTitle(surface, bounds, plot, theme, chart.yLabel());
        }
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

    /** For titles and notes. */
    private static double room(Bounds bounds) {
        return bounds.width() - 2 * PADDING;
    }

    private static void titles(
            Chart chart, List<String> notes, Surface surface, Bounds bounds, ChartTheme theme) {
        double left = bounds.x() + PADDING;
        double besideTools = Math.max(60, room(bounds) - TOOLS);
        surface.text(
                Labels.fitted(surface, chart.title(), besideTools, TextStyle.TITLE),
                left,
                bounds.y() + 22,
                Surface.Align.LEFT,
                TextStyle.TITLE,
                theme.text());
        for (int i = 0; i < notes.size(); i++) {
            surface.text(
                    notes.get(i),
                    left,
                    bounds.y() + 38 + NOTES * i,
                    Surface.Align.LEFT,
                    TextStyle.SMALL,
                    theme.muted());
        }
    }

    /** Where timesteps are in a chart over time; empty for others. */
    public static Optional<AxisScale> timeScale(
            Chart chart, Bounds bounds, boolean compact, TextMeasure measure) {
        Bounds plot = plotArea(chart, bounds, compact, measure);
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
        Bounds plot = plotArea(chart, bounds, false, surface);
        double left = Math.clamp(Math.min(one, other), plot.x(), plot.right());
        double right = Math.clamp(Math.max(one, other), plot.x(), plot.right());
        Colour colour = theme.of(Tint.Fixed.ACCENT);
        surface.rectangle(left, plot.y(), right - left, plot.height(), colour.faded(0.15));
        surface.line(left, plot.y(), left, plot.bottom(), colour, 1, Dash.SOLID);
        surface.line(right, plot.y(), right, plot.bottom(), colour, 1, Dash.SOLID);
    }

    /** How high a plot without a legend is at least. */
    static double leastPlotHeight(Bounds bounds) {
        return bounds.height() - TOP - BOTTOM;
    }

    /** Where the plot is: the room below the titles, without the axis labels. */
    static Bounds plotArea(Chart chart, Bounds bounds, boolean compact, TextMeasure measure) {
        if (chart instanceof Chart.Raster raster) {
            double left =
                    !compact && RasterPainter.isNamedWithin(raster)
                            ? LEFT + Labels.TITLE
                            : RasterPainter.labelWidth(raster) + 8;
            return compact ? bounds.inset(left, 2, 4, 2) : bounds.inset(left, TOP, RIGHT, BOTTOM);
        }
        if (compact) {
            return bounds.inset(34, 8, 6, 18);
        }
        Legend legend = Legend.of(chart, bounds, measure);
        double top = TOP + legend.height();
        double right = RIGHT + legend.side();
        double left = chart.yLabel().isEmpty() ? LEFT : LEFT + Labels.TITLE;
        Bounds plot = bounds.inset(left, top, right, BOTTOM);
        boolean named =
                chart instanceof Chart.Categorised over
                        && Labels.isNamed(plot.width(), over.categories());
        return named ? bounds.inset(left, top, right, 24) : plot;
    }

    /**
     * What a point of the chart stands for: a timestep, the index of a category, or in a matrix the
     * cell, counted by rows.
     *
     * @param x in pixels of the surface
     */
    public static OptionalInt pick(
            Chart chart, Bounds bounds, boolean compact, TextMeasure measure, double x, double y) {
        Bounds plot = plotArea(chart, bounds, compact, measure);
        if (x < plot.x() || x > plot.right() || y < plot.y() || y > plot.bottom()) {
            return OptionalInt.empty();
        }
        double share = (x - plot.x()) / plot.width();
        Optional<AxisScale> time = timeScale(chart, bounds, compact, measure);
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
