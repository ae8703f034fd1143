package org.eccexplorer.plot.paint;

import java.util.OptionalInt;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Paints counts of pairs: the diagonal in the winner's colour, the rest in the alarm's. */
final class MatrixPainter {
    private final Chart.Matrix chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;

    MatrixPainter(Chart.Matrix chart, Surface surface, Bounds bounds, ChartTheme theme) {
        this.chart = chart;
        this.surface = surface;
        this.plot = inner(bounds);
        this.theme = theme;
    }

    void paint(Pointer pointer) {
        int n = chart.names().size();
        if (n == 0) {
            Labels.empty(surface, plot, theme, Texts.text("plot.paint.empty"));
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
                Colour full = r == c ? theme.of(Tint.Fixed.RIGHT) : theme.alarm();
                double x = plot.x() + c * width;
                double y = plot.y() + r * height;
                surface.rectangle(
                        x, y, width - 1, height - 1, theme.grid().towards(full, 0.75 * share));
                if (count > 0 && width > 24 && height > 13) {
                    surface.text(
                            Numbers.count(count),
                            x + width / 2,
                            y + height / 2 + 4,
                            Surface.Align.CENTRE,
                            TextStyle.SMALL,
                            theme.text());
                }
            }
        }
        names(width, height);
        cell(chart, plot, pointer).ifPresent(cell -> readOut(cell, width, height));
    }

    private static Bounds inner(Bounds bounds) {
        return bounds.inset(34, 0, 0, 6);
    }

    /** The cell under the pointer, counted by rows. */
    static OptionalInt pick(Chart.Matrix chart, Bounds bounds, Pointer pointer) {
        return cell(chart, inner(bounds), pointer);
    }

    /** The middle of a cell. */
    static Pointer middle(Chart.Matrix chart, Bounds bounds, int cell) {
        Bounds plot = inner(bounds);
        int n = chart.names().size();
        int row = cell / n;
        return new Pointer(
                plot.x() + (cell % n + 0.5) * plot.width() / n,
                plot.y() + (row + 0.5) * plot.height() / n);
    }

    private static OptionalInt cell(Chart.Matrix chart, Bounds plot, Pointer pointer) {
        int n = chart.names().size();
        if (!pointer.isIn(plot) || n == 0) {
            return OptionalInt.empty();
        }
        int row = (int) Math.min(n - 1, (pointer.y() - plot.y()) / plot.height() * n);
        return OptionalInt.of(row * n + pointer.category(plot, n));
    }

    private void readOut(int cell, double width, double height) {
        int n = chart.names().size();
        int row = cell / n;
        int column = cell % n;
        frame(plot.x() + column * width, plot.y() + row * height, width - 1, height - 1);
        new ReadOut(Texts.text("plot.paint.of", chart.rowLabel(), chart.names().get(row)))
                .row(
                        row == column ? theme.of(Tint.Fixed.RIGHT) : theme.alarm(),
                        Texts.text("plot.paint.of", chart.columnLabel(), chart.names().get(column)))
                .row(
                        theme.text().faded(0),
                        Texts.counted("plot.paint.images", chart.counts()[row][column]))
                .paint(
                        surface,
                        plot,
                        theme,
                        plot.x() + (column + 1) * width - 10,
                        plot.y() + (row + 0.5) * height);
    }

    private void frame(double x, double y, double width, double height) {
        double[] xs = {x, x + width, x + width, x, x};
        double[] ys = {y, y, y + height, y + height, y};
        surface.line(xs, ys, 5, theme.text(), 1.5, Dash.SOLID);
    }

    /** Below the columns are numbers where there is no room for names; then rows have both. */
    private void names(double width, double height) {
        boolean named = Labels.longest(chart.names()) <= width - 4;
        for (int i = 0; i < chart.names().size(); i++) {
            String name = chart.names().get(i);
            if (height > 11) {
                String number = named ? "" : " " + i;
                double room = 76 - surface.textWidth(number, TextStyle.SMALL);
                surface.text(
                        Labels.fitted(surface, name, room, TextStyle.SMALL) + number,
                        plot.x() - 6,
                        plot.y() + height * (i + 0.5) + 4,
                        Surface.Align.RIGHT,
                        TextStyle.SMALL,
                        theme.muted());
            }
            if (width > 18) {
                surface.text(
                        named ? name : String.valueOf(i),
                        plot.x() + width * (i + 0.5),
                        plot.bottom() + 14,
                        Surface.Align.CENTRE,
                        TextStyle.SMALL,
                        theme.muted());
            }
        }
        Labels.axisName(surface, plot, theme, chart.columnLabel());
    }
}
