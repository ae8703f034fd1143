package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The names of what a chart shows, each with a sample of how it is drawn: in rows between the
 * titles and the plot, or in columns at the right of a low chart. Its size follows from the names
 * alone, so that a chart that changes during a run keeps its place.
 */
final class Legend {
    private static final double ROW = 15;

    /** Height of a row in a column at the right. */
    private static final double SIDE_ROW = 13;

    /** Of a sample and the room behind it, and between two entries, in pixels. */
    private static final double SAMPLE = 24;

    private static final double GAP = 12;

    /** Longer names are cut in their middle. */
    private static final int LONGEST = 32;

    /** Rows take at most this share of a chart's height; narrower columns are better than many. */
    private static final double SHARE = 0.25;

    private static final int FEW = 2;

    /** Columns take at most this share of its width. */
    private static final double SIDE_SHARE = 0.4;

    private static final int MOST_COLUMNS = 2;

    private record Placed(LegendEntry entry, double x, double y, double width) {}

    private static final Legend NONE = new Legend(List.of(), 0, 0, false);

    private final List<Placed> placed;
    private final double height;
    private final double side;

    /** Whether names are written whole. */
    private final boolean whole;

    private Legend(List<Placed> placed, double height, double side, boolean whole) {
        this.placed = placed;
        this.height = height;
        this.side = side;
        this.whole = whole;
    }

    /** Of a chart that has none. */
    static Legend none() {
        return NONE;
    }

    /**
     * The legend of a chart.
     *
     * @param bounds of the whole chart
     */
    static Legend of(Chart chart, Bounds bounds, TextMeasure measure) {
        List<LegendEntry> entries = LegendEntry.of(chart, bounds);
        if (entries.size() < 2) {
            return NONE;
        }
        double room = bounds.width() - 2 * ChartPainter.PADDING;
        double most = Math.max(1, Math.floor(SHARE * bounds.height() / ROW)) * ROW;
        List<Placed> rows = rows(entries, room, measure, false);
        double last = rows.getLast().y();
        Legend beside = columns(entries, bounds, measure);
        boolean fit = !beside.placed.isEmpty();
        if (last < most && (last < FEW * ROW || !fit || beside.side > SHARE * bounds.width())) {
            return inRows(rows);
        }
        return fit ? beside : inRows(cut(entries, room, most, measure));
    }

    /** The legend of a chart in a file: every name, in as many rows as they need. */
    static Legend ofFile(Chart chart, Bounds bounds, TextMeasure measure) {
        List<LegendEntry> entries = LegendEntry.of(chart, bounds);
        if (entries.size() < 2) {
            return NONE;
        }
        double room = bounds.width() - 2 * ChartPainter.PADDING;
        List<Placed> rows = rows(entries, room, measure, true);
        return new Legend(rows, rows.getLast().y() + ROW + 3, 0, true);
    }

    private static Legend inRows(List<Placed> rows) {
        return new Legend(rows, rows.getLast().y() + ROW + 3, 0, false);
    }

    private static List<Placed> rows(
            List<LegendEntry> entries, double room, TextMeasure measure, boolean whole) {
        List<Placed> rows = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (LegendEntry entry : entries) {
            double width = Math.min(room, width(entry, measure, whole));
            if (x > 0 && x + width > room) {
                y += ROW;
                x = 0;
            }
            rows.add(new Placed(entry, x, y, width));
            x += width + GAP;
        }
        return rows;
    }

    /**
     * As many rows as may be, what is in front first; the last entry says how many are left out.
     */
    private static List<Placed> cut(
            List<LegendEntry> entries, double room, double most, TextMeasure measure) {
        List<LegendEntry> kept = new ArrayList<>(entries);
        kept.sort(Comparator.comparing(entry -> !entry.front()));
        List<Placed> rows = List.of();
        for (int shown = kept.size() - 1; shown > 0; shown--) {
            List<LegendEntry> some = new ArrayList<>(kept.subList(0, shown));
            String more = Texts.text("plot.paint.more", Numbers.count(kept.size() - (long) shown));
            some.add(new LegendEntry(more, Tint.Fixed.CNN, kept.get(shown).sample(), false));
            rows = rows(some, room, measure, false);
            if (rows.getLast().y() < most) {
                return rows;
            }
        }
        return List.of(rows.getFirst());
    }

