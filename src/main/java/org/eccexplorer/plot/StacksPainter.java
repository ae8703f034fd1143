package org.eccexplorer.plot;

/** Paints bars; where they are stacked, with a legend of their parts. */
final class StacksPainter {
    private final Chart.Stacks chart;
    private final Surface surface;
    private final Bounds plot;
    private final Theme theme;

    StacksPainter(Chart.Stacks chart, Surface surface, Bounds bounds, Theme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = bounds.inset(0, 16, 0, 0);
        this.theme = theme;
    }

    void paint() {
        double highest = 0;
        for (Chart.Stack stack : chart.stacks()) {
            double sum = 0;
            for (double value : stack.values()) {
                sum += value;
            }
            highest = Math.max(highest, sum);
        }
        Scale y = new Scale(0, Scale.roundUp(highest), plot.bottom(), plot.y());
        Labels.valueAxis(surface, plot, theme, y, false);
        Labels.categories(surface, plot, theme, chart.categories());
        if (chart.parts().size() > 1) {
            legend();
        }
        if (chart.stacks().isEmpty()) {
            Labels.empty(surface, plot, theme, "No run yet");
            return;
        }
        double room = plot.width() / chart.categories().size();
        for (Chart.Stack stack : chart.stacks()) {
            double width = Math.min(34, room * 0.7 / stack.groups());
            double left =
                    plot.x()
                            + room * (stack.category() + 0.5)
                            + (stack.group() - stack.groups() / 2.0) * (width + 2);
            double base = 0;
            for (int p = 0; p < stack.values().length; p++) {
                double top = base + stack.values()[p];
                surface.rectangle(left, y.at(top), width, y.at(base) - y.at(top), colour(p));
                base = top;
            }
        }
    }

    /** Parts have colours of their own; a bar of one part is a plain bar. */
    private Colour colour(int part) {
        return chart.parts().size() == 1 ? theme.series().getFirst() : theme.causes().get(part);
    }

    private void legend() {
        double at = plot.right();
        for (int p = chart.parts().size() - 1; p >= 0; p--) {
            String name = chart.parts().get(p);
            double width = surface.textWidth(name, TextStyle.SMALL);
            if (at - width - 16 < plot.x()) {
                return;
            }
            double base = plot.y() - 9;
            surface.text(name, at, base, Surface.Align.RIGHT, TextStyle.SMALL, theme.muted());
            surface.rectangle(at - width - 14, base - 9, 10, 10, colour(p));
            at -= width + 26;
        }
    }
}
