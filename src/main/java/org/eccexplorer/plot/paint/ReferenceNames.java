package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;

/** Writes the names of dashed lines where no curve runs through them. */
final class ReferenceNames {
    private static final double SAMPLE = 18;

    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final LinesPlace place;

    ReferenceNames(
            Chart.Lines chart, Surface surface, Bounds plot, ChartTheme theme, LinesPlace place) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.place = place;
    }

    void paint(Chart.Reference reference) {
        if (reference.vertical()) {
            beside(reference);
        } else {
            along(reference);
        }
    }

    /** At the foot of a vertical line, on the side that has more room. */
    private void beside(Chart.Reference reference) {
        double at = place.x(reference.value());
        boolean left = at > plot.x() + plot.width() / 2;
        write(
                reference.name(),
                left ? at - 5 : at + 5,
                plot.bottom() - 6,
                left ? Surface.Align.RIGHT : Surface.Align.LEFT);
    }

    /**
     * At the right end of a horizontal line: above it, else below it, else as near below as there
     * is room, then with a piece of the line before it.
     */
    private void along(Chart.Reference reference) {
        double at = Math.round(place.y(reference.value())) + 0.5;
        double width = SAMPLE + 6 + surface.textWidth(reference.name(), TextStyle.SMALL);
        double[] bases = new double[12];
        bases[0] = at - 5;
        for (int i = 1; i < bases.length; i++) {
            bases[i] = at + 4 + 10 * i;
        }
        for (int i = 0; i < bases.length; i++) {
            if (isFree(plot.right() - width, bases[i])) {
                write(reference.name(), plot.right(), bases[i], Surface.Align.RIGHT);
                if (i > 1) {
                    double y = Math.round(bases[i] - 4) + 0.5;
                    double x = plot.right() - width;
                    surface.line(x, y, x + SAMPLE, y, theme.muted(), 1, Dash.FINE);
                }
                return;
            }
        }
        double base = bases[0] < plot.y() + 9 ? bases[1] : bases[0];
        surface.rectangle(
                plot.right() - width + SAMPLE + 2,
                base - 11,
                width - SAMPLE - 2,
                14,
                theme.background().faded(0.8));
        write(reference.name(), plot.right(), base, Surface.Align.RIGHT);
    }

    private void write(String name, double x, double base, Surface.Align align) {
        surface.text(name, x, base, align, TextStyle.SMALL, theme.muted());
    }

    /** Whether a line of text from here to the right end meets neither a curve nor a band. */
    private boolean isFree(double left, double base) {
        double top = base - 12;
        double bottom = base + 4;
        if (top < plot.y() - 2 || bottom > plot.bottom()) {
            return false;
        }
        for (Chart.Series series : chart.series()) {
            double[] lows = series.band().map(Chart.Band::low).orElse(series.y());
            double[] highs = series.band().map(Chart.Band::high).orElse(series.y());
            for (int i = series.x().length - 1; i >= 0; i--) {
                if (place.x(series.x()[i]) < left) {
                    break;
                }
                double high = place.y(highs[i]);
                double low = place.y(lows[i]);
                if (high < bottom && low > top) {
                    return false;
                }
            }
        }
        return chart.references().stream()
                .filter(other -> !other.vertical())
                .mapToDouble(other -> place.y(other.value()))
                .noneMatch(y -> y > top + 2 && y < bottom - 2);
    }
}
