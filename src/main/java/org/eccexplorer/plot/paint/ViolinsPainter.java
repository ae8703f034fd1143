package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Marker;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Violin;
import org.eccexplorer.text.Texts;

/** Paints distributions, widths by the square root of counts so that rare values still show. */
final class ViolinsPainter {
    /** Smaller shares beyond the axis are not noted. */
    private static final double NOTED = 1e-3;

    private final Chart.Violins chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    ViolinsPainter(Chart.Violins chart, Surface surface, Bounds plot, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        Scale y = new Scale(chart.low(), chart.high(), plot.bottom(), plot.y());
        int count = chart.categories().size();
        int hovered = pointer.category(plot, count);
        Labels.column(surface, plot, theme, count, chart.selected());
        Labels.column(surface, plot, theme, count, hovered);
        double at = Math.round(y.at(chart.threshold())) + 0.5;
        valueAxis(y, at);
        Labels.categories(surface, plot, theme, chart.categories(), Categories.LAYERS);
        if (chart.violins().isEmpty()) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        double room = plot.width() / count;
        for (Violin violin : chart.violins()) {
            double centre = plot.x() + room * (violin.category() + 0.5);
            violin(violin, y, centre, Math.min(34, room * 0.42));
        }
        surface.line(plot.x(), at, plot.right(), at, theme.muted(), 1, Dash.FINE);
        for (Violin violin : chart.violins()) {
            if (violin.beyond() > 0) {
                clipped(violin, room, at);
            }
        }
        for (Violin violin : chart.violins()) {
            outside(violin, room, at);
        }
        if (hovered >= 0) {
            readOut(hovered, y, pointer);
        }
    }

    /** The threshold has its name in place of its value. */
    private void valueAxis(Scale y, double threshold) {
        for (double tick : y.ticks((int) Math.max(2, Math.min(5, plot.height() / 36)))) {
            double at = Math.round(y.at(tick)) + 0.5;
            if (Math.abs(at - threshold) > 11) {
                surface.line(plot.x(), at, plot.right(), at, theme.grid(), 1, Dash.SOLID);
                Labels.value(
                        surface, plot, theme, at, Scale.text(tick, chart.high() - chart.low()));
            }
        }
        Labels.value(surface, plot, theme, threshold, chart.thresholdName());
    }

    private void clipped(Violin violin, double room, double at) {
        double centre = plot.x() + room * (violin.category() + 0.5);
        surface.circle(centre, at, 3, theme.alarm());
        String share = Scale.smallPercent(violin.beyond());
        double width = surface.textWidth(share, TextStyle.SMALL);
        if (width > room) {
            return;
        }
        double base = Math.max(plot.y() + 9, at - 12);
        surface.rectangle(
                centre - width / 2 - 2, base - 10, width + 4, 13, theme.background().faded(0.8));
        surface.text(share, centre, base, Surface.Align.CENTRE, TextStyle.SMALL, theme.alarm());
    }

    /** Where values lie beyond the axis: which the outermost bins count as well. */
    private void outside(Violin violin, double room, double threshold) {
        double all = Math.max(1, Arrays.stream(violin.counts()).sum());
        double above = violin.counts()[violin.counts().length - 1] / all;
        double below = violin.counts()[0] / all;
        double centre = plot.x() + room * (violin.category() + 0.5);
        Colour colour = theme.of(violin.tint());
        boolean written = threshold - plot.y() > 34 || violin.beyond() == 0;
        if (above >= NOTED) {
            Markers.paint(surface, Marker.TRIANGLE, centre, plot.y() + 4, 3.5, colour);
            share(written ? above : 0, centre, plot.y() + 19, room);
        }
        if (below >= NOTED) {
            Markers.paint(surface, Marker.TRIANGLE_DOWN, centre, plot.bottom() - 4, 3.5, colour);
            share(below, centre, plot.bottom() - 11, room);
        }
    }

    private void share(double share, double centre, double base, double room) {
        String text = Scale.smallPercent(share);
        double width = surface.textWidth(text, TextStyle.SMALL);
        if (share > 0 && width <= room) {
            surface.rectangle(
                    centre - width / 2 - 2,
                    base - 10,
                    width + 4,
                    13,
                    theme.background().faded(0.8));
            surface.text(text, centre, base, Surface.Align.CENTRE, TextStyle.SMALL, theme.text());
        }
    }

    private void readOut(int category, Scale y, Pointer pointer) {
        ReadOut readOut = new ReadOut(chart.categories().get(category));
        for (Violin violin : chart.violins()) {
            if (violin.category() == category) {
                int bins = violin.counts().length;
                double width = (chart.high() - chart.low()) / bins;
                double value = y.valueAt(pointer.y());
                int bin = (int) Math.min(bins - 1, Math.max(0, (value - chart.low()) / width));
                double all = Math.max(1, Arrays.stream(violin.counts()).sum());
                double from = chart.low() + bin * width;
                String share = Scale.smallPercent(violin.counts()[bin] / all);
                String low = Scale.text(from, 1);
                String high = Scale.text(from + width, 1);
                String where =
                        bin == 0
                                ? Texts.text("plot.paint.violinBelow", share, high)
                                : bin == bins - 1
                                        ? Texts.text("plot.paint.violinAbove", share, low)
                                        : Texts.text("plot.paint.violin", share, low, high);
                readOut.row(theme.of(violin.tint()), where);
                readOut.row(
                        violin.beyond() > 0 ? theme.alarm() : theme.alarm().faded(0),
                        Texts.text("plot.paint.clipped", Scale.smallPercent(violin.beyond())));
            }
        }
        readOut.paint(surface, plot, theme, pointer.x(), pointer.y());
    }

    private void violin(Violin violin, Scale y, double centre, double half) {
        int bins = violin.counts().length;
        double most = 1;
        for (long count : violin.counts()) {
            most = Math.max(most, Math.sqrt((double) count));
        }
        double[] xs = new double[2 * bins];
        double[] ys = new double[2 * bins];
        for (int i = 0; i < bins; i++) {
            double value = chart.low() + (chart.high() - chart.low()) * (i + 0.5) / bins;
            double width = half * Math.sqrt((double) violin.counts()[i]) / most;
            xs[i] = centre - width;
            ys[i] = y.at(value);
            xs[2 * bins - 1 - i] = centre + width;
            ys[2 * bins - 1 - i] = ys[i];
        }
        Colour colour = theme.of(violin.tint());
        surface.polygon(xs, ys, 2 * bins, colour.faded(0.22));
        surface.line(xs, ys, bins, colour, 1, Dash.SOLID);
        double[] right = Arrays.copyOfRange(xs, bins, 2 * bins);
        double[] rightY = Arrays.copyOfRange(ys, bins, 2 * bins);
        surface.line(right, rightY, bins, colour, 1, Dash.SOLID);
    }
}
