package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.run.AccuracyRows;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document.Section;
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

    static Section of(List<ReportedRun> runs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(chart(runs));
        for (ReportedRun run : runs) {
            blocks.addAll(words(run));
            blocks.add(
                    table(
                            run,
                            Texts.text(
                                    "report.run.accuracyTableOf",
                                    run.state().name(),
                                    run.measured().images())));
        }
        blocks.add(new Block.Note(Texts.text("report.run.intervals")));
        return new Section(Texts.text("report.run.accuracy"), blocks);
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
                RunReader.rows(result).stream().map(t -> rows.at(t, closedForm.get(t))).toList());
    }
}
