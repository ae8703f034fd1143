package org.eccexplorer.plot.paint;

import java.util.Arrays;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.text.Texts;

/** Paints boxes, side by side where a category has several. */
final class BoxesPainter {
    /** Narrower boxes cannot be told apart: then only those in front are painted as boxes. */
    private static final double NARROWEST = 7;

    private final Chart.Boxes chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final double room;

    BoxesPainter(Chart.Boxes chart, Surface surface, Bounds plot, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        room = plot.width() / Math.max(1, chart.categories().size());
    }

    void paint(Pointer pointer) {
        boolean crowded = isCrowded(chart, plot.width());
        double highest =
                chart.boxes().stream()
                        .filter(box -> !crowded || box.tint().equals(chart.front()))
                        .mapToDouble(Box::high)
                        .max()
                        .orElse(1);
        double mean = chart.boxes().stream().mapToDouble(Box::mean).max().orElse(0);
        double lowest = chart.boxes().stream().mapToDouble(Box::low).min().orElse(0);
        double low = lowest < 0 ? -Scale.roundUp(-lowest) : 0;
        double high = Scale.roundUp(Math.max(highest, mean));
        Scale y = new Scale(low, high, plot.bottom(), plot.y());
        int count = chart.categories().size();
        int hovered = pointer.category(plot, count);
        Labels.column(surface, plot, theme, count, chart.selected());
        Labels.column(surface, plot, theme, count, hovered);
        Labels.valueAxis(surface, plot, theme, y, false);
        Labels.categories(surface, plot, theme, chart.categories(), Categories.LAYERS);
        if (chart.boxes().isEmpty()) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
            return;
        }
        if (crowded) {
            crowded(y);
        } else {
            sideBySide(y, counts(chart), width(chart, plot.width()));
        }
        if (hovered >= 0) {
            readOut(hovered, pointer);
        }
    }

    /** How many boxes each category has. */
    private static int[] counts(Chart.Boxes chart) {
        int[] boxes = new int[chart.categories().size()];
        chart.boxes().forEach(box -> boxes[box.category()]++);
        return boxes;
    }

    /** Of a box in a plot of a width. */
    private static double width(Chart.Boxes chart, double plotWidth) {
        double room = plotWidth / Math.max(1, chart.categories().size());
        int most = Math.max(1, Arrays.stream(counts(chart)).max().orElse(1));
        return Math.min(26, (room * 0.8 - 3 * (most - 1)) / most);
    }

    /** Whether only what is in front has room for its boxes. */
    static boolean isCrowded(Chart.Boxes chart, double plotWidth) {
        return Arrays.stream(counts(chart)).anyMatch(count -> count > 1)
                && width(chart, plotWidth) < NARROWEST;
    }

    private void sideBySide(Scale y, int[] boxes, double width) {
        int[] seen = new int[boxes.length];
        for (Box box : chart.boxes()) {
            int category = box.category();
            double place = seen[category]++ - (boxes[category] - 1) / 2.0;
            box(box, y, middle(category) + place * (width + 3), width);
        }
    }

    /**
     * Boxes of what is in front, and for each of the others a line at the mean with its marker, as
     * in the legend.
     */
    private void crowded(Scale y) {
        for (Box box : chart.boxes()) {
            if (box.tint().equals(chart.front())) {
                box(box, y, middle(box.category()), Math.min(26, room * 0.55));
            }
        }
        int[] counts = counts(chart);
        int[] seen = new int[counts.length];
        for (Box box : chart.boxes()) {
            int place = seen[box.category()]++;
            if (!box.tint().equals(chart.front())) {
                double half = room * 0.42;
                double at = y.at(box.mean());
                double middle = middle(box.category());
                Colour colour = theme.of(box.tint());
                surface.line(middle - half, at, middle + half, at, colour, 1.5, box.tint().dash());
                double along = (place + 0.5) / counts[box.category()];
                double x = middle - half + 2 * half * along;
                box.tint().marker().ifPresent(m -> Markers.paint(surface, m, x, at, 2.8, colour));
            }
        }
    }

    private double middle(int category) {
        return plot.x() + room * (category + 0.5);
    }

    private void box(Box box, Scale y, double centre, double width) {
        Colour colour = theme.of(box.tint());
        double middle = Math.round(centre) + 0.5;
        surface.line(middle, y.at(box.low()), middle, y.at(box.high()), colour, 1, Dash.SOLID);
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
                Dash.SOLID);
        surface.line(left, y.at(box.median()), right, y.at(box.median()), colour, 2, Dash.SOLID);
        double mean = y.at(box.mean());
        box.tint()
                .marker()
                .ifPresent(marker -> Markers.paint(surface, marker, centre, mean, 2.8, colour));
    }

    private void readOut(int category, Pointer pointer) {
        ReadOut readOut =
                new ReadOut(Texts.text("plot.paint.boxes", chart.categories().get(category)));
        for (Box box : chart.boxes()) {
            if (box.category() == category) {
                readOut.row(
                        theme.of(box.tint()),
                        Texts.text(
                                "plot.paint.box",
                                box.name(),
                                Scale.reading(box.mean()),
                                Scale.reading(box.quartile1()),
                                Scale.reading(box.median()),
                                Scale.reading(box.quartile3())),
                        box.tint().equals(chart.front()));
            }
        }
        readOut.paint(surface, plot, theme, pointer.x(), pointer.y());
    }
}
