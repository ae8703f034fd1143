package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;

/** Paints bars over a range of values, their heights as roots so that rare values are seen. */
final class HistogramPainter {
    /** Between the limit and its name. */
    private static final double BESIDE = 5;

    private final Chart.Histogram chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    HistogramPainter(Chart.Histogram chart, Surface surface, Bounds plot, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        double base = Math.round(plot.bottom()) + 0.5;
        surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, Dash.SOLID);
        if (chart.counts().length == 0) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        long most = 1;
        for (long count : chart.counts()) {
            most = Math.max(most, count);
        }
        valueAxis(most);
        double width = plot.width() / chart.counts().length;
        for (int i = 0; i < chart.counts().length; i++) {
            double height = plot.height() * Math.sqrt((double) chart.counts()[i] / most);
            surface.rectangle(
                    plot.x() + i * width,
                    plot.bottom() - height,
                    Math.max(0.5, width - 1),
                    height,
                    theme.of(chart.tint()).faded(0.75));
        }
        Scale x = new Scale(chart.low(), chart.high(), plot.x(), plot.right());
        for (double tick : x.ticks(5)) {
            surface.text(
                    Scale.text(tick, chart.high() - chart.low()),
                    x.at(tick),
                    plot.bottom() + 15,
                    Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.muted());
        }
        Labels.axisName(surface, plot, theme, chart.xLabel());
        chart.limit().ifPresent(limit -> limit(limit, x.at(limit.at())));
        if (pointer.isIn(plot)) {
            readOut(pointer);
        }
    }

    /** What lies above the limit is shaded. */
    private void limit(Chart.Histogram.Limit limit, double at) {
        double x = Math.clamp(at, plot.x(), plot.right());
        Colour colour = theme.of(Tint.Fixed.ACCENT);
        surface.rectangle(x, plot.y(), plot.right() - x, plot.height(), colour.faded(0.12));
        surface.line(x, plot.y(), x, plot.bottom(), colour, 2, Dash.SOLID);
        double room = plot.right() - x - 2 * BESIDE;
        boolean right = surface.textWidth(limit.name(), TextStyle.SMALL) <= room;
        surface.text(
                limit.name(),
                right ? x + BESIDE : x - BESIDE,
                plot.y() + 10,
                right ? Surface.Align.LEFT : Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.text());
    }

    /** Its values crowd upwards as the heights of the bars do. */
    private void valueAxis(long most) {
        double before = plot.bottom();
        for (double tick : new Scale(0, most, 0, 1).ticks(5)) {
            double y = Math.round(plot.bottom() - plot.height() * Math.sqrt(tick / most)) + 0.5;
            if (tick == Math.rint(tick) && (tick == 0 || before - y > 20)) {
                surface.line(plot.x(), y, plot.right(), y, theme.grid(), 1, Dash.SOLID);
                Labels.value(surface, plot, theme, y, Scale.text(tick, (double) most));
                before = y;
            }
        }
    }

    private void readOut(Pointer pointer) {
        int bins = chart.counts().length;
        int bin = pointer.category(plot, bins);
        double width = (chart.high() - chart.low()) / bins;
        double from = chart.low() + bin * width;
        new ReadOut(
                        Texts.text(
                                "plot.paint.range",
                                Scale.reading(from),
                                Scale.reading(from + width)))
                .row(
                        theme.of(chart.tint()),
                        Texts.counted("plot.paint.values", chart.counts()[bin]))
                .paint(surface, plot, theme, pointer.x(), pointer.y());
    }
}
