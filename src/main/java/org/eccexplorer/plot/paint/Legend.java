package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Marker;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The names of what a chart shows, each with a sample of how it is drawn, in rows between the
 * titles and the plot. Its size follows from the names alone, so that a chart that changes during a
 * run keeps its place.
 */
final class Legend {
    private static final double ROW = 15;

    /** Of a sample and the room behind it, and between two entries, in pixels. */
    private static final double SAMPLE = 24;

    private static final double GAP = 12;

    /** Longer names are cut in their middle. */
    private static final int LONGEST = 32;

    /** The legend takes at most this share of a chart's height. */
    private static final double SHARE = 0.3;

    /** Something with a name. */
    record Entry(String name, Tint tint, Sample sample) {}

    /** How an entry is drawn. */
    enum Sample {
        LINE,
        DASHED,
        BOX
    }

    private record Placed(Entry entry, int row, double x, double width) {}

    private final List<Placed> placed = new ArrayList<>();
    private final int rows;

    private Legend(List<Entry> entries, Bounds bounds) {
        int most = (int) (SHARE * bounds.height() / ROW);
        int row = 0;
        double x = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            double width = Math.min(bounds.width(), width(entry.name()));
            if (x > 0 && x + width > bounds.width()) {
                row++;
                x = 0;
            }
            if (row >= most) {
                leaveOut(entries.size() - i);
                break;
            }
            placed.add(new Placed(entry, row, x, width));
            x += width + GAP;
        }
        rows = placed.isEmpty() ? 0 : placed.getLast().row() + 1;
    }

    /** The last entry that has a place says how many have none. */
    private void leaveOut(int left) {
        if (!placed.isEmpty()) {
            Placed last = placed.removeLast();
            String more = Texts.text("plot.paint.more", Numbers.count(left + 1L));
            placed.add(
                    new Placed(
                            new Entry(more, Tint.Fixed.CNN, last.entry().sample()),
                            last.row(),
                            last.x(),
                            last.width()));
        }
    }

    /**
     * The legend of a chart.
     *
     * @param bounds of the whole chart
     */
    static Legend of(Chart chart, Bounds bounds) {
        List<Entry> entries = entries(chart);
        Bounds room = bounds.inset(ChartPainter.PADDING, 0, ChartPainter.PADDING, 0);
        return new Legend(entries.size() > 1 ? entries : List.of(), room);
    }

    /** What has a name, each once. */
    static List<Entry> entries(Chart chart) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        switch (chart) {
            case Chart.Lines lines -> {
                add(entries, lines, Series.Mark.LINE, Sample.LINE);
                add(entries, lines, Series.Mark.DASHED, Sample.DASHED);
            }
            case Chart.Boxes boxes ->
                    boxes.boxes()
                            .forEach(box ->
                                    add(entries, new Entry(box.name(), box.tint(), Sample.BOX)));
            case Chart.Profiles profiles ->
                    profiles.profiles()
                            .forEach(profile ->
                                    add(
                                            entries,
                                            new Entry(
                                                    profile.name(), profile.tint(), Sample.LINE)));
            case Chart.Violins _,
                    Chart.Stacks _,
                    Chart.Scatter _,
                    Chart.Raster _,
                    Chart.Matrix _,
                    Chart.Histogram _ -> {}
        }
        return List.copyOf(entries.values());
    }

    private static void add(Map<String, Entry> entries, Entry entry) {
        entries.putIfAbsent(entry.name(), entry);
    }

    /** Of a kind of lines; dots are of lines that have names already. */
    private static void add(
            Map<String, Entry> entries, Chart.Lines chart, Series.Mark mark, Sample sample) {
        for (Series series : chart.series()) {
            if (series.mark() == mark) {
                add(entries, new Entry(series.name(), series.tint(), sample));
            }
        }
    }

    /** About as wide as an entry is, whatever it is painted on. */
    private static double width(String name) {
        return SAMPLE + Labels.longest(List.of(Labels.shortened(name, LONGEST)));
    }

    /** How much higher a chart is because of it, in pixels. */
    double height() {
        return rows == 0 ? 0 : rows * ROW + 3;
    }

    /** Paints the entries below a line. */
    void paint(Surface surface, double left, double top, ChartTheme theme) {
        for (Placed place : placed) {
            double x = left + place.x();
            double base = top + ROW * place.row() + 11;
            sample(surface, place.entry(), x, base - 4, theme);
            surface.text(
                    Labels.fitted(
                            surface,
                            Labels.shortened(place.entry().name(), LONGEST),
                            place.width() - SAMPLE + GAP - 4,
                            TextStyle.SMALL),
                    x + SAMPLE,
                    base,
                    Surface.Align.LEFT,
                    TextStyle.SMALL,
                    theme.text());
        }
    }

    private static void sample(Surface surface, Entry entry, double x, double y, ChartTheme theme) {
        Colour colour = theme.of(entry.tint());
        Optional<Marker> marker = entry.tint().marker();
        double end = x + SAMPLE - 5;
        switch (entry.sample()) {
            case DASHED -> surface.line(x, y, end, y, colour, 1.2, Dash.FINE);
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
                marker.ifPresent(m -> Markers.paint(surface, m, x + 9.5, y, 2.8, colour));
            }
        }
    }
}