    /** One column or two beside the plot; empty if they have no room there. */
    private static Legend columns(List<LegendEntry> entries, Bounds bounds, TextMeasure measure) {
        int fit = (int) (ChartLayout.leastPlotHeight(bounds) / SIDE_ROW);
        int columns = fit < 1 ? MOST_COLUMNS + 1 : (entries.size() + fit - 1) / fit;
        double width =
                entries.stream().mapToDouble(entry -> width(entry, measure, false)).max().orElse(0);
        double side = columns * (width + GAP);
        if (columns > MOST_COLUMNS || side > SIDE_SHARE * bounds.width()) {
            return NONE;
        }
        int rows = (entries.size() + columns - 1) / columns;
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            int column = i / rows;
            double x = column * (width + GAP);
            placed.add(new Placed(entries.get(i), x, i % rows * SIDE_ROW, width));
        }
        return new Legend(placed, 0, side, false);
    }

    private static double width(LegendEntry entry, TextMeasure measure, boolean whole) {
        String name = whole ? entry.name() : shortened(entry);
        return SAMPLE + Math.ceil(measure.textWidth(name, TextStyle.SMALL));
    }

    private static String shortened(LegendEntry entry) {
        return Labels.shortened(entry.name(), LONGEST);
    }

    /** How much higher a chart is because of it, in pixels. */
    double height() {
        return height;
    }

    /** How much narrower its plot is, in pixels. */
    double side() {
        return side;
    }

    /**
     * Paints the entries.
     *
     * @param top of rows
     * @param plot beside which columns are
     */
    void paint(Surface surface, Bounds bounds, double top, Bounds plot, ChartTheme theme) {
        double left =
                side > 0
                        ? bounds.right() - ChartPainter.PADDING - side + GAP
                        : bounds.x() + ChartPainter.PADDING;
        for (Placed place : placed) {
            double x = left + place.x();
            double base = (side > 0 ? plot.y() : top) + place.y() + 11;
            LegendEntry entry = place.entry();
            sample(surface, entry, x, base - 4, theme);
            String name = whole ? entry.name() : shortened(entry);
            double room = place.width() - SAMPLE + 1;
            surface.text(
                    Labels.fittedAtEnds(surface, name, room, TextStyle.SMALL),
                    x + SAMPLE,
                    base,
                    Surface.Align.LEFT,
                    TextStyle.SMALL,
                    theme.text());
        }
    }

    private static void sample(
            Surface surface, LegendEntry entry, double x, double y, ChartTheme theme) {
        Colour colour = theme.of(entry.tint());
        double end = x + SAMPLE - 5;
        switch (entry.sample()) {
            case DASHED -> surface.line(x, y, end, y, colour, 1.2, Dash.DASH_DOT_DOT);
            case RING -> {
                surface.circle((x + end) / 2, y, 4, colour);
                surface.circle((x + end) / 2, y, 2.5, theme.background());
            }
            case DOTS -> surface.circle((x + end) / 2, y, DotsPainter.RADIUS, colour);
            case LINE -> LineSample.paint(surface, entry.tint(), x, y, end - x, 1, theme);
            case BOX -> {
                surface.rectangle(x + 3, y - 5, 13, 10, colour.faded(0.22));
                surface.line(
                        new double[] {x + 3, x + 16, x + 16, x + 3, x + 3},
                        new double[] {y - 5, y - 5, y + 5, y + 5, y - 5},
                        5,
                        colour,
                        1,
                        Dash.SOLID);
                entry.tint()
                        .marker()
                        .ifPresent(m -> Markers.paint(surface, m, x + 9.5, y, 2.8, colour));
            }
        }
    }
}
