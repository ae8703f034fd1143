package org.eccexplorer.figures.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.figures.table.PrintedTable;
import org.eccexplorer.figures.table.PrintedTable.Heading;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The runs of a sweep as a table. */
public final class SweepRows {
    private final SweepResults results;
    private final List<String> varied;
    private final SweepDots dots;
    private final List<Map<String, Integer>> order = new ArrayList<>();

    public SweepRows(SweepResults results) {
        this.results = results;
        varied = results.varied();
        dots = new SweepDots(results);
        for (String name : varied) {
            Map<String, Integer> places = new HashMap<>();
            SettingValues.sorted(results, name).forEach(value -> places.put(value, places.size()));
            order.add(places);
        }
    }

    /**
     * A column.
     *
     * @param tooltip what it is, with its unit
     */
    public record Column(String heading, boolean number, String tooltip) {}

    /**
     * A row.
     *
     * @param front whether nothing cheaper is better
     * @param cells as they are shown, in the order of {@link #columns}
     * @param keys what each is sorted by; NaN where nothing stands
     */
    public record Row(SweepDot dot, boolean front, List<String> cells, List<Double> keys) {
        public Row {
            cells = List.copyOf(cells);
            keys = List.copyOf(keys);
        }
    }

    /** What the columns are called: those that vary, then the results. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (String name : varied) {
            columns.add(new Column(SweepWords.name(name), false, SweepWords.tooltip(name)));
        }
        for (Figure figure :
                List.of(
                        Figure.T,
                        dots.isLabelled() ? Figure.ACCURACY : Figure.AGREEMENT,
                        Figure.INTERVAL,
                        Figure.DIFFERENCE,
                        Figure.ENERGY,
                        Figure.SPIKES,
                        Figure.IMAGES,
                        Figure.FRONT)) {
            boolean number = figure != Figure.FRONT;
            columns.add(new Column(Texts.name(figure), number, figure.tooltip()));
        }
        return columns;
    }

    /** All runs there, in the order of the plan. */
    public List<Row> rows(At at, Cost cost) {
        List<SweepDot> all = dots.at(at);
        Set<SweepDot> front = Collections.newSetFromMap(new IdentityHashMap<>());
        front.addAll(SweepDots.front(all, cost));
        return all.stream().map(dot -> row(dot, front.contains(dot))).toList();
    }

    private Row row(SweepDot dot, boolean front) {
        List<String> cells = new ArrayList<>();
        List<Double> keys = new ArrayList<>();
        for (int v = 0; v < varied.size(); v++) {
            String value = dot.run().value(varied.get(v));
            cells.add(value.isEmpty() ? Numbers.NONE : value);
            keys.add((double) order.get(v).getOrDefault(value, 0));
        }
        double lost = 100 * (dot.score() - dot.point().cnnAccuracy());
        double difference = dots.isLabelled() ? lost : Double.NaN;
        double ratio = dot.point().energyRatio();
        cells.add(Numbers.count(dot.point().t()));
        cells.add(Numbers.fixed(100 * dot.score(), 1));
        cells.add(SweepWords.interval(dot.interval()));
        cells.add(Numbers.difference(difference, 1));
        cells.add(
                Double.isFinite(ratio)
                        ? Texts.text("figures.find.times", Numbers.fixed(ratio, 2))
                        : Numbers.NONE);
        cells.add(SweepWords.spikes(dot.point().spikes()));
        cells.add(Numbers.count(dot.point().images()));
        cells.add(front ? Texts.text("figures.sweep.onFront") : "");
        keys.addAll(
                List.of(
                        (double) dot.point().t(),
                        dot.score(),
                        dot.interval().low(),
                        difference,
                        ratio,
                        dot.point().spikes(),
                        (double) dot.point().images(),
                        front ? 0.0 : 1.0));
        return new Row(dot, front, cells, keys);
    }

    /** The table to be copied and saved. */
    public SavedTable saved(List<Row> rows) {
        List<Column> columns = columns();
        return new SavedTable(
                List.of(
                        new PrintedTable(
                                Texts.text(
                                        "figures.sweep.caption",
                                        results.name(),
                                        new SweepWords(results).state()),
                                columns.stream()
                                        .map(column ->
                                                new Heading(column.heading(), column.number()))
                                        .toList(),
                                rows.stream().map(Row::cells).toList())),
                keys(),
                rows.stream().map(this::values).toList());
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>(varied);
        keys.addAll(
                List.of(
                        "t",
                        "accuracy",
                        "low95",
                        "high95",
                        "cnnAccuracy",
                        "energyRatio",
                        "spikesPerImage",
                        "images",
                        "front",
                        "task"));
        return keys;
    }

    private List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        varied.forEach(name -> values.add(row.dot().run().value(name)));
        values.addAll(
                List.of(
                        row.dot().point().t(),
                        row.dot().score(),
                        row.dot().interval().low(),
                        row.dot().interval().high(),
                        cell(row.dot().point().cnnAccuracy()),
                        cell(row.dot().point().energyRatio()),
                        cell(row.dot().point().spikes()),
                        row.dot().point().images(),
                        row.front(),
                        row.dot().run().task()));
        return values;
    }

    private static Object cell(double value) {
        return Double.isFinite(value) ? value : "";
    }
}
