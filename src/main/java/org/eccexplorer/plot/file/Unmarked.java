package org.eccexplorer.plot.file;

import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;

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
                            series(lines, named),
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
                            profiles.over(),
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
                            scatter.note(),
                            scatter.source());
            case Chart.Raster raster ->
                    new Chart.Raster(
                            title,
                            subtitle,
                            raster.x(),
                            raster.rows(),
                            raster.spikes(),
                            raster.strong(),
                            Double.NaN,
                            raster.sources());
            case Chart.Matrix matrix ->
                    new Chart.Matrix(
                            title,
                            subtitle,
                            matrix.rowLabel(),
                            matrix.columnLabel(),
                            matrix.names(),
                            matrix.counts(),
                            matrix.source());
            case Chart.Histogram histogram ->
                    new Chart.Histogram(
                            title,
                            subtitle,
                            histogram.xLabel(),
                            histogram.yLabel(),
                            histogram.low(),
                            histogram.high(),
                            histogram.tint(),
                            histogram.counts(),
                            histogram.source(),
                            histogram.limit());
        };
    }

    /** Of layers in shades none is coloured, since none is selected. */
    private static List<Series> series(Chart.Lines chart, boolean named) {
        List<Series> all = chart.series();
        boolean shaded = all.stream().anyMatch(line -> line.tint() instanceof Tint.Shade);
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    Series line = all.get(i);
                    boolean coloured = shaded && line.tint() instanceof Tint.Run;
                    return new Series(
                            named ? line.name() : "",
                            coloured ? Tint.shade(i, all.size()) : line.tint(),
                            line.mark(),
                            line.x(),
                            line.y(),
                            line.band(),
                            line.source(),
                            line.points());
                })
                .toList();
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
