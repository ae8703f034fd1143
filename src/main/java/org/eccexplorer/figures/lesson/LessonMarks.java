package org.eccexplorer.figures.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;

/** Which mark of a lesson's chart is which number of its formula. */
public final class LessonMarks {
    /** So near, as a share of the plot, a mark is pointed at. */
    private static final double NEAR = 0.07;

    private LessonMarks() {}

    /** Something that a chart shows. */
    public sealed interface Mark {
        /** Number {@code index} of its lines and dots. */
        record Line(int index) implements Mark {}

        /** Number {@code index} of its dashed references. */
        record Dashed(int index) implements Mark {}

        /** Row {@code index} of spikes. */
        record Row(int index) implements Mark {}

        /** Where values are cut. */
        record Limit() implements Mark {}
    }

    /**
     * The marks of each number.
     *
     * @param name that lesson files give the chart
     */
    private static Map<String, List<Mark>> marks(Chart chart, String name) {
        return switch (name) {
            case "membrane" ->
                    Map.of(
                            "current", lines(0),
                            "theta", lines(0),
                            "residual", lines(1),
                            "spikes", lines(2),
                            "rate", lines(2));
            case "rate" ->
                    Map.of(
                            "rate", lines(1),
                            "spikes", lines(1),
                            "T", lines(1),
                            "error", List.of(new Mark.Line(1), new Mark.Dashed(0)),
                            "asked", dashed(0),
                            "current", dashed(0));
            case "sweep" -> Map.of("rate", lines(2), "current", lines(2), "asked", lines(1));
            case "error" -> Map.of("worst_error", lines(0, 2), "T", lines(1, 2));
            case "sweep_error" ->
                    Map.of("worst_error", lines(0), "theta", lines(0), "mean_error", dashed(0));
            case "currents" -> Map.of("sum", lines(0));
            case "raster" ->
                    Map.of(
                            "a_spikes", List.of(new Mark.Row(0)),
                            "b_spikes", List.of(new Mark.Row(1)),
                            "spikes", List.of(new Mark.Row(2)));
            case "counts" -> Map.of("a_spikes", lines(0), "b_spikes", lines(1), "spikes", lines(2));
            case "accuracy" -> accuracy(chart);
            case "latency" ->
                    Map.of(
                            "accuracy", lines(0, 1),
                            "T", lines(1, 3),
                            "waiting_accuracy", lines(2, 3),
                            "latency", lines(2, 3),
                            "cnn", dashed(0));
            case "energy" ->
                    Map.of("accuracy", lines(0), "energy", lines(1), "operations", lines(1));
            case "histogram" ->
                    Map.of(
                            "lambda", List.of(new Mark.Limit()),
                            "percentile", List.of(new Mark.Limit()),
                            "cut", List.of(new Mark.Limit()));
            case "channels" -> Map.of("worst_channel", lines(0), "epsilon", dashed(1));
            default -> Map.of();
        };
    }

    /** Of several runs the one that is looked at is the last; what waits is the first. */
    private static Map<String, List<Mark>> accuracy(Chart chart) {
        if (!(chart instanceof Chart.Lines lines)) {
            return Map.of();
        }
        int[] solid = of(lines, Series.Mark.LINE);
        int[] closed = of(lines, Series.Mark.DASHED);
        List<Mark> own = solid.length == 0 ? List.of() : lines(solid[solid.length - 1]);
        return Map.of(
                "accuracy",
                own,
                "reach",
                own,
                "waiting_accuracy",
                solid.length < 2 ? List.of() : lines(solid[0]),
                "closed_accuracy",
                closed.length == 0 ? List.of() : lines(closed[0]),
                "cnn",
                dashed(0));
    }

    private static int[] of(Chart.Lines chart, Series.Mark mark) {
        return IntStream.range(0, chart.series().size())
                .filter(i -> chart.series().get(i).mark() == mark)
                .toArray();
    }

    private static List<Mark> lines(int... indices) {
        return IntStream.of(indices).<Mark>mapToObj(Mark.Line::new).toList();
    }

    private static List<Mark> dashed(int index) {
        return List.of(new Mark.Dashed(index));
    }

    /** The marks of numbers that a chart really shows. */
    public static List<Mark> of(Chart chart, String name, Set<String> numbers) {
        Map<String, List<Mark>> marks = marks(chart, name);
        return numbers.stream()
                .sorted()
                .flatMap(number -> marks.getOrDefault(number, List.of()).stream())
                .distinct()
                .filter(mark -> isThere(chart, mark))
                .toList();
    }

    private static boolean isThere(Chart chart, Mark mark) {
        return switch (mark) {
            case Mark.Line line ->
                    chart instanceof Chart.Lines lines && line.index() < lines.series().size();
            case Mark.Dashed dashed ->
                    chart instanceof Chart.Lines lines
                            && dashed.index() < lines.references().size();
            case Mark.Row row ->
                    chart instanceof Chart.Raster raster && row.index() < raster.rows().size();
            case Mark.Limit _ ->
                    chart instanceof Chart.Histogram histogram && histogram.limit().isPresent();
        };
    }

    /** What a mark is called. */
    public static String name(Chart chart, Mark mark) {
        return switch (mark) {
            case Mark.Line line -> ((Chart.Lines) chart).series().get(line.index()).name();
            case Mark.Dashed dashed ->
                    ((Chart.Lines) chart).references().get(dashed.index()).name();
            case Mark.Row row -> ((Chart.Raster) chart).rows().get(row.index());
            case Mark.Limit _ ->
                    ((Chart.Histogram) chart).limit().map(Chart.Histogram.Limit::name).orElse("");
        };
    }

