package org.eccexplorer.plot.paint;

import java.util.List;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;

/**
 * Where the parts of a chart are.
 *
 * @param plot without axis labels
 * @param notes the lines below the title
 */
record ChartLayout(Bounds plot, Legend legend, List<String> notes) {
    static final double PADDING = 12;

    /** Where the plot begins if there is no legend. */
    private static final double TOP = 54;

    /** Height of a line of notes. */
    static final double NOTES = 14;

    /** Room for the values of the vertical axis. */
    private static final double LEFT = 50;

    private static final double RIGHT = 16;

    /** Room for the values of the horizontal axis and what it counts. */
    private static final double BOTTOM = 36;

    /** The same where names of categories need no title. */
    private static final double NAMED_BOTTOM = 24;

    /** A lower plot in the window has one line of notes, however long they are. */
    private static final double NOTED = 60;

    /** A lower plot in the window has no rows of names above it: the pointer tells them. */
    private static final double LOW = 32;

    /** A plot in a file is at least so high, as a share of the height that was asked for. */
    private static final double FILE_SHARE = 0.48;

    /** Of a chart in the window. */
    static ChartLayout of(Chart chart, Bounds bounds, boolean compact, TextMeasure measure) {
        if (compact && !(chart instanceof Chart.Raster)) {
            return new ChartLayout(bounds.inset(34, 8, 6, 18), Legend.none(), List.of());
        }
        List<String> notes = compact ? List.of() : fittedNotes(chart, bounds, measure);
        Bounds rest = below(notes, bounds);
        Legend legend = Legend.of(chart, rest, measure);
        boolean low = legend.height() > 0 && leastPlotHeight(rest) - legend.height() < LOW;
        return with(low ? Legend.none() : legend, chart, rest, compact, notes);
    }

    /** Of a chart in a file, where everything has its name. */
    static ChartLayout ofFile(Chart chart, Bounds bounds, TextMeasure measure) {
        List<String> notes = notes(chart, bounds, measure);
        Bounds rest = below(notes, bounds);
        return with(Legend.ofFile(chart, rest, measure), chart, rest, false, notes);
    }

    /** What further lines of notes leave. */
    private static Bounds below(List<String> notes, Bounds bounds) {
        return bounds.inset(0, further(notes), 0, 0);
    }

    private static double further(List<String> notes) {
        return NOTES * Math.max(0, notes.size() - 1);
    }

    /** How far further lines of notes move what is below them. */
    double further() {
        return further(notes);
    }

    private static ChartLayout with(
            Legend legend, Chart chart, Bounds bounds, boolean compact, List<String> notes) {
        if (chart instanceof Chart.Raster raster) {
            double left =
                    !compact && RasterPainter.isNamedWithin(raster)
                            ? LEFT + Labels.TITLE
                            : RasterPainter.labelWidth(raster) + 8;
            return new ChartLayout(
                    compact ? bounds.inset(left, 2, 4, 2) : bounds.inset(left, TOP, RIGHT, BOTTOM),
                    Legend.none(),
                    notes);
        }
        double top = TOP + legend.height();
        double right = RIGHT + legend.side();
        double left = left(chart);
        Bounds plot = bounds.inset(left, top, right, BOTTOM);
        boolean named =
                chart instanceof Chart.Categorised over
                        && Labels.isNamed(plot.width(), over.categories());
        return new ChartLayout(
                named ? bounds.inset(left, top, right, NAMED_BOTTOM) : plot, legend, notes);
    }

    /** About how wide the plot of a chart is without names at its right. */
    static double plotWidth(Chart chart, Bounds bounds) {
        return bounds.width() - left(chart) - RIGHT;
    }

    private static double left(Chart chart) {
        return chart.yLabel().isEmpty() ? LEFT : LEFT + Labels.TITLE;
    }

    /** How high a plot without a legend is at least. */
    static double leastPlotHeight(Bounds bounds) {
        return bounds.height() - TOP - BOTTOM;
    }

    /**
     * How high a file has to be so that its plot is high enough below all notes and names.
     *
     * @param bounds as asked for
     */
    static double fileHeight(Chart chart, Bounds bounds, TextMeasure measure) {
        List<String> notes = notes(chart, bounds, measure);
        double names =
                chart instanceof Chart.Stacks stacks
                        ? StacksPainter.around(stacks, plotWidth(chart, bounds), measure)
                        : Legend.ofFile(chart, bounds, measure).height();
        double least = Math.min(FILE_SHARE * bounds.height(), leastPlotHeight(bounds));
        double needed = TOP + further(notes) + names + least + BOTTOM;
        return Math.max(bounds.height(), needed);
    }

    /** The notes below the title of a chart in a file, whole. */
    private static List<String> notes(Chart chart, Bounds bounds, TextMeasure measure) {
        return Labels.lines(measure, chart.subtitle(), room(bounds), TextStyle.SMALL);
    }

    /**
     * The notes below the title of a chart in the window: as many as there is room for in a line;
     * the first one in two lines rather than cut.
     */
    private static List<String> fittedNotes(Chart chart, Bounds bounds, TextMeasure measure) {
        TextStyle style = TextStyle.SMALL;
        double room = room(bounds);
        String first = chart.subtitle().split(" · ", 2)[0];
        List<String> lines = Labels.lines(measure, first, room, style);
        boolean high = leastPlotHeight(bounds) - NOTES >= NOTED;
        return lines.size() == 2 && high
                ? lines
                : List.of(Labels.notes(measure, chart.subtitle(), room, style));
    }

    /** For titles and notes. */
    static double room(Bounds bounds) {
        return bounds.width() - 2 * PADDING;
    }
}
