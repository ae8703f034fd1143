package org.eccexplorer.plot;

/** Paints spike trains. */
final class RasterPainter {
    private final Chart.Raster chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;

    RasterPainter(Chart.Raster chart, Surface surface, Bounds plot, Theme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint() {
        Scale x = new Scale(0.5, chart.timesteps() + 0.5, plot.x(), plot.right());
        double room = plot.height() / Math.max(1, chart.rows().size());
        double width = Math.max(0.6, Math.min(2, plot.width() / chart.timesteps() * 0.7));
        int every = Math.max(1, (int) Math.ceil(11 / room));
        for (int r = 0; r < chart.rows().size(); r++) {
            double top = plot.y() + r * room;
            Colour colour = r == chart.strong() ? theme.run(1) : theme.text();
            if (r % every == 0) {
                surface.text(
                        Labels.fitted(surface, chart.rows().get(r), 60, TextStyle.SMALL),
                        plot.x() - 5,
                        top + room / 2 + 4,
                        Surface.Align.RIGHT,
                        TextStyle.SMALL,
                        theme.muted());
            }
            for (int t : chart.spikes().get(r)) {
                double height = Math.max(1, room * 0.75);
                surface.rectangle(x.at(t) - width / 2, top + room * 0.12, width, height, colour);
            }
        }
        if (Double.isFinite(chart.marker())) {
            double at = Math.round(x.at(chart.marker())) + 0.5;
            surface.line(at, plot.y(), at, plot.bottom(), theme.run(0), 1, false);
        }
    }
}
