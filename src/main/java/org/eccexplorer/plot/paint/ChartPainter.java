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
    static final double PADDING = ChartLayout.PADDING;

    /** Where the legend begins, below the titles. */
    private static final double LEGEND = 46;

    private static final double NOTES = ChartLayout.NOTES;

    /** A title is set smaller rather than cut, down to this size. */
    private static final double SMALLEST_TITLE = 10;

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
        paint(chart, surface, bounds, theme, compact, hoverX, hoverY, 0);
    }

    /**
     * The same beside buttons.
     *
     * @param tools room that the title leaves them, in pixels
     */
    public static void paint(
            Chart chart,
            Surface surface,
            Bounds bounds,
            ChartTheme theme,
            boolean compact,
            double hoverX,
            double hoverY,
            double tools) {
        ChartLayout layout = ChartLayout.of(chart, bounds, compact, surface);
        if (!compact) {
            titles(chart, layout.notes(), surface, bounds, theme, tools);
            names(chart, layout, surface, bounds, theme);
        }
        Pointer pointer = new Pointer(hoverX, hoverY);
        plot(chart, layout.plot(), surface, theme, compact, pointer, false);
    }

    /** Paints a chart for a file, where nothing is cut: no note and no name. */
    public static void file(Chart chart, Surface surface, Bounds bounds, ChartTheme theme) {
        ChartLayout layout = ChartLayout.ofFile(chart, bounds, surface);
        titles(chart, layout.notes(), surface, bounds, theme, 0);
        Pointer nowhere = new Pointer(Double.NaN, Double.NaN);
        names(chart, layout, surface, bounds, theme);
        plot(chart, layout.plot(), surface, theme, false, nowhere, true);
    }

    /**
     * How high a chart has to be in a file: more than was asked for where notes and names would
     * leave too little to the plot.
     *
     * @param bounds as asked for
     */
    public static double fileHeight(Chart chart, Bounds bounds, TextMeasure measure) {
        return ChartLayout.fileHeight(chart, bounds, measure);
    }

    private static void names(
            Chart chart, ChartLayout layout, Surface surface, Bounds bounds, ChartTheme theme) {
        double top = bounds.y() + LEGEND + layout.further();
        layout.legend().paint(surface, bounds, top, layout.plot(), theme);
        Labels.valueTitle(surface, bounds, layout.plot(), theme, chart.yLabel());
    }

    private static void plot(
            Chart chart,
            Bounds plot,
            Surface surface,
            ChartTheme theme,
            boolean compact,
            Pointer pointer,
            boolean file) {
        switch (chart) {
            case Chart.Lines lines ->
                    new LinesPainter(lines, surface, plot, theme, compact).paint(pointer);
            case Chart.Boxes boxes -> new BoxesPainter(boxes, surface, plot, theme).paint(pointer);
            case Chart.Violins violins ->
                    new ViolinsPainter(violins, surface, plot, theme).paint(pointer);
            case Chart.Stacks stacks ->
                    new StacksPainter(stacks, surface, plot, theme, file).paint(pointer);
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

    private static void titles(
            Chart chart,
            List<String> notes,
            Surface surface,
            Bounds bounds,
            ChartTheme theme,
            double tools) {
        double left = bounds.x() + PADDING;
        double room = Math.max(60, ChartLayout.room(bounds) - tools);
        TextStyle style = titleStyle(surface, chart.title(), room);
        surface.text(
                Labels.fitted(surface, chart.title(), room, style),
                left,
                bounds.y() + 22,
                Surface.Align.LEFT,
                style,
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

    private static TextStyle titleStyle(Surface surface, String title, double room) {
        TextStyle usual = TextStyle.TITLE;
        double size = usual.size() * room / Math.max(room, surface.textWidth(title, usual));
        return size < usual.size()
                ? new TextStyle(Math.max(SMALLEST_TITLE, Math.floor(size)), usual.bold())
                : usual;
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

    /** Where the plot is: the room below the titles, without the axis labels. */
    static Bounds plotArea(Chart chart, Bounds bounds, boolean compact, TextMeasure measure) {
        return ChartLayout.of(chart, bounds, compact, measure).plot();
    }

    /**
     * The values that a point of a chart of lines stands for, horizontal and vertical, within the
     * axes; empty for other charts.
     *
     * @param x in pixels of the surface
     */
    public static Optional<double[]> values(
            Chart chart, Bounds bounds, boolean compact, TextMeasure measure, double x, double y) {
        if (!(chart instanceof Chart.Lines lines)) {
            return Optional.empty();
        }
        Bounds plot = plotArea(chart, bounds, compact, measure);
        LinesPlace place = new LinesPlace(lines, plot);
        return Optional.of(
                new double[] {
                    place.horizontal().valueAt(Math.clamp(x, plot.x(), plot.right())),
                    place.vertical().valueAt(Math.clamp(y, plot.y(), plot.bottom()))
                });
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
            case Chart.Histogram histogram ->
                    histogram.limit().isPresent()
                            ? category(share, histogram.counts().length)
                            : OptionalInt.empty();
            case Chart.Matrix matrix -> MatrixPainter.pick(matrix, plot, new Pointer(x, y));
        };
    }

    /** The dot at a place, one of several that no line joins; empty if none is near. */
    public static Optional<PickedDot> dot(
            Chart chart, Bounds bounds, boolean compact, TextMeasure measure, double x, double y) {
        if (!(chart instanceof Chart.Lines lines)) {
            return Optional.empty();
        }
        LinesPlace place = new LinesPlace(lines, plotArea(chart, bounds, compact, measure));
        return DotsPainter.nearest(lines, place, new Pointer(x, y), false);
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
