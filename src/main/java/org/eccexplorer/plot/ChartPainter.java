package org.eccexplorer.plot;

/** Paints any chart into a rectangle: title, subtitle, then the plot itself. */
public final class ChartPainter {
    private static final double PADDING = 12;

    private ChartPainter() {}

    /**
     * Paints a chart.
     *
     * @param hoverX where the pointer is, in pixels; NaN if it is elsewhere
     * @param hoverY where the pointer is
     */
    public static void paint(
            Chart chart,
            Surface surface,
            Bounds bounds,
            Theme theme,
            double hoverX,
            double hoverY) {
        surface.rectangle(
                bounds.x(), bounds.y(), bounds.width(), bounds.height(), theme.background());
        double left = bounds.x() + PADDING;
        double room = bounds.width() - 2 * PADDING;
        surface.text(
                Labels.fitted(surface, chart.title(), room, TextStyle.TITLE),
                left,
                bounds.y() + 22,
                Surface.Align.LEFT,
                TextStyle.TITLE,
                theme.text());
        surface.text(
                Labels.fitted(surface, chart.subtitle(), room, TextStyle.SMALL),
                left,
                bounds.y() + 38,
                Surface.Align.LEFT,
                TextStyle.SMALL,
                theme.muted());
        Bounds plot = plotArea(bounds);
        switch (chart) {
            case Chart.Lines lines ->
                    new LinesPainter(lines, surface, plot, theme).paint(hoverX, hoverY);
            case Chart.Boxes boxes -> new BoxesPainter(boxes, surface, plot, theme).paint();
            case Chart.Violins violins -> new ViolinsPainter(violins, surface, plot, theme).paint();
            case Chart.Stacks stacks -> new StacksPainter(stacks, surface, plot, theme).paint();
            case Chart.Scatter scatter -> new ScatterPainter(scatter, surface, plot, theme).paint();
        }
    }

    /** Where the plot is: the room below the titles, without the axis labels. */
    static Bounds plotArea(Bounds bounds) {
        return bounds.inset(46, 52, 18, 34);
    }
}
