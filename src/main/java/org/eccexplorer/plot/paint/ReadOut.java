package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What the pointer reads: a heading and a line per value, in a box beside the pointer. Where there
 * is no room for all in one column there are two; where that is too little, values of what is in
 * front stay.
 */
final class ReadOut {
    private static final double LINE = 15;

    /** The dot before a value and the room behind it. */
    private static final double DOT = 12;

    private static final double MARGIN = 8;

    /** How far the box may be above and below the plot of a chart with titles. */
    private static final double ABOVE = 40;

    private static final double BELOW = 28;

    private static final int MOST_COLUMNS = 2;

    private record Row(Colour colour, String text, boolean front) {}

    private final String heading;
    private final List<Row> rows = new ArrayList<>();
    private boolean within;

    ReadOut(String heading) {
        this.heading = heading;
    }

    /** A value with its name. */
    static String named(String name, String value) {
        return name + "  " + value;
    }

    /** Adds a value with the colour of what it belongs to; a transparent one shows no dot. */
    ReadOut row(Colour colour, String text) {
        return row(colour, text, false);
    }

    /**
     * Adds a value with the colour of what it belongs to.
     *
     * @param front whether it stays where there is no room for all, and comes first
     */
    ReadOut row(Colour colour, String text, boolean front) {
        rows.add(new Row(colour, text, front));
        return this;
    }

    /** The box stays in the plot: of a small chart, where nothing is around it. */
    ReadOut within(boolean small) {
        within = small;
        return this;
    }

    /** Paints the box right of a point, left of it where there is no room, near the plot. */
    void paint(Surface surface, Bounds plot, ChartTheme theme, double x, double y) {
        double highest = plot.y() - (within ? 0 : ABOVE);
        double lowest = plot.bottom() + (within ? 0 : BELOW);
        int most = (int) Math.max(1, (lowest - highest - MARGIN) / LINE - 1);
        List<Row> shown = new ArrayList<>(rows);
        shown.sort(Comparator.comparing(row -> !row.front()));
        double widest = widest(surface, shown);
        int fit = widest * MOST_COLUMNS + MARGIN <= plot.width() ? MOST_COLUMNS : 1;
        if (shown.size() > most * fit) {
            int left = shown.size() - most * fit + 1;
            shown = new ArrayList<>(shown.subList(0, shown.size() - left));
            String more = Texts.text("plot.paint.more", Numbers.count(left));
            shown.add(new Row(theme.text().faded(0), more, false));
        }
        int columns = shown.size() > most ? fit : 1;
        int lines = (shown.size() + columns - 1) / columns;
        double named = surface.textWidth(heading, TextStyle.SMALL) + MARGIN;
        double width = Math.min(Math.max(named, columns * widest) + MARGIN, plot.width());
        double height = LINE * (lines + 1) + MARGIN;
        double left = x + 10 + width > plot.right() ? x - 10 - width : x + 10;
        left = Math.max(plot.x(), left);
        double top = Math.max(highest, Math.min(lowest - height, y - height / 2));
        surface.rectangle(left - 1, top - 1, width + 2, height + 2, theme.axis());
        surface.rectangle(left, top, width, height, theme.background());
        text(surface, heading, left + MARGIN, top + LINE, width - DOT, theme.muted());
        double room = (width - MARGIN) / columns;
        for (int i = 0; i < shown.size(); i++) {
            Row row = shown.get(i);
            int column = i / lines;
            double at = left + column * room;
            double base = top + LINE * (2 + i % lines);
            if (row.colour().alpha() > 0) {
                surface.circle(at + 11, base - 4, 3, row.colour());
            }
            text(surface, row.text(), at + MARGIN + DOT, base, room - DOT - 4, theme.text());
        }
    }

    /** Of a column. */
    private static double widest(Surface surface, List<Row> rows) {
        return rows.stream()
                        .mapToDouble(row -> surface.textWidth(row.text(), TextStyle.SMALL))
                        .max()
                        .orElse(0)
                + DOT
                + MARGIN;
    }

    private static void text(
            Surface surface, String text, double x, double y, double room, Colour colour) {
        String fitted = Labels.fitted(surface, text, room, TextStyle.SMALL);
        surface.text(fitted, x, y, Surface.Align.LEFT, TextStyle.SMALL, colour);
    }
}
