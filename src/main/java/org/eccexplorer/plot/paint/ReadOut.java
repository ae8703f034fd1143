package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What the pointer reads: a heading and a line per value, in a box beside the pointer. */
final class ReadOut {
    private static final double LINE = 15;

    private record Row(Colour colour, String text) {}

    private final String heading;
    private final List<Row> rows = new ArrayList<>();

    ReadOut(String heading) {
        this.heading = heading;
    }

    /** A value with its name. */
    static String named(String name, String value) {
        return name + "  " + value;
    }

    /** Adds a value with the colour of what it belongs to; a transparent one shows no dot. */
    ReadOut row(Colour colour, String text) {
        rows.add(new Row(colour, text));
        return this;
    }

    /** Paints the box right of a point, left of it where there is no room, inside the plot. */
    void paint(Surface surface, Bounds plot, ChartTheme theme, double x, double y) {
        int most = (int) Math.max(1, (plot.height() - 12) / LINE - 1);
        List<Row> shown = rows;
        if (rows.size() > most) {
            shown = new ArrayList<>(rows.subList(0, most - 1));
            shown.add(
                    new Row(
                            theme.text().faded(0),
                            Texts.text("plot.paint.more", Numbers.count(rows.size() - most + 1L))));
        }
        double width = surface.textWidth(heading, TextStyle.SMALL);
        for (Row row : shown) {
            width = Math.max(width, 12 + surface.textWidth(row.text(), TextStyle.SMALL));
        }
        width = Math.min(width + 16, plot.width());
        double height = LINE * (shown.size() + 1) + 8;
        double left = x + 10 + width > plot.right() ? x - 10 - width : x + 10;
        left = Math.max(plot.x(), left);
        double top = Math.max(plot.y() - 40, Math.min(plot.bottom() - height, y - height / 2));
        surface.rectangle(left - 1, top - 1, width + 2, height + 2, theme.axis());
        surface.rectangle(left, top, width, height, theme.background());
        double base = top + LINE;
        text(surface, heading, left + 8, base, width - 12, theme.muted());
        for (Row row : shown) {
            base += LINE;
            if (row.colour().alpha() > 0) {
                surface.circle(left + 11, base - 4, 3, row.colour());
            }
            text(surface, row.text(), left + 20, base, width - 24, theme.text());
        }
    }

    private static void text(
            Surface surface, String text, double x, double y, double room, Colour colour) {
        String fitted = Labels.fitted(surface, text, room, TextStyle.SMALL);
        surface.text(fitted, x, y, Surface.Align.LEFT, TextStyle.SMALL, colour);
    }
}
