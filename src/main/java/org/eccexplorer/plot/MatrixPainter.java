package org.eccexplorer.plot;

/** Paints counts of pairs: the diagonal in the winner's colour, the rest in the alarm's. */
final class MatrixPainter {
    private final Chart.Matrix chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;

    MatrixPainter(Chart.Matrix chart, Surface surface, Bounds bounds, Theme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = bounds.inset(34, 0, 0, 6);
        this.theme = theme;
    }

    void paint() {
        int n = chart.names().size();
        if (n == 0) {
            Labels.empty(surface, plot, theme, "No run yet");
            return;
        }
        double width = plot.width() / n;
        double height = plot.height() / n;
        int onDiagonal = 1;
        int off = 1;
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                int count = chart.counts()[r][c];
                onDiagonal = r == c ? Math.max(onDiagonal, count) : onDiagonal;
                off = r == c ? off : Math.max(off, count);
            }
        }
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                int count = chart.counts()[r][c];
                double share = r == c ? (double) count / onDiagonal : (double) count / off;
                Colour full = r == c ? theme.run(1) : theme.alarm();
                double x = plot.x() + c * width;
                double y = plot.y() + r * height;
                surface.rectangle(
                        x, y, width - 1, height - 1, theme.grid().towards(full, 0.75 * share));
                if (count > 0 && width > 24 && height > 13) {
                    surface.text(
                            String.valueOf(count),
                            x + width / 2,
                            y + height / 2 + 4,
                            Surface.Align.CENTRE,
                            TextStyle.SMALL,
                            theme.text());
                }
            }
        }
        names(width, height);
    }

    private void names(double width, double height) {
        for (int i = 0; i < chart.names().size(); i++) {
            String name = chart.names().get(i);
            if (height > 11) {
                surface.text(
                        Labels.fitted(surface, name, 72, TextStyle.SMALL),
                        plot.x() - 6,
                        plot.y() + height * (i + 0.5) + 4,
                        Surface.Align.RIGHT,
                        TextStyle.SMALL,
                        theme.muted());
            }
            if (width > 14) {
                surface.text(
                        Labels.fitted(surface, name, width - 4, TextStyle.SMALL),
                        plot.x() + width * (i + 0.5),
                        plot.bottom() + 14,
                        Surface.Align.CENTRE,
                        TextStyle.SMALL,
                        theme.muted());
            }
        }
        surface.text(
                chart.columnLabel(),
                plot.right(),
                plot.bottom() + 29,
                Surface.Align.RIGHT,
                TextStyle.SMALL,
                theme.muted());
    }
}
