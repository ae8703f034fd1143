package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Paints a line over categories for each run, with a dot per figure. */
final class ProfilesPainter {
    /** The axis never shows less than this, so that equal figures look equal. */
    private static final double LEAST_RANGE = 0.002;

    private final Chart.Profiles chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    ProfilesPainter(Chart.Profiles chart, Surface surface, Bounds plot, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        Scale y = scale();
        int count = chart.categories().size();
        int hovered = pointer.category(plot, count);
        Labels.column(surface, plot, theme, count, chart.selected());
        Labels.column(surface, plot, theme, count, hovered);
        Labels.valueAxis(surface, plot, theme, y, chart.percent());
        Labels.categories(surface, plot, theme, chart.categories(), chart.over());
        if (chart.profiles().isEmpty()) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        chart.profiles().forEach(profile -> line(profile, y));
        if (hovered >= 0) {
            readOut(hovered, pointer);
        }
    }

    private Scale scale() {
        double lowest =
                chart.profiles().stream()
                        .flatMapToDouble(profile -> Arrays.stream(profile.values()))
                        .filter(Double::isFinite)
                        .min()
                        .orElse(chart.top());
        double range = Math.max(LEAST_RANGE, Scale.roundUp(1.05 * (chart.top() - lowest)));
        return new Scale(chart.top() - range, chart.top(), plot.bottom(), plot.y());
    }

    private double middle(int category) {
        return plot.x() + plot.width() / chart.categories().size() * (category + 0.5);
    }

    private void line(Profile profile, Scale y) {
        Colour colour = theme.of(profile.tint());
        double[] values = profile.values();
        for (int c = 0; c < values.length; c++) {
            if (!Double.isFinite(values[c])) {
                continue;
            }
            if (c > 0 && Double.isFinite(values[c - 1])) {
                surface.line(
                        middle(c - 1),
                        y.at(values[c - 1]),
                        middle(c),
                        y.at(values[c]),
                        colour,
                        1.5,
                        profile.tint().dash());
            }
            double x = middle(c);
            double at = y.at(values[c]);
            profile.tint()
                    .marker()
                    .ifPresent(marker -> Markers.paint(surface, marker, x, at, 3.5, colour));
        }
    }

    private void readOut(int category, Pointer pointer) {
        ReadOut readOut = new ReadOut(chart.categories().get(category));
        for (Profile profile : chart.profiles()) {
            double value = profile.values()[category];
            readOut.row(
                    theme.of(profile.tint()),
                    ReadOut.named(
                            profile.name(),
                            chart.percent() ? Numbers.percent(value, 1) : Numbers.fixed(value, 4)),
                    profile.tint().equals(chart.front()));
        }
        readOut.paint(surface, plot, theme, pointer.x(), pointer.y());
    }
}
