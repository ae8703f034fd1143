package org.eccexplorer.plot.file;

import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Series;

/** Charts without what belongs to the window only: the marker of t, the layer that is selected. */
final class Unmarked {
    private static final int NONE = -1;

    private Unmarked() {}

    /**
     * The same values.
     *
     * @param style says whether titles stay, and the names that make a legend
     */
    static Chart of(Chart chart, FigureStyle style) {
        String title = style.title() ? chart.title() : "";
        String subtitle = style.title() ? chart.subtitle() : "";
        boolean named = style.legend();
        return switch (chart) {
            case Chart.Lines lines ->
                    new Chart.Lines(
                            title,
                            subtitle,
                            lines.x(),
                            lines.y(),
                            named
                                    ? lines.series()
                                    : lines.series().stream().map(Unmarked::nameless).toList(),
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
                            named
                                    ? boxes.boxes()
                                    : boxes.boxes().stream().map(Unmarked::nameless).toList());
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
                            profiles.front(),
                            named
                                    ? profiles.profiles()
                                    : profiles.profiles().stream()
                                            .map(Unmarked::nameless)
                                            .toList());
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

    private static Series nameless(Series series) {
        return new Series(
                "",
                series.tint(),
                series.mark(),
                series.x(),
                series.y(),
                series.band(),
                series.source());
    }

    private static Box nameless(Box box) {
        return new Box(
                "",
                box.category(),
                box.tint(),
                box.low(),
                box.quartile1(),
                box.median(),
                box.quartile3(),
                box.high(),
                box.mean(),
                box.source());
    }

    private static Profile nameless(Profile profile) {
        return new Profile("", profile.tint(), profile.values(), profile.source());
    }
}
