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
import org.eccexplorer.text.Texts;

/** Paints points with the diagonal on which rate and activation agree. */
final class ScatterPainter {
    private final Chart.Scatter chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    ScatterPainter(Chart.Scatter chart, Surface surface, Bounds plot, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        double low = 0;
        double high = 0;
        for (int i = 0; i < chart.x().length; i++) {
            low = Math.min(low, Math.min(chart.x()[i], chart.y()[i]));
            high = Math.max(high, Math.max(chart.x()[i], chart.y()[i]));
        }
        double most = Scale.roundUp(high);
        double least = low < 0 ? -Scale.roundUp(-low) : 0;
        Scale x = new Scale(least, most, plot.x(), plot.right());
        Scale y = new Scale(least, most, plot.bottom(), plot.y());
        Labels.valueAxis(surface, plot, theme, y, false);
        double base = Math.round(plot.bottom()) + 0.5;
        surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, Dash.SOLID);
        for (double tick : x.ticks((int) Math.max(2, plot.width() / 80))) {
            surface.text(
                    Scale.text(tick, most - least),
                    x.at(tick),
                    plot.bottom() + 15,
                    tick >= most ? Surface.Align.RIGHT : Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.muted());
        }
        Labels.axisName(surface, plot, theme, chart.xLabel());
        surface.line(x.at(least), y.at(least), x.at(most), y.at(most), theme.axis(), 1, Dash.FINE);
        if (chart.x().length == 0) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        Colour colour = theme.of(chart.tint()).faded(0.45);
        for (int i = 0; i < chart.x().length; i++) {
            surface.circle(x.at(chart.x()[i]), y.at(chart.y()[i]), 2, colour);
        }
        surface.text(
                chart.note(),
                plot.right() - 8,
                plot.bottom() - 10,
                Surface.Align.RIGHT,
                TextStyle.TITLE,
                theme.text());
        if (pointer.isIn(plot)) {
            readOut(x, y, pointer);
        }
    }

    /** Of the point nearest to the pointer. */
    private void readOut(Scale x, Scale y, Pointer pointer) {
        int nearest = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < chart.x().length; i++) {
            double away =
                    Math.hypot(x.at(chart.x()[i]) - pointer.x(), y.at(chart.y()[i]) - pointer.y());
            nearest = away < distance ? i : nearest;
            distance = Math.min(distance, away);
        }
        if (distance > 24) {
            return;
        }
        double atX = x.at(chart.x()[nearest]);
        double atY = y.at(chart.y()[nearest]);
        surface.circle(atX, atY, 4, theme.of(chart.tint()));
        new ReadOut(ReadOut.named(chart.xLabel(), Scale.reading(chart.x()[nearest])))
                .row(
                        theme.of(chart.tint()),
                        ReadOut.named(chart.yLabel(), Scale.reading(chart.y()[nearest])))
                .paint(surface, plot, theme, atX, atY);
    }
}
