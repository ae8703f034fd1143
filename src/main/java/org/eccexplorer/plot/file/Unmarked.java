package org.eccexplorer.plot.file;

import org.eccexplorer.plot.Chart;

/** Charts without what belongs to the window only: the marker of t, the layer that is selected. */
final class Unmarked {
    private static final int NONE = -1;

    private Unmarked() {}

    /**
     * The same values.
     *
     * @param titled whether title and subtitle stay
     */
    static Chart of(Chart chart, boolean titled) {
        String title = titled ? chart.title() : "";
        String subtitle = titled ? chart.subtitle() : "";
        return switch (chart) {
            case Chart.Lines lines ->
                    new Chart.Lines(
                            title,
                            subtitle,
                            lines.x(),
                            lines.y(),
                            lines.series(),
                            lines.references(),
                            Double.NaN);
            case Chart.Boxes boxes ->
                    new Chart.Boxes(
                            title,
                            subtitle,
                            boxes.yLabel(),
                            boxes.categories(),
                            NONE,
                            boxes.front(),
                            boxes.boxes());
            case Chart.Violins violins ->
                    new Chart.Violins(
                            title,
                            subtitle,
                            violins.yLabel(),
                            violins.categories(),
                            NONE,
                            violins.low(),
                            violins.high(),
                            violins.threshold(),
                            violins.thresholdName(),
                            violins.violins());
            case Chart.Stacks stacks ->
                    new Chart.Stacks(
                            title,
                            subtitle,
                            stacks.valueLabel(),
                            stacks.over(),
                            stacks.categories(),
                            NONE,
                            stacks.percent(),
                            stacks.unit(),
                            stacks.parts(),
                            stacks.wholeName(),
                            stacks.groups(),
                            stacks.stacks());
            case Chart.Profiles profiles ->
                    new Chart.Profiles(
                            title,
                            subtitle,
                            profiles.yLabel(),
                            profiles.categories(),
                            NONE,
                            profiles.top(),
                            profiles.profiles());
            case Chart.Scatter scatter ->
                    new Chart.Scatter(
                            title,
                            subtitle,
                            scatter.xLabel(),
                            scatter.yLabel(),
                            scatter.tint(),
                            scatter.x(),
                            scatter.y(),
                            scatter.note());
            case Chart.Raster raster ->
                    new Chart.Raster(
                            title,
                            subtitle,
                            raster.x(),
                            raster.rows(),
                            raster.spikes(),
                            raster.strong(),
                            Double.NaN);
            case Chart.Matrix matrix ->
                    new Chart.Matrix(
                            title,
                            subtitle,
                            matrix.rowLabel(),
                            matrix.columnLabel(),
                            matrix.names(),
                            matrix.counts());
            case Chart.Histogram histogram ->
                    new Chart.Histogram(
                            title,
                            subtitle,
                            histogram.xLabel(),
                            histogram.yLabel(),
                            histogram.low(),
                            histogram.high(),
                            histogram.tint(),
                            histogram.counts());
        };
    }
}
