package org.eccexplorer.figures.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The chart of all runs of a sweep: accuracy against cost, with the front. */
public final class SweepCharts {
    /** So many CNNs have a line of their own. */
    private static final int MOST_CNNS = 3;

    private final SweepResults results;
    private final SweepDots dots;
    private final SweepWords words;

    public SweepCharts(SweepResults results) {
        this.results = results;
        dots = new SweepDots(results);
        words = new SweepWords(results);
    }

    /**
     * Every run there as a dot, and a line through those that nothing cheaper is better than.
     *
     * @param colours the setting whose values have colours; empty for none
     */
    public Chart.Lines front(Cost cost, At at, String colours) {
        List<SweepDot> all = shown(cost, at);
        List<Series> series = new ArrayList<>();
        groups(all, colours)
                .forEach((name, group) ->
                        series.add(
                                Series.dots(
                                        name,
                                        Tint.run(series.size()),
                                        numbers(group, dot -> cost.of(dot.point())),
                                        numbers(group, SweepDot::score),
                                        group.stream().map(words::measured).toList())));
        List<SweepDot> front = SweepDots.front(all, cost);
        if (!front.isEmpty()) {
            series.add(
                    Series.banded(
                            Texts.text("figures.sweep.front"),
                            Tint.Fixed.RIGHT,
                            numbers(front, dot -> cost.of(dot.point())),
                            numbers(front, SweepDot::score),
                            new Band(
                                    numbers(front, dot -> dot.interval().low()),
                                    numbers(front, dot -> dot.interval().high()))));
        }
        return new Chart.Lines(
                cost.title(),
                Texts.text("figures.sweep.chartNote", at.shown()),
                axis(cost, all),
                ValueAxis.shares(label()).seen(),
                series,
                references(cost, all),
                Double.NaN);
    }

    private List<SweepDot> shown(Cost cost, At at) {
        return dots.at(at).stream().filter(dot -> cost.of(dot.point()) > 0).toList();
    }

    /** The dots of {@link #front}: a list for each of its first series, in their order. */
    public List<List<SweepDot>> dots(Cost cost, At at, String colours) {
        return List.copyOf(groups(shown(cost, at), colours).values());
    }

    /** The same chart with a ring around one of its dots, the run that is looked at. */
    public static Chart.Lines around(Chart.Lines front, Cost cost, SweepDot chosen) {
        double x = cost.of(chosen.point());
        if (!(x > 0)) {
            return front;
        }
        List<Series> series = new ArrayList<>(front.series());
        series.add(
                Series.dashed(
                        Texts.text("figures.sweep.chosen"),
                        Tint.Fixed.ACCENT,
                        new double[] {x},
                        new double[] {chosen.score()}));
        return new Chart.Lines(
                front.title(),
                front.subtitle(),
                front.x(),
                front.y(),
                series,
                front.references(),
                front.marker());
    }

    /** What the vertical axis says. */
    private String label() {
        return dots.isLabelled()
                ? Texts.text("figures.accuracy.axis")
                : Texts.text("figures.sweep.agreementAxis");
    }

    private Map<String, List<SweepDot>> groups(List<SweepDot> all, String colours) {
        Map<String, List<SweepDot>> groups = new LinkedHashMap<>();
        if (colours.isEmpty()) {
            if (!all.isEmpty()) {
                groups.put(Texts.text("figures.sweep.allRuns"), all);
            }
            return groups;
        }
        SettingValues values = new SettingValues(results, colours);
        Map<Integer, List<SweepDot>> byValue = new TreeMap<>();
        all.forEach(dot ->
                byValue.computeIfAbsent(values.of(dot.run()), one -> new ArrayList<>()).add(dot));
        byValue.forEach((value, group) ->
                groups.put(
                        Texts.text(
                                "figures.sweep.value",
                                SweepWords.name(colours),
                                values.labels().get(value)),
                        group));
        return groups;
    }

    private static double[] numbers(List<SweepDot> dots, ToDoubleFunction<SweepDot> number) {
        return dots.stream().mapToDouble(number).toArray();
    }

    private static Axis axis(Cost cost, List<SweepDot> all) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (SweepDot dot : all) {
            low = Math.min(low, cost.of(dot.point()));
            high = Math.max(high, cost.of(dot.point()));
        }
        if (high == 0) {
            return Axis.logarithmic(cost.axis(), 0.1, 10);
        }
        double end = cost == Cost.ENERGY ? Math.max(high, 1) : high;
        return Axis.logarithmic(cost.axis(), low / 1.15, Math.max(end, 2 * low) * 1.15);
    }

    private List<Reference> references(Cost cost, List<SweepDot> all) {
        List<Reference> references = new ArrayList<>();
        if (dots.isLabelled()) {
            Map<Double, String> cnns = new LinkedHashMap<>();
            all.forEach(
                    dot -> cnns.putIfAbsent(dot.point().cnnAccuracy(), dot.run().value("model")));
            cnns.entrySet().stream()
                    .limit(MOST_CNNS)
                    .forEach(cnn ->
                            references.add(
                                    new Reference(
                                            cnn(cnn.getKey(), cnn.getValue(), cnns.size() > 1),
                                            cnn.getKey())));
        }
        if (cost == Cost.ENERGY) {
            references.add(new Reference(Texts.text("figures.find.cnnEnergy"), 1, true));
        }
        return references;
    }

    private static String cnn(double accuracy, String model, boolean several) {
        String percent = Numbers.percent(accuracy, 1);
        return several
                ? Texts.text("figures.sweep.cnnOf", percent, model)
                : Texts.text("figures.sweep.cnn", percent);
    }
}
