package org.eccexplorer.plot.paint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;

/**
 * Something with a name in a chart.
 *
 * @param front whether its name is left where there is no room for all
 */
record LegendEntry(String name, Tint tint, Sample sample, boolean front) {
    /** How an entry is drawn. */
    enum Sample {
        LINE,
        DASHED,
        RING,
        DOTS,
        BOX
    }

    /**
     * What has a name, each once.
     *
     * @param bounds of the whole chart
     */
    static List<LegendEntry> of(Chart chart, Bounds bounds) {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        switch (chart) {
            case Chart.Lines lines -> {
                add(entries, lines, Series.Mark.LINE, Sample.LINE);
                add(entries, lines, Series.Mark.DASHED, Sample.DASHED);
                add(entries, lines, Series.Mark.DOTS, Sample.DOTS);
            }
            case Chart.Boxes boxes -> add(entries, boxes, bounds);
            case Chart.Profiles profiles ->
                    profiles.profiles()
                            .forEach(line ->
                                    add(
                                            entries,
                                            line.name(),
                                            line.tint(),
                                            Sample.LINE,
                                            line.tint().equals(profiles.front())));
            case Chart.Violins _,
                    Chart.Stacks _,
                    Chart.Scatter _,
                    Chart.Raster _,
                    Chart.Matrix _,
                    Chart.Histogram _ -> {}
        }
        return List.copyOf(entries.values());
    }

    /** Where boxes have no room, those that are not in front are only lines at the mean. */
    private static void add(Map<String, LegendEntry> entries, Chart.Boxes chart, Bounds bounds) {
        boolean crowded = BoxesPainter.isCrowded(chart, ChartLayout.plotWidth(chart, bounds));
        for (Box box : chart.boxes()) {
            boolean front = box.tint().equals(chart.front());
            Sample sample = crowded && !front ? Sample.LINE : Sample.BOX;
            add(entries, box.name(), box.tint(), sample, front);
        }
    }

    private static void add(
            Map<String, LegendEntry> entries,
            String name,
            Tint tint,
            Sample sample,
            boolean front) {
        entries.putIfAbsent(name, new LegendEntry(name, tint, sample, front));
    }

    /** Whether a line is in front: it has a band, or a colour among shades. */
    static boolean isFront(Chart.Lines chart, Series series) {
        return series.band().filter(Band::drawn).isPresent()
                || (series.tint() instanceof Tint.Run
                        && chart.series().stream()
                                .anyMatch(other -> other.tint() instanceof Tint.Shade));
    }

    /** Of a kind of lines; dots are of lines that have names already. */
    private static void add(
            Map<String, LegendEntry> entries, Chart.Lines chart, Series.Mark mark, Sample sample) {
        for (Series series : chart.series()) {
            if (series.mark() == mark) {
                boolean front = isFront(chart, series);
                boolean ring = mark == Series.Mark.DASHED && series.x().length == 1;
                add(entries, series.name(), series.tint(), ring ? Sample.RING : sample, front);
            }
        }
    }
}
