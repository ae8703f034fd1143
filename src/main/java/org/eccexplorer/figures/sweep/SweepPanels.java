package org.eccexplorer.figures.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Accuracy over any two settings: a chart for each value of one, over the values of the other. All
 * have the same axis; where other settings vary too, the best, the mean and the worst of the runs
 * are shown.
 */
public final class SweepPanels {
    private final SweepResults results;
    private final SweepDots dots;

    public SweepPanels(SweepResults results) {
        this.results = results;
        dots = new SweepDots(results);
    }

    /** Of the runs that have both values. */
    private record Cell(double best, double mean, double worst, int runs) {
        static Cell of(List<SweepDot> dots) {
            double[] scores = dots.stream().mapToDouble(SweepDot::score).toArray();
            return new Cell(
                    Arrays.stream(scores).max().orElse(Double.NaN),
                    Arrays.stream(scores).average().orElse(Double.NaN),
                    Arrays.stream(scores).min().orElse(Double.NaN),
                    scores.length);
        }
    }

    /**
     * The charts, one for each value.
     *
     * @param over the setting along each chart
     * @param panels the setting that has a chart for each value; empty for one chart
     * @param at one timestep of each run: of all of them the last is taken
     */
    public List<Chart> charts(String over, String panels, At at) {
        SettingValues across = new SettingValues(results, over);
        List<String> names =
                panels.isEmpty() ? List.of("") : new SettingValues(results, panels).labels();
        At one = at instanceof At.Every ? new At.Last() : at;
        List<List<Cell>> cells = cells(across, panels, names.size(), dots.at(one));
        double top =
                cells.stream()
                        .flatMap(List::stream)
                        .mapToDouble(Cell::best)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1);
        List<Chart> charts = new ArrayList<>();
        for (int p = 0; p < names.size(); p++) {
            String title =
                    panels.isEmpty()
                            ? Texts.text("figures.sweep.over", SweepWords.name(over))
                            : Texts.text(
                                    "figures.sweep.panel",
                                    SweepWords.name(panels),
                                    names.get(p),
                                    SweepWords.name(over));
            List<Profile> profiles = new ArrayList<>(envelope(cells, across.labels().size()));
            profiles.addAll(profiles(cells.get(p)));
            charts.add(
                    new Chart.Profiles(
                            title,
                            note(one, cells.get(p)),
                            dots.isLabelled()
                                    ? Texts.text("figures.accuracy.axis")
                                    : Texts.text("figures.sweep.agreementAxis"),
                            Categories.VALUES,
                            across.labels(),
                            -1,
                            top,
                            Tint.run(0),
                            profiles));
        }
        return charts;
    }

    private List<List<Cell>> cells(
            SettingValues across, String panels, int count, List<SweepDot> all) {
        SettingValues down = panels.isEmpty() ? across : new SettingValues(results, panels);
        return IntStream.range(0, count)
                .mapToObj(p ->
                        IntStream.range(0, across.labels().size())
                                .mapToObj(c ->
                                        Cell.of(
                                                all.stream()
                                                        .filter(dot ->
                                                                across.of(dot.run()) == c
                                                                        && (panels.isEmpty()
                                                                                || down.of(
                                                                                                dot
                                                                                                        .run())
                                                                                        == p))
                                                        .toList()))
                                .toList())
                .toList();
    }

    /** The best and the worst of all charts, so that each has the axis of all. */
    private static List<Profile> envelope(List<List<Cell>> cells, int values) {
        if (cells.size() == 1) {
            return List.of();
        }
        double[] best = new double[values];
        double[] worst = new double[values];
        for (int c = 0; c < values; c++) {
            int value = c;
            best[c] =
                    cells.stream()
                            .mapToDouble(row -> row.get(value).best())
                            .filter(Double::isFinite)
                            .max()
                            .orElse(Double.NaN);
            worst[c] =
                    cells.stream()
                            .mapToDouble(row -> row.get(value).worst())
                            .filter(Double::isFinite)
                            .min()
                            .orElse(Double.NaN);
        }
        return List.of(
                new Profile(Texts.text("figures.sweep.bestOfAll"), Tint.Fixed.FAINT, best),
                new Profile(Texts.text("figures.sweep.worstOfAll"), Tint.Fixed.FAINT, worst));
    }

    private static List<Profile> profiles(List<Cell> cells) {
        double[] mean = cells.stream().mapToDouble(Cell::mean).toArray();
        if (cells.stream().allMatch(cell -> cell.runs() <= 1)) {
            return List.of(new Profile(Texts.text("figures.sweep.run"), Tint.run(0), mean));
        }
        return List.of(
                new Profile(
                        Texts.text("figures.sweep.bestRun"),
                        Tint.run(0),
                        cells.stream().mapToDouble(Cell::best).toArray()),
                new Profile(Texts.text("figures.sweep.meanRun"), Tint.run(1), mean),
                new Profile(
                        Texts.text("figures.sweep.worstRun"),
                        Tint.run(2),
                        cells.stream().mapToDouble(Cell::worst).toArray()));
    }

    private static String note(At at, List<Cell> cells) {
        int least = cells.stream().mapToInt(Cell::runs).min().orElse(0);
        int most = cells.stream().mapToInt(Cell::runs).max().orElse(0);
        String runs =
                least == most
                        ? Texts.counted("figures.sweep.runs", most)
                        : Texts.text(
                                "figures.sweep.from",
                                Numbers.count(least),
                                Texts.counted("figures.sweep.runs", most));
        return Texts.text("figures.sweep.panelNote", at.shown(), runs);
    }
}
