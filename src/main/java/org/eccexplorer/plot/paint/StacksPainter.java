package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;

/** Paints bars; where they are stacked, with a legend of their parts. */
final class StacksPainter {
    private final Chart.Stacks chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    StacksPainter(Chart.Stacks chart, Surface surface, Bounds bounds, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = bounds.inset(0, 16, 0, 0);
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        double highest = 0;
        for (Chart.Stack stack : chart.stacks()) {
            highest = Math.max(highest, Arrays.stream(stack.values()).sum());
        }
        Scale y = new Scale(0, Scale.roundUp(highest), plot.bottom(), plot.y());
        int count = chart.categories().size();
        int hovered = pointer.category(plot, count);
        Labels.column(surface, plot, theme, count, chart.selected());
        Labels.column(surface, plot, theme, count, hovered);
        Labels.valueAxis(surface, plot, theme, y, chart.percent());
        Labels.categories(surface, plot, theme, chart.categories(), chart.over());
        if (chart.parts().size() > 1) {
            legend();
        }
        if (chart.stacks().isEmpty()) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        Chart.Stack nearest = chart.stacks().getFirst();
        for (Chart.Stack stack : chart.stacks()) {
            bar(stack, y);
            boolean nearer =
                    Math.abs(left(stack) + width(stack) / 2 - pointer.x())
                            < Math.abs(left(nearest) + width(nearest) / 2 - pointer.x());
            nearest = nearer ? stack : nearest;
        }
        if (hovered >= 0) {
            readOut(nearest, pointer);
        }
    }

    private double room() {
        return plot.width() / chart.categories().size();
    }

    /** Of a bar: narrower where there are many groups, so that categories stay apart. */
    private double width(Chart.Stack stack) {
        return Math.min(34, room() * 0.8 / stack.groups() - gap(stack));
    }

    private double gap(Chart.Stack stack) {
        return Math.min(2, room() * 0.1 / stack.groups());
    }

    private double left(Chart.Stack stack) {
        double step = width(stack) + gap(stack);
        return plot.x()
                + room() * (stack.category() + 0.5)
                + (stack.group() - stack.groups() / 2.0) * step;
    }

    private void bar(Chart.Stack stack, Scale y) {
        double base = 0;
        for (int p = 0; p < stack.values().length; p++) {
            double top = base + stack.values()[p];
            surface.rectangle(
                    left(stack), y.at(top), width(stack), y.at(base) - y.at(top), colour(p));
            base = top;
        }
    }

    private void readOut(Chart.Stack stack, Pointer pointer) {
        String category = chart.categories().get(stack.category());
        ReadOut readOut =
                new ReadOut(stack.name().isEmpty() ? category : category + " · " + stack.name());
        for (int p = stack.values().length - 1; p >= 0; p--) {
            readOut.row(colour(p), ReadOut.named(chart.parts().get(p), text(stack.values()[p])));
        }
        if (stack.values().length > 1) {
            double all = Arrays.stream(stack.values()).sum();
            readOut.row(
                    theme.text().faded(0), ReadOut.named(Texts.text("plot.paint.all"), text(all)));
        }
        readOut.paint(surface, plot, theme, pointer.x(), pointer.y());
    }

    private String text(double value) {
        return chart.percent() ? Scale.reading(100 * value) + " %" : Scale.reading(value);
    }

    /** Parts have colours of their own; a bar of one part is a plain bar. */
    private Colour colour(int part) {
        return chart.parts().size() == 1 ? theme.of(Tint.Fixed.ACCENT) : theme.causes().get(part);
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
