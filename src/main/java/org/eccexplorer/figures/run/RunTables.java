package org.eccexplorer.figures.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.RunRow.Column;
import org.eccexplorer.figures.table.PrintedTable;
import org.eccexplorer.figures.table.PrintedTable.Heading;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The table of runs and the comparison of two, to be copied and saved. */
public final class RunTables {
    private static final double PERCENT = 100;

    private RunTables() {}

    /**
     * Runs at a timestep.
     *
     * @param model what the runs are of
     */
    public static SavedTable runs(List<RunState> runs, int t, Accounting accounting, String model) {
        TableSteps steps = TableSteps.of(runs, t);
        return runs(new RunRows().of(runs, steps, accounting), steps, accounting, model);
    }

    /**
     * Rows as a table of runs has them.
     *
     * @param model what the runs are of
     */
    public static SavedTable runs(
            List<RunRow> rows, TableSteps steps, Accounting accounting, String model) {
        return new SavedTable(
                List.of(printed(rows, steps, accounting, model)),
                RunValues.header(steps),
                rows.stream().map(row -> RunValues.of(row, steps, accounting)).toList());
    }

    /**
     * Writes each run at its last timestep as CSV.
     *
     * @param runs with images
     */
    public static void writeSummary(Path file, List<RunState> runs, Accounting accounting)
            throws ProblemException {
        TableSteps common = TableSteps.of(runs, 1);
        RunRows figures = new RunRows();
        List<List<Object>> values = new ArrayList<>();
        for (RunState run : runs) {
            TableSteps steps = new TableSteps(run.settings().timesteps(), common.earlier());
            RunRow row = figures.of(List.of(run), steps, accounting).getFirst();
            values.add(RunValues.of(row, steps, accounting));
        }
        Csv.write(file, RunValues.header(common), values);
    }

