package org.eccexplorer.plot;

import java.util.Arrays;

/** Paints distributions, widths by the square root of counts so that rare values still show. */
final class ViolinsPainter {
    private final Chart.Violins chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;

    ViolinsPainter(Chart.Violins chart, Surface surface, Bounds plot, Theme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint() {
        Scale y = new Scale(chart.low(), chart.high(), plot.bottom(), plot.y());
        Labels.valueAxis(surface, plot, theme, y, false);
        Labels.categories(surface, plot, theme, chart.categories());
        if (chart.violins().isEmpty()) {
            Labels.empty(surface, plot, theme, "No run yet");
            return;
        }
        double room = plot.width() / chart.categories().size();
        for (Chart.Violin violin : chart.violins()) {
            double centre = plot.x() + room * (violin.category() + 0.5);
            violin(violin, y, centre, Math.min(34, room * 0.42));
        }
        double at = Math.round(y.at(chart.threshold())) + 0.5;
        surface.line(plot.x(), at, plot.right(), at, theme.muted(), 1, true);
        surface.text(
                chart.thresholdName(),
                plot.right(),
                at - 5,
                Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.muted());
        for (Chart.Violin violin : chart.violins()) {
            if (violin.beyond() > 0) {
                double centre = plot.x() + room * (violin.category() + 0.5);
                surface.circle(centre, at, 3, theme.alarm());
                String share = Scale.smallPercent(violin.beyond());
                if (surface.textWidth(share, TextStyle.SMALL) > room) {
                    continue;
                }
                surface.text(
                        share,
                        centre,
                        Math.max(plot.y() + 9, y.at(chart.threshold()) - 18),
                        Surface.Align.CENTRE,
                        TextStyle.SMALL,
                        theme.alarm());
            }
        }
    }

    private void violin(Chart.Violin violin, Scale y, double centre, double half) {
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
        Colour colour = theme.run(violin.colour());
        surface.polygon(xs, ys, 2 * bins, colour.faded(0.22));
        surface.line(xs, ys, bins, colour, 1, false);
        double[] right = Arrays.copyOfRange(xs, bins, 2 * bins);
        double[] rightY = Arrays.copyOfRange(ys, bins, 2 * bins);
        surface.line(right, rightY, bins, colour, 1, false);
    }
}
