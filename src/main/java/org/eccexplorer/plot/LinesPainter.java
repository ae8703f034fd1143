package org.eccexplorer.plot;

/** Paints lines over timesteps, with bands, references and a read-out under the pointer. */
final class LinesPainter {
    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;
    private final boolean compact;
    private final Scale x;
    private final Scale y;

    LinesPainter(Chart.Lines chart, Surface surface, Bounds plot, Theme theme, boolean compact) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.compact = compact;
        x = new Scale(0, Math.max(1e-9, chart.xMaximum()), plot.x(), plot.right());
        y = new Scale(lowest(), highest(), plot.bottom(), plot.y());
    }

    private double lowest() {
        double lowest = 0;
        for (Chart.Series series : chart.series()) {
            for (double value : series.y()) {
                lowest = Math.min(lowest, Double.isFinite(value) ? value : 0);
            }
        }
        return lowest < 0 ? -Scale.roundUp(-lowest) : 0;
    }

    private double highest() {
        if (chart.percent()) {
            return 1;
        }
        double highest = 0;
        for (Chart.Series series : chart.series()) {
            for (double value : series.y()) {
                highest = Math.max(highest, Double.isFinite(value) ? value : 0);
            }
        }
        for (Chart.Reference reference : chart.references()) {
            highest = Math.max(highest, reference.value());
        }
        return Scale.roundUp(highest);
    }

    void paint(double hoverX, double hoverY) {
        Labels.valueAxis(surface, plot, theme, y, chart.percent());
        timeAxis();
        if (chart.series().stream().allMatch(series -> series.x().length == 0)) {
            Labels.empty(surface, plot, theme, "No run yet");
            return;
        }
        chart.series().forEach(this::band);
        chart.series().forEach(this::line);
        chart.references().forEach(this::reference);
        if (chart.marker() < chart.xMaximum()) {
            double at = Math.round(x.at(chart.marker())) + 0.5;
            surface.line(at, plot.y(), at, plot.bottom(), theme.run(0), 1, false);
        }
        boolean inside =
                hoverX >= plot.x()
                        && hoverX <= plot.right()
                        && hoverY >= plot.y()
                        && hoverY <= plot.bottom();
        if (inside) {
            readOut(hoverX);
        }
    }

    private void timeAxis() {
        double base = Math.round(y.at(0)) + 0.5;
        surface.line(plot.x(), base, plot.right(), base, theme.axis(), 1, false);
        for (double tick : isTime() ? quarters() : x.ticks((int) (plot.width() / 70))) {
            double at = x.at(tick);
            Surface.Align align =
                    at < plot.x() + 8
                            ? Surface.Align.LEFT
                            : at > plot.right() - 16 ? Surface.Align.RIGHT : Surface.Align.CENTRE;
            surface.text(
                    isTime() ? Scale.text(Math.rint(tick), 100) : Scale.text(tick, x.high()),
                    at,
                    plot.bottom() + 15,
                    align,
                    TextStyle.SMALL,
                    theme.muted());
        }
        if (compact) {
            return;
        }
        surface.text(
                chart.xLabel(),
                plot.right(),
                plot.bottom() + 29,
                Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.muted());
    }

    /** Whole timesteps at the quarters; all of them if there are fewer. */
    private double[] quarters() {
        double step = Math.max(1, x.high() / 4);
        double[] ticks = new double[(int) (x.high() / step + 1e-9) + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = i * step;
        }
        return ticks;
    }

    private boolean isTime() {
        return chart.xLabel().equals("timestep");
    }

    private Colour colour(Chart.Series series) {
        if (series.colour() >= 0) {
            return theme.run(series.colour());
        }
        int shades = (int) chart.series().stream().filter(s -> s.colour() < 0).count();
        double share = (double) (-1 - series.colour()) / Math.max(1, shades - 1);
        return theme.text()
                .towards(theme.run(0).towards(theme.background(), 0.35), 0.25 + 0.75 * share);
    }

    private void band(Chart.Series series) {
        int n = series.low().length;
        if (n < 2) {
            return;
        }
        double[] xs = new double[2 * n];
        double[] ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = x.at(series.x()[i]);
            ys[i] = y.at(series.high()[i]);
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = y.at(series.low()[i]);
        }
        surface.polygon(xs, ys, 2 * n, colour(series).faded(0.14));
    }

    private void line(Chart.Series series) {
        double[] xs = new double[series.x().length];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x.at(series.x()[i]);
            ys[i] = y.at(series.y()[i]);
        }
        Decimation.Points points = Decimation.of(xs, ys, (int) plot.width());
        Colour colour = colour(series);
        double width = series.dashed() ? 1.2 : 1.8;
        surface.line(points.x(), points.y(), points.count(), colour, width, series.dashed());
    }

    private void reference(Chart.Reference reference) {
        double at = Math.round(y.at(reference.value())) + 0.5;
        surface.line(plot.x(), at, plot.right(), at, theme.muted(), 1, true);
        if (compact) {
            return;
        }
        // Above the line where there is room, else below.
        double text = at - 5 < plot.y() + 8 ? at + 14 : at - 5;
        surface.text(
                reference.name(),
                plot.right(),
                text,
                Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.muted());
    }

    private void readOut(double hoverX) {
        double step = isTime() ? Math.round(x.valueAt(hoverX)) : x.valueAt(hoverX);
        String where =
                isTime()
                        ? "t = " + (int) step
                        : chart.xLabel() + " " + Scale.text(step, x.high() / 10);
        double at = Math.round(x.at(step)) + 0.5;
        surface.line(at, plot.y(), at, plot.bottom(), theme.muted(), 1, false);
        double widest = surface.textWidth(where, TextStyle.SMALL);
        int rows = 1;
        String[] texts = new String[chart.series().size()];
        for (int s = 0; s < texts.length; s++) {
            texts[s] = valueAt(chart.series().get(s), step);
            if (!texts[s].isEmpty()) {
                widest = Math.max(widest, 14 + surface.textWidth(texts[s], TextStyle.SMALL));
                rows++;
            }
        }
        double width = widest + 16;
        double left = at + 8 + width > plot.right() ? at - 8 - width : at + 8;
        double top = plot.y() + 4;
        surface.rectangle(left - 1, top - 1, width + 2, rows * 15 + 10, theme.axis());
        surface.rectangle(left, top, width, rows * 15 + 8, theme.background());
        surface.text(where, left + 8, top + 15, Surface.Align.LEFT, TextStyle.SMALL, theme.muted());
        int row = 1;
        for (int s = 0; s < texts.length; s++) {
            if (!texts[s].isEmpty()) {
                double base = top + 15 + 15 * row++;
                surface.circle(left + 11, base - 4, 3, colour(chart.series().get(s)));
                surface.text(
                        texts[s],
                        left + 20,
                        base,
                        Surface.Align.LEFT,
                        TextStyle.SMALL,
                        theme.text());
            }
        }
    }

    /** The value nearest to a place, if there is one within two pixels of it. */
    private String valueAt(Chart.Series series, double place) {
        int nearest = -1;
        double distance = isTime() ? 0.5 : 2 * x.high() / plot.width();
        for (int i = 0; i < series.x().length; i++) {
            if (Math.abs(series.x()[i] - place) < distance) {
                distance = Math.abs(series.x()[i] - place);
                nearest = i;
            }
        }
        if (nearest < 0) {
            return "";
        }
        double value = series.y()[nearest];
        String text =
                chart.percent()
                        ? "%.1f %%".formatted(100 * value)
                        : Scale.text(value, (y.high() - y.low()) / 10);
        return series.name() + "  " + text;
    }
}
