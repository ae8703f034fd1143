package org.eccexplorer.plot.paint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        BOX
    }

    /** What has a name, each once. */
    static List<LegendEntry> of(Chart chart) {
        Map<String, LegendEntry> entries = new LinkedHashMap<>();
        switch (chart) {
            case Chart.Lines lines -> {
                add(entries, lines, Series.Mark.LINE, Sample.LINE);
                add(entries, lines, Series.Mark.DASHED, Sample.DASHED);
            }
            case Chart.Boxes boxes ->
                    boxes.boxes()
                            .forEach(box ->
                                    add(
                                            entries,
                                            box.name(),
                                            box.tint(),
                                            Sample.BOX,
                                            box.tint().equals(boxes.front())));
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

    private static void add(
            Map<String, LegendEntry> entries,
            String name,
            Tint tint,
            Sample sample,
            boolean front) {
        entries.putIfAbsent(name, new LegendEntry(name, tint, sample, front));
    }

    /**
     * Of a kind of lines; dots are of lines that have names already. In front is what has a band,
     * or a colour among shades.
     */
    private static void add(
            Map<String, LegendEntry> entries, Chart.Lines chart, Series.Mark mark, Sample sample) {
        boolean shaded =
                chart.series().stream().anyMatch(series -> series.tint() instanceof Tint.Shade);
        for (Series series : chart.series()) {
            if (series.mark() == mark) {
                boolean front =
                        series.band().isPresent() || (shaded && series.tint() instanceof Tint.Run);
                add(entries, series.name(), series.tint(), sample, front);
            }
        }
    }
}