    /**
     * Two runs, their difference, and the errors of their layers.
     *
     * @param model what the runs are of
     */
    public static SavedTable comparison(
            RunState a, RunState b, int t, Accounting accounting, String model) {
        List<RunState> both = List.of(a, b);
        TableSteps steps = TableSteps.of(both, t);
        List<RunRow> rows = new ArrayList<>(new RunRows().of(both, steps, accounting));
        rows.add(RunRow.difference(rows.get(0), rows.get(1)));
        List<RunRow> named =
                List.of(
                        named(rows.get(0), Texts.text("figures.table.a", a.name())),
                        named(rows.get(1), Texts.text("figures.table.b", b.name())),
                        rows.get(2));
        Set<String> layers = new LinkedHashSet<>();
        both.forEach(run -> Layers.of(run).forEach(layer -> layers.add(layer.name())));
        List<PrintedTable> printed = new ArrayList<>();
        printed.add(printed(named, steps, accounting, model).transposed());
        if (!layers.isEmpty()) {
            printed.add(layers(a, b, layers));
        }
        List<String> header = new ArrayList<>(List.of("side"));
        header.addAll(RunValues.header(steps));
        layers.forEach(layer -> header.add("error:" + layer));
        List<String> sides = List.of("A", "B", "A-B");
        List<List<Object>> values = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Object> cells = new ArrayList<>(List.of(sides.get(r)));
            cells.addAll(RunValues.of(rows.get(r), steps, accounting));
            for (String layer : layers) {
                double first = error(a, layer);
                double second = error(b, layer);
                cells.add(
                        RunValues.value(
                                r == 0
                                        ? first
                                        : r == 1 ? second : difference(a, b, first, second)));
            }
            values.add(cells);
        }
        return new SavedTable(printed, header, values);
    }

    private static RunRow named(RunRow row, String name) {
        return new RunRow(name, row.run(), row.values());
    }

    private static PrintedTable printed(
            List<RunRow> rows, TableSteps steps, Accounting accounting, String model) {
        List<Column> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            if (column.step() < steps.earlier().size()) {
                columns.add(column);
            }
        }
        List<Heading> headings = new ArrayList<>();
        headings.add(new Heading(Texts.text("figures.table.run"), false));
        columns.forEach(column -> headings.add(new Heading(title(column, steps), true)));
        int cnn = 1 + columns.indexOf(Column.DIFFERENCE);
        headings.add(cnn, new Heading(Texts.text("figures.table.cnn"), true));
        List<List<String>> texts = new ArrayList<>();
        for (RunRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            columns.forEach(column -> cells.add(text(row, column)));
            cells.add(cnn, cnn(row));
            texts.add(cells);
        }
        String counted = counted(rows, accounting);
        return new PrintedTable(
                Texts.text(
                        "figures.table.caption",
                        model,
                        Numbers.count(steps.t()),
                        accounting.model().name(),
                        counted),
                headings,
                texts);
    }

    /** Of the first run that has results; all are of one input unless they say otherwise. */
    private static String counted(List<RunRow> rows, Accounting accounting) {
        List<String> ways =
                rows.stream()
                        .flatMap(row -> row.run().flatMap(RunState::snapshot).stream())
                        .map(run -> EnergyWords.counted(accounting, run))
                        .distinct()
                        .toList();
        return ways.size() == 1 ? ways.getFirst() : accounting.inputMacs().counted();
    }

    private static String title(Column column, TableSteps steps) {
        return switch (column) {
            case T, N -> column.title(steps);
            case FIRST_STEP, SECOND_STEP, THIRD_STEP, ACCURACY ->
                    Texts.text("figures.table.snn", column.title(steps));
            case DIFFERENCE -> Texts.text("figures.table.difference");
            case SPIKES -> Texts.text("figures.table.spikes");
            case SYN_OPS -> Texts.text("figures.table.synOps");
            case ENERGY -> Texts.text("figures.table.energy");
            case WITHIN_FROM -> Texts.text("figures.table.withinFrom");
        };
    }

    /** As in the window; a partial run is called one. */
    private static String text(RunRow row, Column column) {
        String text = row.text(column);
        boolean partial = column == Column.N && row.run().map(RunWords::isPartial).orElse(false);
        return partial ? Texts.text("figures.table.partial", text) : text;
    }

    private static String cnn(RunRow row) {
        return row.run()
                .flatMap(RunState::snapshot)
                .map(done -> Numbers.fixed(PERCENT * done.cnnAccuracy(), 1))
                .orElse(Numbers.NONE);
    }

    private static PrintedTable layers(RunState a, RunState b, Set<String> layers) {
        List<List<String>> rows = new ArrayList<>();
        for (String layer : layers) {
            double first = PERCENT * error(a, layer);
            double second = PERCENT * error(b, layer);
            rows.add(
                    List.of(
                            layer,
                            Numbers.fixed(first, 2),
                            Numbers.fixed(second, 2),
                            Numbers.difference(difference(a, b, first, second), 2)));
        }
        return new PrintedTable(
                Texts.text("figures.table.layersCaption", extent(a), extent(b)),
                List.of(
                        new Heading(Texts.text("figures.table.layer"), false),
                        new Heading(Texts.text("figures.table.errorOfA"), true),
                        new Heading(Texts.text("figures.table.errorOfB"), true),
                        new Heading(Texts.text("figures.aMinusB"), true)),
                rows);
    }

    private static String extent(RunState run) {
        return Texts.text(
                "figures.table.extent",
                run.name(),
                Numbers.count(run.snapshot().map(RunSnapshot::timesteps).orElse(0)),
                RunWords.images(run));
    }

    /** NaN if the errors are of unlike T or numbers of images. */
    private static double difference(RunState a, RunState b, double first, double second) {
        boolean alike =
                a.snapshot()
                        .flatMap(one -> b.snapshot().map(two -> Sentences.areAlike(one, two)))
                        .orElse(false);
        return alike ? first - second : Double.NaN;
    }

    /** In units of λ; NaN if a run has no such layer. */
    private static double error(RunState run, String layer) {
        Optional<LayerMeasures> found =
                Layers.of(run).stream().filter(one -> one.name().equals(layer)).findFirst();
        return found.map(measures -> measures.error().total().meanAbsolute()).orElse(Double.NaN);
    }
}
