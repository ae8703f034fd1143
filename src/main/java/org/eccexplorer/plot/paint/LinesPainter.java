package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Marker;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Paints lines over timesteps, with bands, references and a read-out under the pointer. */
final class LinesPainter {
    /** Pixels between ticks whose labels have at most so many characters, and between others. */
    private static final double TICK = 70;

    private static final int SHORT_LABEL = 5;
    private static final double WIDE_TICK = 110;

    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final boolean compact;
    private final LinesPlace place;

    /** Whether dashes and markers tell lines apart: not where there is one, or little room. */
    private final boolean signed;

    LinesPainter(
            Chart.Lines chart, Surface surface, Bounds plot, ChartTheme theme, boolean compact) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.compact = compact;
        place = new LinesPlace(chart, plot);
        signed = !compact && Legend.entries(chart).size() > 1;
    }

    void paint(Pointer pointer) {
        Labels.valueAxis(surface, plot, theme, place.vertical(), chart.percent());
        horizontalAxis();
        if (chart.series().stream().allMatch(series -> series.x().length == 0)) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        chart.series().forEach(this::band);
        chart.references().forEach(this::reference);
        chart.series().forEach(this::line);
        if (!compact) {
            ReferenceNames names = new ReferenceNames(chart, surface, plot, theme, place);
            chart.references().forEach(names::paint);
        }
        if (chart.marker() < chart.x().high()) {
            double at = Math.round(place.x(chart.marker())) + 0.5;
            surface.line(
                    at, plot.y(), at, plot.bottom(), theme.of(Tint.Fixed.ACCENT), 1, Dash.SOLID);
        }
        if (pointer.isIn(plot)) {
            readOut(pointer);
        }
    }

    /** As many as there is room for the longest of their labels, which stands at the last. */
    private double[] ticks() {
        double[] ticks = place.ticks(TICK);
        boolean wide = place.text(ticks[ticks.length - 1]).length() > SHORT_LABEL;
        return wide ? place.ticks(WIDE_TICK) : ticks;
    }

    private void horizontalAxis() {
        double base = Math.round(place.y(0)) + 0.5;
        surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, Dash.SOLID);
        for (double tick : ticks()) {
            double at = place.x(tick);
            Surface.Align align =
                    at < plot.x() + 8
                            ? Surface.Align.LEFT
                            : at > plot.right() - 16 ? Surface.Align.RIGHT : Surface.Align.CENTRE;
            surface.text(
                    place.text(tick),
                    at,
                    plot.bottom() + 15,
                    align,
                    TextStyle.SMALL,
                    theme.muted());
        }
        if (!compact) {
            Labels.axisName(surface, plot, theme, chart.x().label());
        }
    }

    private void band(Chart.Series series) {
        if (series.band().isEmpty() || series.x().length < 2) {
            return;
        }
        Chart.Band band = series.band().get();
        int n = series.x().length;
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = place.x(series.x()[i]);
            ys[i] = place.y(band.high()[i]);
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = place.y(band.low()[i]);
        }
        surface.polygon(xs, ys, 2 * n, theme.of(series.tint()).faded(0.14));
    }

    private void line(Chart.Series series) {
        if (series.x().length == 1) {
            dot(series);
            return;
        }
        double[] xs = new double[series.x().length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = place.x(series.x()[i]);
            ys[i] = place.y(series.y()[i]);
        }
        Decimation.Points points = Decimation.of(xs, ys, (int) plot.width());
        Colour colour = theme.of(series.tint());
        if (series.mark() == Chart.Series.Mark.DASHED) {
            surface.line(points.x(), points.y(), points.count(), colour, 1.2, Dash.FINE);
            return;
        }
        Dash dash = signed ? series.tint().dash() : Dash.SOLID;
        surface.line(points.x(), points.y(), points.count(), colour, 1.8, dash);
        if (signed) {
            series.tint().marker().ifPresent(marker -> markers(marker, xs, ys, colour));
        }
    }

    /** On a few points, at the same places of all lines. */
    private void markers(Marker marker, double[] xs, double[] ys, Colour colour) {
        double next = Double.NEGATIVE_INFINITY;
        int i = 0;
        for (double place : place.marks()) {
            while (i < xs.length && xs[i] < place - 1e-6) {
                i++;
            }
            if (i < xs.length && Double.isFinite(ys[i]) && xs[i] >= next) {
                Markers.paint(surface, marker, xs[i], ys[i], 3.2, colour);
                next = xs[i] + LinesPlace.MARKS / 2;
            }
        }
    }

    /** Filled, or a ring for what would be dashed. */
    private void dot(Chart.Series series) {
        double x = place.x(series.x()[0]);
        double y = place.y(series.y()[0]);
        surface.circle(x, y, 5, theme.background());
        surface.circle(x, y, 4, theme.of(series.tint()));
        if (series.mark() == Chart.Series.Mark.DASHED) {
            surface.circle(x, y, 2.5, theme.background());
        }
    }

    private void reference(Chart.Reference reference) {
        if (reference.vertical()) {
            double at = Math.round(place.x(reference.value())) + 0.5;
            surface.line(at, plot.y(), at, plot.bottom(), theme.muted(), 1, Dash.FINE);
        } else {
            double at = Math.round(place.y(reference.value())) + 0.5;
            surface.line(plot.x(), at, plot.right(), at, theme.muted(), 1, Dash.FINE);
        }
    }

    private void readOut(Pointer pointer) {
        double value = place.valueAt(pointer.x());
        double step = place.isTime() ? Math.round(value) : value;
        double at = Math.round(place.x(step)) + 0.5;
        surface.line(at, plot.y(), at, plot.bottom(), theme.muted(), 1, Dash.SOLID);
        ReadOut readOut =
                new ReadOut(
                        place.isTime()
                                ? Texts.text("plot.paint.timestep", (int) step)
                                : ReadOut.named(chart.x().label(), Scale.reading(step)));
        for (Chart.Series series : chart.series()) {
            int nearest = nearest(series, at);
            if (nearest >= 0) {
                double y = series.y()[nearest];
                String text = chart.percent() ? Numbers.percent(y, 1) : Scale.reading(y);
                boolean timed =
                        chart.x().kind() == Chart.Axis.Kind.COST
                                && series.mark() != Chart.Series.Mark.DOT;
                String reading = timed ? Texts.text("plot.paint.at", text, nearest + 1) : text;
                readOut.row(theme.of(series.tint()), ReadOut.named(series.name(), reading));
            }
        }
        readOut.paint(surface, plot, theme, at, pointer.y());
    }

    /** The point nearest to a place, −1 if there is none within two pixels or half a timestep. */
    private int nearest(Chart.Series series, double at) {
        double room = place.isTime() ? Math.max(2, place.x(1.5) - place.x(1)) : 4;
        int nearest = -1;
        for (int i = 0; i < series.x().length; i++) {
            double away = Math.abs(place.x(series.x()[i]) - at);
            if (away <= room) {
                room = away;
                nearest = i;
            }
        }
        return nearest;
    }
}
