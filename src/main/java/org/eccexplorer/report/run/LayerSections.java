package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.ErrorCharts;
import org.eccexplorer.figures.chart.RunCharts;
import org.eccexplorer.figures.run.LayerRows;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Block.Table.Column;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.Texts;

/** What the neurons of each layer do, and where the error comes from. */
final class LayerSections {
    /** No layer is looked at. */
    private static final int NONE = -1;

    /** Of so many runs each has tables of its own. */
    private static final int FEW = 2;

    private static final double LOW = 0.42;
    private static final double HIGH = 0.5;

    private LayerSections() {}

    /** Rates, currents and residuals; of several runs the rates of all. */
    static Section neurons(List<ReportedRun> runs) {
        RunState focus = runs.getFirst().state();
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        List<Block> blocks = new ArrayList<>();
        if (runs.stream().allMatch(ReportedRun::isDetailed)) {
            blocks.add(new Block.Figure(RunCharts.rates(states, focus, NONE), HIGH));
            if (runs.size() == 1) {
                blocks.add(new Block.Figure(RunCharts.currents(focus, NONE), LOW));
            }
            if (runs.size() == 1 && runs.getFirst().measured().knowsEachTimestep()) {
                blocks.add(new Block.Figure(RunCharts.residuals(focus, NONE, Double.NaN), LOW));
            }
        } else {
            blocks.add(new Block.Note(Texts.text("report.run.lessDetail")));
        }
        if (runs.size() <= FEW) {
            runs.forEach(run -> blocks.add(layers(run, runs.size() > 1)));
        } else {
            blocks.add(rates(runs));
        }
        return new Section(Texts.text("report.run.neurons"), blocks);
    }

    private static Block layers(ReportedRun run, boolean named) {
        List<TextTable.Column> columns = new ArrayList<>(LayerRows.columns());
        boolean known = !run.lambda().isEmpty();
        if (known) {
            columns.add(1, TextTable.Column.numbers(Texts.text("report.run.lambda")));
        }
        List<List<String>> rows = new ArrayList<>();
        for (LayerMeasures layer : run.measured().layers()) {
            List<String> cells = new ArrayList<>(LayerRows.of(layer, layer.name()));
            if (known) {
                double lambda = run.lambda().getOrDefault(layer.name(), Double.NaN);
                cells.add(1, Numbers.compact(lambda));
            }
            rows.add(cells);
        }
        int t = run.timesteps();
        return Tables.of(
                named
                        ? Texts.text("report.run.layerTableOf", run.state().name(), t)
                        : Texts.text("report.run.layerTable", t),
                columns,
                rows);
    }

    /** The error of each layer, split by its causes, and the sentence about it. */
    static Section error(List<ReportedRun> runs) {
        RunState focus = runs.getFirst().state();
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        List<Block> blocks = new ArrayList<>();
        if (runs.size() == 1) {
            blocks.add(new Block.Lead(runs.getFirst().dominantCause()));
        } else {
            boolean converted = runs.stream().noneMatch(run -> run.source().spikesAlready());
            if (runs.size() == 2 && converted) {
                int t = focus.settings().timesteps();
                blocks.add(
                        new Block.Lead(Sentences.comparison(focus, states.get(1), t, new int[0])));
            }
            said(runs)
                    .forEach((sentence, names) ->
                            blocks.add(
                                    new Block.Paragraph(
                                            Texts.text(
                                                    "report.run.ofRun",
                                                    String.join(", ", names),
                                                    sentence))));
        }
        blocks.add(new Block.Figure(ErrorCharts.errors(states, focus, NONE), HIGH));
        blocks.add(new Block.Figure(ErrorCharts.correlations(states, focus, NONE), LOW));
        if (runs.size() <= FEW) {
            runs.forEach(run -> blocks.add(split(run, runs.size() > 1)));
        } else {
            blocks.add(totals(runs));
        }
        blocks.add(new Block.Note(Texts.text("report.run.errorMeaning")));
        return new Section(Texts.text("report.run.error"), blocks);
    }

    /** What is said of runs, with the names of those that it is said of. */
    private static Map<String, List<String>> said(List<ReportedRun> runs) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (ReportedRun run : runs) {
            said.computeIfAbsent(run.dominantCause(), key -> new ArrayList<>())
                    .add(run.state().name());
        }
        return said;
    }

    private static Block totals(List<ReportedRun> runs) {
        return byLayer(
                Texts.text("report.run.errorOfRuns"),
                runs,
                layer -> Numbers.fixed(100 * layer.error().total().meanAbsolute(), 3));
    }

    private static Block rates(List<ReportedRun> runs) {
        return byLayer(
                Texts.text("report.run.ratesOfRuns"),
                runs,
                layer -> layer.hasRate() ? Numbers.fixed(100 * layer.meanRate(), 2) : Numbers.NONE);
    }

    /** A row for each layer of the first run, a column for each run. */
    private static Block byLayer(
            String caption, List<ReportedRun> runs, Function<LayerMeasures, String> cell) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Texts.text("report.run.layer")));
        runs.forEach(run -> columns.add(Column.numbers(run.state().name())));
        List<List<String>> rows = new ArrayList<>();
        for (LayerMeasures first : runs.getFirst().measured().layers()) {
            List<String> cells = new ArrayList<>(List.of(first.name()));
            for (ReportedRun run : runs) {
                cells.add(
                        run.measured().layers().stream()
                                .filter(layer -> layer.name().equals(first.name()))
                                .findFirst()
                                .map(cell)
                                .orElse(Numbers.NONE));
            }
            rows.add(cells);
        }
        return Block.Table.of(caption, columns, rows);
    }

    private static Block split(ReportedRun run, boolean named) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Texts.text("report.run.layer")));
        Arrays.stream(Cause.values())
                .forEach(cause -> columns.add(Column.numbers(Texts.name(cause))));
        columns.add(Column.numbers(Texts.text("report.run.total")));
        List<List<String>> rows = new ArrayList<>();
        for (LayerMeasures layer : run.measured().layers()) {
            List<String> cells = new ArrayList<>(List.of(layer.name()));
            ErrorSplit split = layer.error();
            Stream.concat(Arrays.stream(Cause.values()).map(split::part), Stream.of(split.total()))
                    .forEach(part -> cells.add(Numbers.fixed(100 * part.meanAbsolute(), 3)));
            rows.add(cells);
        }
        return Block.Table.of(
                named
                        ? Texts.text("report.run.splitTableOf", run.state().name())
                        : Texts.text("report.run.splitTable"),
                columns,
                rows);
    }
}
