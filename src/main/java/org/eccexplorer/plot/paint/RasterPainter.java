package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Train;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Paints spike trains. */
final class RasterPainter {
    private static final double WIDEST_LABEL = 120;
    private static final int FEW = 3;
    private static final double NAME = 16;

    private final Chart.Raster chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final boolean compact;

    RasterPainter(
            Chart.Raster chart, Surface surface, Bounds plot, ChartTheme theme, boolean compact) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.compact = compact;
    }

    /** Whether there are so few rows that each has its name above it, and none at its left. */
    static boolean isNamedWithin(Chart.Raster chart) {
        return chart.rows().size() <= FEW;
    }

    /** Room for the names of the rows in pixels. */
    static double labelWidth(Chart.Raster chart) {
        return Math.min(WIDEST_LABEL, Labels.longest(chart.rows()));
    }

    void paint(Pointer pointer) {
        AxisScale x = new AxisScale(chart.x(), plot.x(), plot.right());
        double room = plot.height() / Math.max(1, chart.rows().size());
        double steps = Math.max(1, chart.x().high() - chart.x().low());
        double width = Math.max(0.6, Math.min(2, plot.width() / steps * 0.7));
        int every = Math.max(1, (int) Math.ceil(11 / room));
        double label = labelWidth(chart);
        boolean named = !compact && isNamedWithin(chart);
        if (!compact) {
            double base = Math.round(plot.bottom()) + 0.5;
            surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, Dash.SOLID);
            HorizontalAxis.paint(surface, plot, theme, x);
            Labels.axisName(surface, plot, theme, chart.x().label());
        }
        for (int r = 0; r < chart.rows().size(); r++) {
            double name = named ? NAME : 0;
            double top = plot.y() + r * room + name;
            double spike = Math.max(1, (room - name) * 0.75);
            Colour colour = r == chart.strong() ? theme.of(Tint.Fixed.RIGHT) : theme.text();
            if (named) {
                surface.text(
                        Labels.fitted(surface, chart.rows().get(r), plot.width(), TextStyle.SMALL),
                        plot.x() + 4,
                        top - 3,
                        Surface.Align.LEFT,
                        TextStyle.SMALL,
                        theme.muted());
            } else if (r % every == 0) {
                surface.text(
                        Labels.fitted(surface, chart.rows().get(r), label, TextStyle.SMALL),
                        plot.x() - 5,
                        top + room / 2 + 4,
                        Surface.Align.RIGHT,
                        TextStyle.SMALL,
                        theme.muted());
            }
            Train train = chart.spikes().get(r);
            for (int i = 0; i < train.steps().length; i++) {
                int t = train.steps()[i];
                if (t >= chart.x().low() && t <= chart.x().high()) {
                    double left = Math.clamp(x.at(t) - width / 2, plot.x(), plot.right() - width);
                    mark(left, top + spike * 0.16, width, spike, train.values()[i], colour);
                }
            }
        }
        if (chart.marker() >= chart.x().low() && chart.marker() <= chart.x().high()) {
            double at = Math.round(x.at(chart.marker())) + 0.5;
            surface.line(
                    at, plot.y(), at, plot.bottom(), theme.of(Tint.Fixed.ACCENT), 1, Dash.SOLID);
        }
        if (pointer.isIn(plot) && !chart.rows().isEmpty()) {
            readOut(x, room, pointer);
        }
    }

    private static String spike(Train train, int index) {
        int t = train.steps()[index];
        float value = train.values()[index];
        return value == 1
                ? Texts.text("plot.paint.spikeAt", t)
                : Texts.text("plot.paint.spikeOfAt", t, Numbers.upTo(value, 4));
    }

    /**
     * A spike of 1 as high as there is room, one of less in proportion; those below zero hang from
     * the middle in the colour of an alarm.
     */
    private void mark(
            double left, double top, double width, double height, float value, Colour colour) {
        double size = Math.max(1, height * Math.sqrt(Math.abs(value)));
        if (value < 0) {
            double half = Math.max(1, size / 2);
            surface.rectangle(left, top + height - half, Math.max(1, width), half, theme.alarm());
        } else {
            surface.rectangle(left, top + height - size, width, size, colour);
        }
    }

    private void readOut(AxisScale x, double room, Pointer pointer) {
        int t = x.stepAt(pointer.x());
        int row = (int) Math.min(chart.rows().size() - 1, (pointer.y() - plot.y()) / room);
        Train train = chart.spikes().get(row);
        int[] spikes = train.steps();
        int at = Arrays.binarySearch(spikes, t);
        new ReadOut(at >= 0 ? spike(train, at) : Texts.text("plot.paint.timestep", t))
                .row(
                        row == chart.strong() ? theme.of(Tint.Fixed.RIGHT) : theme.text(),
                        ReadOut.named(
                                chart.rows().get(row),
                                Texts.text(
                                        "plot.paint.spikes",
                                        Numbers.count(at >= 0 ? at + 1 : -at - 1),
                                        Numbers.count(spikes.length))))
                .within(compact)
                .paint(surface, plot, theme, pointer.x(), pointer.y());
    }
}
