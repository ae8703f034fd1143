package org.eccexplorer.plot.paint;

import java.util.Optional;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Marker;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Paints lines over timesteps, with bands, references and a read-out under the pointer. */
final class LinesPainter {
    /** Lines that go up and down farther than so many times the plot cannot be dashed. */
    private static final double MOST_TURNS = 3;

    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final boolean compact;
    private final LinesPlace place;
    private final DotsPainter dots;

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
        dots = new DotsPainter(chart, surface, plot, theme, place);
        signed = !compact && !dots.areThere() && LegendEntry.of(chart, plot).size() > 1;
    }

    void paint(Pointer pointer) {
        Labels.valueAxis(surface, plot, theme, place.vertical(), chart.y().percent());
        horizontalAxis();
        if (chart.series().stream().allMatch(series -> series.x().length == 0)) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        Bounds edge = plot.inset(-1, -1, -1, -1);
        if (dots.areThere()) {
            surface.clipped(edge, this::behind);
            dots.paint();
            surface.clipped(edge, this::before);
        } else {
            surface.clipped(
                    edge,
                    () -> {
                        behind();
                        before();
                    });
        }
        chart.series().forEach(this::signs);
        if (!compact) {
            ReferenceNames names = new ReferenceNames(chart, surface, plot, theme, place);
            chart.references().forEach(names::paint);
        }
        if (pointer.isIn(plot) && !dots.readOut(pointer)) {
            readOut(pointer);
        }
    }

    private void behind() {
        chart.series().forEach(this::band);
        chart.references().forEach(this::reference);
    }

    private void before() {
        chart.series().forEach(this::line);
        marker();
    }

    private void horizontalAxis() {
        double zero = Math.clamp(place.y(0), plot.y(), plot.bottom());
        double base = Math.round(zero) + 0.5;
        surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, Dash.SOLID);
        HorizontalAxis.paint(surface, plot, theme, place.horizontal());
        if (!compact) {
            String label = chart.x().label();
            boolean cost = chart.x().hasDecades();
            Labels.axisName(
                    surface,
                    plot,
                    theme,
                    cost ? Texts.text("plot.paint.logarithmic", label) : label);
        }
    }

    /** Of the chosen timestep; at the end it would be the edge. */
    private void marker() {
        if (chart.marker() < chart.x().high()) {
            double at = Math.round(place.x(chart.marker())) + 0.5;
            surface.line(
                    at, plot.y(), at, plot.bottom(), theme.of(Tint.Fixed.ACCENT), 1, Dash.SOLID);
        }
    }

    private void band(Series series) {
        Optional<Band> drawn = series.band().filter(Band::drawn);
        if (drawn.isEmpty() || series.x().length < 2) {
            return;
        }
        Band band = drawn.get();
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

    private void line(Series series) {
        if (series.x().length == 1 || series.mark() == Series.Mark.DOTS) {
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
        if (series.mark() == Series.Mark.DASHED) {
            surface.line(points.x(), points.y(), points.count(), colour, 1.2, Dash.DASH_DOT_DOT);
            return;
        }
        boolean smooth = length(points) < MOST_TURNS * plot.width();
        Dash dash = signed && smooth ? series.tint().dash() : Dash.SOLID;
        surface.line(points.x(), points.y(), points.count(), colour, 1.8, dash);
    }

    /** How far a line goes up and down, in pixels. */
    private static double length(Decimation.Points points) {
        double length = 0;
        for (int i = 1; i < points.count(); i++) {
            double step = Math.abs(points.y()[i] - points.y()[i - 1]);
            length += Double.isFinite(step) ? step : 0;
        }
        return length;
    }

    /** Dots, and markers on lines; those that are seen are seen whole. */
    private void signs(Series series) {
        if (series.mark() == Series.Mark.DOTS) {
            return;
        }
        if (series.x().length == 1) {
            dot(series);
        } else if (signed && series.mark() == Series.Mark.LINE) {
            series.tint().marker().ifPresent(marker -> markers(marker, series));
        }
    }

    /** On a few points, at the same places of all lines. */
    private void markers(Marker marker, Series series) {
        Colour colour = theme.of(series.tint());
        double next = Double.NEGATIVE_INFINITY;
        int i = 0;
        for (double mark : place.marks()) {
            while (i < series.x().length && place.x(series.x()[i]) < mark - 1e-6) {
                i++;
            }
            if (i == series.x().length) {
                return;
            }
            double x = place.x(series.x()[i]);
            double y = place.y(series.y()[i]);
            if (x >= next && LinesPlace.isSeen(plot, x, y)) {
                Markers.paint(surface, marker, x, y, 3.2, colour);
                next = x + LinesPlace.MARKS / 2;
            }
        }
    }

    /** Filled, or a ring for what would be dashed. */
    private void dot(Series series) {
        double x = place.x(series.x()[0]);
        double y = place.y(series.y()[0]);
        if (!LinesPlace.isSeen(plot, x, y)) {
            return;
        }
        if (series.mark() == Series.Mark.DASHED && dots.areThere()) {
            dots.ring(series);
            return;
        }
        surface.circle(x, y, 5, theme.background());
        surface.circle(x, y, 4, theme.of(series.tint()));
        if (series.mark() == Series.Mark.DASHED) {
            surface.circle(x, y, 2.5, theme.background());
        }
    }

    private void reference(Reference reference) {
        if (reference.vertical()) {
            double at = Math.round(place.x(reference.value())) + 0.5;
            surface.line(at, plot.y(), at, plot.bottom(), theme.muted(), 1, Dash.FINE);
        } else {
            double at = Math.round(place.y(reference.value())) + 0.5;
            surface.line(plot.x(), at, plot.right(), at, theme.muted(), 1, Dash.FINE);
        }
    }

    private void readOut(Pointer pointer) {
        double step =
                place.isTime()
                        ? place.horizontal().stepAt(pointer.x())
                        : place.horizontal().valueAt(pointer.x());
        double at = Math.round(place.x(step)) + 0.5;
        surface.line(at, plot.y(), at, plot.bottom(), theme.muted(), 1, Dash.SOLID);
        ReadOut readOut =
                new ReadOut(
                        place.isTime()
                                ? Texts.text("plot.paint.timestep", (int) step)
                                : ReadOut.named(chart.x().label(), Scale.reading(step)));
        for (Series series : chart.series()) {
            int nearest = nearest(series, at);
            if (nearest >= 0) {
                String text = text(series, nearest);
                boolean timed =
                        chart.x().kind() == Axis.Kind.COST && series.mark() != Series.Mark.DOT;
                String reading = timed ? Texts.text("plot.paint.at", text, nearest + 1) : text;
                readOut.row(
                        theme.of(series.tint()),
                        ReadOut.named(series.name(), reading),
                        LegendEntry.isFront(chart, series));
            }
        }
        readOut.within(compact).paint(surface, plot, theme, at, pointer.y());
    }

    /** A value; both where a line jumps, as a membrane does that is reset. */
    private String text(Series series, int at) {
        boolean jumps = at > 0 && series.x()[at - 1] == series.x()[at];
        String value = text(series.y()[at]);
        return jumps ? Texts.text("plot.paint.jump", text(series.y()[at - 1]), value) : value;
    }

    private String text(double value) {
        return chart.y().percent() ? Numbers.percent(value, 1) : Scale.reading(value);
    }

    /** The point nearest to a place, −1 if there is none within two pixels or half a timestep. */
    private int nearest(Series series, double at) {
        double value = place.horizontal().valueAt(at);
        double half = Math.abs(place.x(value + 0.5) - at);
        double room = place.isTime() ? Math.max(2, half) : 4;
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