    /** The same chart with all but these marks faint; unchanged without any. */
    public static Chart emphasised(Chart chart, List<Mark> marks) {
        if (marks.isEmpty()) {
            return chart;
        }
        return switch (chart) {
            case Chart.Lines lines -> emphasised(lines, marks);
            case Chart.Raster raster -> emphasised(raster, marks);
            case Chart.Histogram histogram ->
                    new Chart.Histogram(
                            histogram.title(),
                            histogram.subtitle(),
                            histogram.xLabel(),
                            histogram.yLabel(),
                            histogram.low(),
                            histogram.high(),
                            Tint.Fixed.FAINT,
                            histogram.counts(),
                            histogram.source(),
                            histogram.limit());
            default -> chart;
        };
    }

    private static Chart emphasised(Chart.Lines chart, List<Mark> marks) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            Series one = chart.series().get(i);
            boolean meant = marks.contains(new Mark.Line(i));
            series.add(
                    meant
                            ? one
                            : new Series(
                                    one.name(),
                                    Tint.Fixed.FAINT,
                                    one.mark(),
                                    one.x(),
                                    one.y(),
                                    one.band(),
                                    one.source(),
                                    one.points()));
        }
        for (int i = 0; i < chart.references().size(); i++) {
            if (marks.contains(new Mark.Dashed(i))) {
                series.add(line(chart, chart.references().get(i)));
            }
        }
        return new Chart.Lines(
                chart.title(),
                chart.subtitle(),
                chart.x(),
                chart.y(),
                series,
                chart.references(),
                chart.marker());
    }

    /** A reference as a line from end to end. */
    private static Series line(Chart.Lines chart, Reference reference) {
        double at = reference.value();
        return reference.vertical()
                ? Series.line(
                        reference.name(),
                        Tint.Fixed.ACCENT,
                        new double[] {at, at},
                        new double[] {0, highest(chart)})
                : Series.line(
                        reference.name(),
                        Tint.Fixed.ACCENT,
                        new double[] {chart.x().low(), chart.x().high()},
                        new double[] {at, at});
    }

    private static Chart emphasised(Chart.Raster chart, List<Mark> marks) {
        return new Chart.Raster(
                chart.title(),
                chart.subtitle(),
                chart.x(),
                chart.rows(),
                chart.spikes(),
                marks.getFirst() instanceof Mark.Row row ? row.index() : chart.strong(),
                chart.marker(),
                chart.sources());
    }

    private static double highest(Chart.Lines chart) {
        double highest = chart.y().percent() ? 1 : 0;
        for (Series series : chart.series()) {
            for (double y : series.y()) {
                highest = Math.max(highest, Double.isFinite(y) ? Math.abs(y) : 0);
            }
        }
        return highest == 0 ? 1 : highest;
    }

    /** All numbers that a chart has marks for. */
    public static Set<String> numbers(Chart chart, String name) {
        Set<String> numbers = new TreeSet<>();
        for (String number : marks(chart, name).keySet()) {
            if (!of(chart, name, Set.of(number)).isEmpty()) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /**
     * The numbers of the mark that lies nearest to a place; none if nothing is near.
     *
     * @param x of the horizontal axis
     * @param y of the vertical axis
     */
    public static Set<String> at(Chart chart, String name, double x, double y) {
        if (!(chart instanceof Chart.Lines lines)) {
            return Set.of();
        }
        Set<String> found = Set.of();
        double nearest = NEAR;
        for (String number : numbers(chart, name)) {
            for (Mark mark : of(chart, name, Set.of(number))) {
                double away = distance(lines, mark, x, y);
                if (away < nearest || (away == nearest && !found.isEmpty())) {
                    Set<String> all = new TreeSet<>(away == nearest ? found : Set.of());
                    all.add(number);
                    found = all;
                    nearest = away;
                }
            }
        }
        return found;
    }

    private static double distance(Chart.Lines chart, Mark mark, double x, double y) {
        double height = highest(chart);
        return switch (mark) {
            case Mark.Line line -> distance(chart, chart.series().get(line.index()), x, y, height);
            case Mark.Dashed dashed -> {
                Reference reference = chart.references().get(dashed.index());
                yield reference.vertical()
                        ? Math.abs(chart.x().share(x) - chart.x().share(reference.value()))
                        : Math.abs(y - reference.value()) / height;
            }
            case Mark.Row _, Mark.Limit _ -> Double.POSITIVE_INFINITY;
        };
    }

    private static double distance(
            Chart.Lines chart, Series series, double x, double y, double height) {
        double at = chart.x().share(x);
        boolean joined = series.mark() == Series.Mark.LINE || series.mark() == Series.Mark.DASHED;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < series.x().length; i++) {
            double across = chart.x().share(series.x()[i]) - at;
            double up = (series.y()[i] - y) / height;
            nearest = Math.min(nearest, Math.hypot(across, up));
            if (joined && i > 0) {
                double before = chart.x().share(series.x()[i - 1]) - at;
                if (before <= 0 && across >= 0 && across > before) {
                    double value =
                            series.y()[i - 1]
                                    + (series.y()[i] - series.y()[i - 1])
                                            * (-before / (across - before));
                    nearest = Math.min(nearest, Math.abs(value - y) / height);
                }
            }
        }
        return nearest;
    }
}
