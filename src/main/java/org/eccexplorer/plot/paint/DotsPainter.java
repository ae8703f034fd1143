package org.eccexplorer.plot.paint;

import java.util.Optional;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.text.Numbers;

/** Paints the dots of a chart of lines, and reads the one under the pointer. */
final class DotsPainter {
    static final double RADIUS = 3.2;

    /** So near in pixels a dot is read. */
    private static final double NEAR = 24;

    /** Corners of what looks like a circle. */
    private static final int RING = 32;

    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final LinesPlace place;

    DotsPainter(
            Chart.Lines chart, Surface surface, Bounds plot, ChartTheme theme, LinesPlace place) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.place = place;
    }

    boolean areThere() {
        return chart.series().stream().anyMatch(series -> series.mark() == Series.Mark.DOTS);
    }

    /** Those that are seen are seen whole. */
    void paint() {
        for (Series series : chart.series()) {
            if (series.mark() == Series.Mark.DOTS) {
                for (int i = 0; i < series.x().length; i++) {
                    if (LinesPlace.isSeen(plot, x(series, i), y(series, i))) {
                        surface.circle(x(series, i), y(series, i), RADIUS, theme.of(series.tint()));
                    }
                }
            }
        }
    }

    /** Around what is there. */
    void ring(Series series) {
        double[] xs = new double[RING + 1];
        double[] ys = new double[RING + 1];
        for (int i = 0; i <= RING; i++) {
            xs[i] = x(series, 0) + 9 * Math.cos(2 * Math.PI * i / RING);
            ys[i] = y(series, 0) + 9 * Math.sin(2 * Math.PI * i / RING);
        }
        surface.line(xs, ys, RING + 1, theme.of(series.tint()), 2.5, Dash.SOLID);
    }

    private double x(Series series, int i) {
        return place.x(series.x()[i]);
    }

    private double y(Series series, int i) {
        return place.y(series.y()[i]);
    }

    /**
     * The dot nearest to a place, unless none is near; of several at one place the one drawn last.
     *
     * @param single whether dots that stand alone count
     */
    static Optional<PickedDot> nearest(
            Chart.Lines chart, LinesPlace place, Pointer pointer, boolean single) {
        Optional<PickedDot> nearest = Optional.empty();
        double distance = NEAR;
        for (int s = 0; s < chart.series().size(); s++) {
            Series series = chart.series().get(s);
            boolean read =
                    series.mark() == Series.Mark.DOTS
                            || (single && series.mark() == Series.Mark.DOT);
            for (int i = 0; read && i < series.x().length; i++) {
                double away =
                        Math.hypot(
                                place.x(series.x()[i]) - pointer.x(),
                                place.y(series.y()[i]) - pointer.y());
                if (away <= distance) {
                    nearest = Optional.of(new PickedDot(s, i));
                    distance = away;
                }
            }
        }
        return nearest;
    }

    /** Reads the dot nearest to the pointer. */
    boolean readOut(Pointer pointer) {
        Optional<PickedDot> found =
                areThere() ? nearest(chart, place, pointer, true) : Optional.empty();
        if (found.isEmpty()) {
            return areThere();
        }
        Series of = chart.series().get(found.get().series());
        int nearest = found.get().index();
        surface.circle(x(of, nearest), y(of, nearest), RADIUS + 2, theme.of(of.tint()));
        String name = of.mark() == Series.Mark.DOTS ? of.points().get(nearest) : of.name();
        double value = of.y()[nearest];
        new ReadOut(name)
                .row(
                        theme.of(of.tint()),
                        ReadOut.named(
                                chart.y().label(),
                                chart.y().percent()
                                        ? Numbers.percent(value, 1)
                                        : Scale.reading(value)))
                .row(
                        theme.of(of.tint()),
                        ReadOut.named(chart.x().label(), Scale.reading(of.x()[nearest])))
                .paint(surface, plot, theme, x(of, nearest), y(of, nearest));
        return true;
    }
}
