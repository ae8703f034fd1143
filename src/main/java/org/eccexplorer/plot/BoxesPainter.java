package org.eccexplorer.plot;

/** Paints boxes, side by side where a category has several. */
final class BoxesPainter {
    private final Chart.Boxes chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;

    BoxesPainter(Chart.Boxes chart, Surface surface, Bounds plot, Theme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
    }

    void paint() {
        double highest = chart.boxes().stream().mapToDouble(Chart.Box::high).max().orElse(1);
        double mean = chart.boxes().stream().mapToDouble(Chart.Box::mean).max().orElse(0);
        Scale y = new Scale(0, Scale.roundUp(Math.max(highest, mean)), plot.bottom(), plot.y());
        Labels.valueAxis(surface, plot, theme, y, false);
        Labels.categories(surface, plot, theme, chart.categories());
        if (chart.boxes().isEmpty()) {
            Labels.empty(surface, plot, theme, "No run yet");
            return;
        }
        double room = plot.width() / chart.categories().size();
        int[] seen = new int[chart.categories().size()];
        int[] boxes = new int[seen.length];
        chart.boxes().forEach(box -> boxes[box.category()]++);
        for (Chart.Box box : chart.boxes()) {
            int count = boxes[box.category()];
            double width = Math.min(26, room * 0.7 / count);
            double centre =
                    plot.x()
                            + room * (box.category() + 0.5)
                            + (seen[box.category()]++ - (count - 1) / 2.0) * (width + 3);
            box(box, y, centre, width);
        }
    }

    private void box(Chart.Box box, Scale y, double centre, double width) {
        Colour colour = theme.run(box.colour());
        double middle = Math.round(centre) + 0.5;
        surface.line(middle, y.at(box.low()), middle, y.at(box.high()), colour, 1, false);
        double top = y.at(box.quartile3());
        double bottom = y.at(box.quartile1());
        double height = Math.max(1, bottom - top);
        surface.rectangle(centre - width / 2, top, width, height, theme.background());
        surface.rectangle(centre - width / 2, top, width, height, colour.faded(0.22));
        double left = centre - width / 2;
        double right = centre + width / 2;
        surface.line(
                new double[] {left, right, right, left, left},
                new double[] {top, top, bottom, bottom, top},
                5,
                colour,
                1,
                false);
        surface.line(left, y.at(box.median()), right, y.at(box.median()), colour, 2, false);
        surface.circle(centre, y.at(box.mean()), 2.5, colour);
    }
}
