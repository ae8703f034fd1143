package org.eccexplorer.figures.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.app.find.query.Candidate.Machine;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.result.SearchView.Dot;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The chart of a search: every setting that was tried, at some T, against what it costs. */
public final class FindCharts {
    /** Timesteps that have a colour together: up to each of these. */
    private static final int[] STEPS = {4, 8, 16, 32, 64};

    /** Dots below this share of the CNN's accuracy are left out. */
    private static final double LEAST = 0.5;

    private final Query query;
    private final FindWords words;

    public FindCharts(Query query) {
        this.query = query;
        words = new FindWords(query);
    }

    /** All that was tried so far, the front and the winner. */
    public Chart chart(SearchView view) {
        double least = LEAST * view.counts().cnnAccuracy();
        List<Dot> dots =
                view.dots().stream().filter(dot -> dot.point().accuracy() >= least).toList();
        List<Series> series = new ArrayList<>();
        add(
                series,
                Texts.text("figures.find.givenUp"),
                Tint.Fixed.FAINT,
                dots,
                dot -> !dot.racing());
        for (int i = 0; i <= STEPS.length; i++) {
            int above = i == 0 ? 0 : STEPS[i - 1];
            int most = i == STEPS.length ? Integer.MAX_VALUE : STEPS[i];
            String name =
                    i == STEPS.length
                            ? Texts.text("figures.find.above", above)
                            : Texts.text("figures.find.upTo", most);
            add(
                    series,
                    name,
                    new Tint.Step(i, STEPS.length + 1),
                    dots,
                    dot ->
                            dot.racing()
                                    && dot.point().timesteps() > above
                                    && dot.point().timesteps() <= most);
        }
        Optional<Found> found = view.found();
        found.ifPresent(one -> front(series, one));
        found.flatMap(Found::winner)
                .ifPresent(winner ->
                        series.add(
                                Series.dashed(
                                        Texts.text("figures.find.winner"),
                                        Tint.Fixed.RIGHT,
                                        new double[] {cost(winner.costs())},
                                        new double[] {accuracy(winner)})));
        return new Chart.Lines(
                title(),
                Texts.text("figures.find.chartNote"),
                axis(series),
                ValueAxis.shares(Texts.text("figures.accuracy.axis")).seen(),
                series,
                references(view),
                Double.NaN);
    }

    private void add(
            List<Series> series, String name, Tint tint, List<Dot> dots, Predicate<Dot> which) {
        List<Point> points = dots.stream().filter(which).map(Dot::point).toList();
        if (!points.isEmpty()) {
            series.add(
                    Series.dots(
                            name,
                            tint,
                            points.stream().mapToDouble(point -> cost(point.costs())).toArray(),
                            points.stream().mapToDouble(Point::accuracy).toArray(),
                            points.stream().map(words::at).toList()));
        }
    }

    /** Of the colour of a front: none is near those of dots and of the winner. */
    private static int style(Neurons neurons) {
        return switch (neurons) {
            case PLAIN -> 1;
            case SIGNED -> 6;
            case MULTI -> 3;
        };
    }

    /** A line for each machine, with a dot for each of its settings. */
    private void front(List<Series> series, Found found) {
        Map<Machine, List<FoundPoint>> machines = new LinkedHashMap<>();
        Stream.concat(found.front().stream(), found.winners().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(point -> cost(point.costs())))
                .forEach(point ->
                        machines.computeIfAbsent(
                                        point.chosen().setting().machine(),
                                        one -> new ArrayList<>())
                                .add(point));
        machines.forEach((machine, points) -> {
            Tint tint = Tint.run(style(machine.neurons()));
            double[] x = points.stream().mapToDouble(point -> cost(point.costs())).toArray();
            double[] y = points.stream().mapToDouble(FindCharts::accuracy).toArray();
            double[] best = rising(y);
            int[] on = IntStream.range(0, x.length).filter(i -> y[i] == best[i]).toArray();
            double[] front = IntStream.of(on).mapToDouble(i -> x[i]).toArray();
            double[] reached = IntStream.of(on).mapToDouble(i -> y[i]).toArray();
            String neurons = Texts.name(machine.neurons());
            series.add(
                    switch (machine.schedule()) {
                        case FREE ->
                                Series.line(
                                        Texts.text("figures.find.front", neurons),
                                        tint,
                                        front,
                                        reached);
                        case SYNCHRONOUS ->
                                Series.dashed(
                                        Texts.text("figures.find.frontWaiting", neurons),
                                        tint,
                                        front,
                                        reached);
                    });
            for (int i = 0; i < x.length; i++) {
                series.add(Series.dot(words.at(points.get(i).chosen()), tint, x[i], y[i]));
            }
        });
    }

    /** The largest so far: the test images do not always agree with the order of the others. */
    private static double[] rising(double[] values) {
        double[] rising = values.clone();
        for (int i = 1; i < rising.length; i++) {
            rising[i] = Math.max(rising[i - 1], rising[i]);
        }
        return rising;
    }

    private static double accuracy(FoundPoint point) {
        return point.checked().map(Checked::accuracy).orElse(point.chosen().accuracy());
    }

    private double cost(Goal.Costs costs) {
        return query.goal().of(costs);
    }

    private String title() {
        return switch (query.goal()) {
            case ENERGY -> Texts.text("figures.find.titleEnergy");
            case TIMESTEPS -> Texts.text("figures.find.titleTimesteps");
            case SYNOPS -> Texts.text("figures.find.titleSynOps");
            case SPIKES -> Texts.text("figures.find.titleSpikes");
        };
    }

    private Axis axis(List<Series> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Series one : series) {
            for (double x : one.x()) {
                low = x > 0 ? Math.min(low, x) : low;
                high = Math.max(high, x);
            }
        }
        String label =
                switch (query.goal()) {
                    case ENERGY ->
                            Texts.text(
                                    "figures.find.axisEnergy", query.accounting().model().name());
                    case TIMESTEPS -> Texts.text("figures.find.axisTimesteps");
                    case SYNOPS -> Texts.text("figures.find.axisSynOps");
                    case SPIKES -> Texts.text("figures.find.axisSpikes");
                };
        if (high == 0) {
            return Axis.logarithmic(label, 0.1, 10);
        }
        double end = query.goal() == Goal.ENERGY ? Math.max(high, 1) : high;
        return Axis.logarithmic(label, low / 1.15, Math.max(end, 2 * low) * 1.15);
    }

    private List<Reference> references(SearchView view) {
        List<Reference> references = new ArrayList<>();
        references.add(
                new Reference(
                        Texts.text(
                                "figures.find.cnnChoosing",
                                Numbers.percent(view.counts().cnnAccuracy(), 1),
                                Texts.counted("figures.images", view.counts().chooseImages())),
                        view.counts().cnnAccuracy()));
        view.found()
                .flatMap(Found::winner)
                .flatMap(FoundPoint::checked)
                .ifPresent(checked ->
                        references.add(
                                new Reference(
                                        Texts.text(
                                                "figures.find.cnnTested",
                                                Numbers.percent(checked.cnnAccuracy(), 1),
                                                Texts.counted("figures.images", checked.images())),
                                        checked.cnnAccuracy())));
        if (query.goal() == Goal.ENERGY) {
            references.add(new Reference(Texts.text("figures.find.cnnEnergy"), 1, true));
        }
        return references;
    }
}
