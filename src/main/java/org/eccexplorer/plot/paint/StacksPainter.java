package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Paints bars as high as their wholes; their parts share a bar in proportion to their values. Each
 * bar bears the colour and the letter of its group.
 */
final class StacksPainter {
    /** From this width on a bar has an outline, and its group a letter above it. */
    private static final double OUTLINED = 5;

    private static final double LETTERED = 9;

    /** Letters below narrower bars stand in so many rows at most, each so high. */
    private static final int LETTER_ROWS = 4;

    private static final double LETTER_ROW = 9;

    /** With room for a letter and a figure above it. */
    private static final double WIDEST = 48;

    private final Chart.Stacks chart;
    private final Surface surface;
    private final StacksLegend legend;
    private final StackParts parts;
    private final Bounds plot;
    private final int letterRows;
    private final ChartTheme theme;

    /**
     * A painter.
     *
     * @param file whether all groups are named, however much room that takes
     */
    StacksPainter(
            Chart.Stacks chart, Surface surface, Bounds bounds, ChartTheme theme, boolean file) {
        this.chart = chart;
        this.surface = surface;
        this.theme = theme;
        parts = new StackParts(chart, theme);
        double most = file ? Double.POSITIVE_INFINITY : bounds.height() / 2;
        legend = new StacksLegend(chart, surface, bounds.width(), most);
        letterRows = letterRows(chart, bounds.width());
        plot = bounds.inset(0, Math.min(most, legend.height()), 0, letterRows * LETTER_ROW);
    }

    /** How much room names and letters take above and below the bars in a file, in pixels. */
    static double around(Chart.Stacks chart, double width, TextMeasure measure) {
        double above = new StacksLegend(chart, measure, width, Double.POSITIVE_INFINITY).height();
        return above + letterRows(chart, width) * LETTER_ROW;
    }

    /** Rows of letters below bars that are too narrow for letters above them. */
    private static int letterRows(Chart.Stacks chart, double width) {
        int groups = chart.groups().size();
        double room = groupRoom(chart, width);
        return groups < 2 || room >= LETTERED
                ? 0
                : (int) Math.min(LETTER_ROWS, Math.ceil(LETTERED / room));
    }

    /** From one bar to the next, in a plot of a width. */
    private static double groupRoom(Chart.Stacks chart, double width) {
        return width / Math.max(1, chart.categories().size()) * 0.8 / chart.groups().size();
    }

    void paint(Pointer pointer) {
        double highest = chart.stacks().stream().mapToDouble(Bar::whole).max().orElse(0);
        // With room for a letter above the highest.
        double top = highest * (1 + 14 / Math.max(28, plot.height() - 14));
        Scale y = new Scale(0, Scale.roundUp(top), plot.bottom(), plot.y());
        int count = chart.categories().size();
        int hovered = pointer.category(plot, count);
        Labels.column(surface, plot, theme, count, chart.selected());
        Labels.column(surface, plot, theme, count, hovered);
        Labels.valueAxis(surface, plot, theme, y, chart.percent());
        Labels.categories(
                surface, plot, theme, chart.categories(), chart.over(), letterRows * LETTER_ROW);
        legend.paint(surface, plot, theme);
        if (chart.stacks().isEmpty()) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        Bar nearest = chart.stacks().getFirst();
        for (Bar stack : chart.stacks()) {
            bar(stack, y);
            nearest = distance(stack, pointer) < distance(nearest, pointer) ? stack : nearest;
        }
        if (hovered >= 0) {
            readOut(nearest, pointer);
        }
    }

    private double distance(Bar stack, Pointer pointer) {
        return Math.abs(left(stack) + width() / 2 - pointer.x());
    }

    private double room() {
        return plot.width() / chart.categories().size();
    }

    private int groups() {
        return Math.max(1, chart.groups().size());
    }

    /** Of a bar: narrower where there are many groups, so that categories stay apart. */
    private double width() {
        return Math.min(WIDEST, room() * 0.8 / groups() - gap());
    }

    private double gap() {
        return Math.min(2, room() * 0.1 / groups());
    }

    private double left(Bar stack) {
        double step = width() + gap();
        return plot.x()
                + room() * (stack.category() + 0.5)
                + (stack.group() - groups() / 2.0) * step;
    }

    private void bar(Bar stack, Scale y) {
        double left = left(stack);
        double top = y.at(stack.whole());
        double height = y.at(0) - top;
        double all = Arrays.stream(stack.parts()).sum();
        double base = y.at(0);
        for (int p = 0; p < stack.parts().length && all > 0; p++) {
            double part = height * stack.parts()[p] / all;
            base -= part;
            parts.fill(surface, new Bounds(left, base, width(), part), p, stack.group());
        }
        if (chart.parts().size() > 1 && width() >= OUTLINED) {
            double right = left + width();
            double[] x = {left, left, right, right};
            double[] edge = {y.at(0), top, top, y.at(0)};
            surface.line(x, edge, 4, theme.text(), 1, Dash.SOLID);
        }
        if (groups() > 1) {
            Colour group = theme.of(chart.groups().get(stack.group()).tint());
            surface.rectangle(left, plot.bottom() + 1, width(), 3, group);
        }
        label(stack, left + width() / 2, top - 3);
    }

    /** Above a bar: the letter of its group, and the whole where there is room for it. */
    private void label(Bar stack, double middle, double base) {
        if (chart.parts().size() == 1 && groups() == 1) {
            return;
        }
        double room = groups() > 1 ? width() + gap() : room();
        String letter = StacksLegend.letter(chart, stack.group());
        String whole = Numbers.significant((chart.percent() ? 100 : 1) * stack.whole(), 2);
        String both = letter.isEmpty() ? whole : letter + " " + whole;
        if (letterRows > 0) {
            double row = plot.bottom() + 4 + LETTER_ROW * (1 + stack.group() % letterRows);
            surface.text(letter, middle, row, Surface.Align.CENTRE, TextStyle.SMALL, theme.text());
            return;
        }
        boolean roomy = surface.textWidth(both, TextStyle.SMALL) + 4 <= room;
        if (roomy || room >= LETTERED) {
            surface.text(
                    roomy ? both : letter,
                    middle,
                    base,
                    Surface.Align.CENTRE,
                    TextStyle.SMALL,
                    theme.text());
        }
    }

    private void readOut(Bar stack, Pointer pointer) {
        String category = chart.categories().get(stack.category());
        String group = chart.groups().isEmpty() ? "" : chart.groups().get(stack.group()).name();
        ReadOut readOut = new ReadOut(group.isEmpty() ? category : category + " · " + group);
        for (int p = stack.parts().length - 1; p >= 0; p--) {
            readOut.row(
                    parts.colour(p, stack.group()),
                    ReadOut.named(chart.parts().get(p), text(stack.parts()[p])));
        }
        if (stack.parts().length > 1) {
            readOut.row(
                    theme.text().faded(0), ReadOut.named(chart.wholeName(), text(stack.whole())));
        }
        readOut.paint(surface, plot, theme, pointer.x(), pointer.y());
    }

    private String text(double value) {
        return chart.percent()
                ? Scale.reading(100 * value) + " " + chart.unit()
                : Scale.reading(value);
    }
}
