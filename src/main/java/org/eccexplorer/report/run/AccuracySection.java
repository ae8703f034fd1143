package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.run.AccuracyRows;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Accuracy against timestep, with intervals and the closed form beside it. */
final class AccuracySection {
    private static final double ASPECT = 0.52;

    private AccuracySection() {}

    static Section of(ReportedRun run) {
        List<Block> blocks = new ArrayList<>(words(run));
        blocks.add(chart(List.of(run)));
        blocks.add(table(run, Texts.text("report.run.accuracyTable", run.measured().images())));
        blocks.add(new Block.Note(Texts.text("report.run.intervals")));
        return new Section(Texts.text("report.run.accuracy"), blocks);
    }

    /** Of several, a column each. */
    static Section of(List<ReportedRun> runs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(chart(runs));
        runs.forEach(run -> blocks.addAll(words(run)));
        SortedSet<Integer> steps = new TreeSet<>();
        runs.forEach(run -> steps.addAll(AccuracyRows.times(run.measured())));
        blocks.add(
                table(
                        Texts.text("report.run.accuracyOfRuns"),
                        runs,
                        steps,
                        AccuracySection::withInterval));
        SortedSet<Integer> evaluated = new TreeSet<>();
        runs.forEach(run -> evaluated.addAll(run.state().closedForm().accuracy().keySet()));
        if (!evaluated.isEmpty()) {
            blocks.add(
                    table(
                            Texts.text("report.run.closedFormOfRuns"),
                            runs,
                            evaluated,
                            (run, t) ->
                                    run.state()
                                            .closedForm()
                                            .at(t)
                                            .map(share -> Numbers.fixed(100 * share, 2))
                                            .orElse(Numbers.NONE)));
        }
        blocks.add(new Block.Note(Texts.text("report.run.intervals")));
        return new Section(Texts.text("report.run.accuracy"), blocks);
    }

    /** Accuracy and, below it, its interval. */
    private static String withInterval(ReportedRun run, int t) {
        RunSnapshot result = run.measured();
        boolean known = t <= result.timesteps() && result.isKnown(t);
        return known
                ? Texts.text(
                        "report.run.twoLines",
                        Numbers.fixed(100 * result.accuracy(t), 2),
                        AccuracyRows.range(result.interval(t)))
                : Numbers.NONE;
    }

    /** A row for each timestep, a column for each run. */
    private static Block table(
            String caption,
            List<ReportedRun> runs,
            SortedSet<Integer> steps,
            BiFunction<ReportedRun, Integer, String> cell) {
        List<Block.Table.Column> columns = new ArrayList<>();
        columns.add(Block.Table.Column.numbers(Texts.text("report.run.timestep")));
        runs.forEach(run -> columns.add(Block.Table.Column.numbers(run.state().name())));
        List<List<String>> rows = new ArrayList<>();
        for (int t : steps) {
            List<String> cells = new ArrayList<>(List.of(Numbers.count(t)));
            runs.forEach(run -> cells.add(cell.apply(run, t)));
            rows.add(cells);
        }
        return Block.Table.of(caption, columns, rows);
    }

    private static Block chart(List<ReportedRun> runs) {
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        return new Block.Figure(AccuracyChart.of(states, states.getFirst(), Double.NaN), ASPECT);
    }

    /** How classes were read and when layers fired, where that is not as usual. */
    private static List<Block> words(ReportedRun run) {
        List<Block> blocks = new ArrayList<>();
        ReadingWords.sentences(run.measured(), run.state().settings().reading())
                .forEach(said -> blocks.add(new Block.Paragraph(Said.sentence(said))));
        if (run.state().settings().schedule() == Schedule.SYNCHRONOUS) {
            String said = ScheduleWords.sentence(run.latency(), run.timesteps());
            blocks.add(new Block.Paragraph(Said.sentence(said)));
        }
        return blocks;
    }

    private static Block table(ReportedRun run, String caption) {
        RunSnapshot result = run.measured();
        Map<Integer, Double> closedForm = run.state().closedForm().accuracy();
        AccuracyRows rows = new AccuracyRows(result, !closedForm.isEmpty());
        return Tables.of(
                caption,
                rows.columns(),
                AccuracyRows.times(result).stream()
                        .map(t -> rows.at(t, closedForm.get(t)))
                        .toList());
    }
}
