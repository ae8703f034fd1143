package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.BreakEvenChart;
import org.eccexplorer.figures.chart.CostCharts;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.RivalWords;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Block.Table.Column;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Texts;

/** What accuracy costs: operations and energy, what they are made of and what is assumed. */
final class CostSection {
    private static final double ASPECT = 0.46;

    private CostSection() {}

    static Section of(List<ReportedRun> runs) {
        ReportedRun first = runs.getFirst();
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        Accounting accounting = Accounting.STANDARD.with(first.inputMacs());
        List<Block> blocks = new ArrayList<>();
        if (runs.size() == 1) {
            blocks.add(new Block.Paragraph(Said.sentence(EnergyWords.perImage(first.measured()))));
        }
        boolean detailed =
                runs.stream()
                        .allMatch(run -> run.isDetailed() && run.measured().knowsEachTimestep());
        if (detailed) {
            int last = states.stream().mapToInt(run -> run.settings().timesteps()).max().orElse(1);
            blocks.add(new Block.Figure(CostCharts.energy(states, accounting, last), ASPECT));
            blocks.add(new Block.Figure(CostCharts.operations(states, accounting, last), ASPECT));
            blocks.add(
                    new Block.Figure(
                            BreakEvenChart.of(states, first.state(), accounting, Double.NaN),
                            ASPECT));
        } else if (!first.isDetailed()) {
            blocks.add(new Block.Note(Texts.text("report.run.lessDetail")));
        }
        for (EnergyModel model : EnergyModel.ALL) {
            blocks.add(energy(runs, accounting.with(model)));
        }
        blocks.add(new Block.Subheading(Texts.text("report.run.rival")));
        for (ReportedRun run : runs) {
            String said =
                    Said.sentence(
                            RivalWords.line(
                                    QuantisedRival.of(
                                            run.measured(),
                                            run.inputMacs(),
                                            run.state().settings().conversion().firing())));
            blocks.add(
                    new Block.Paragraph(
                            runs.size() == 1
                                    ? said
                                    : Texts.text("report.run.ofRun", run.state().name(), said)));
        }
        assumptions(first, blocks);
        return new Section(Texts.text("report.run.cost"), blocks);
    }

    private static Block energy(List<ReportedRun> runs, Accounting accounting) {
        List<Column> columns = new ArrayList<>();
        for (EnergyRow.Column column : EnergyRow.Column.values()) {
            boolean number = column != EnergyRow.Column.RUN;
            columns.add(new Column(column.title(), number));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ReportedRun run : runs) {
            for (EnergyRow row : EnergyRow.of(List.of(run.state()), accounting, run.timesteps())) {
                List<String> cells = new ArrayList<>();
                for (EnergyRow.Column column : EnergyRow.Column.values()) {
                    cells.add(column.text(row));
                }
                rows.add(cells);
            }
        }
        return Block.Table.of(
                Texts.text(
                        "report.run.energyTable",
                        accounting.model().name(),
                        EnergyWords.counted(accounting, runs.getFirst().measured())),
                columns,
                rows);
    }

    /** What each model takes an operation to cost, its source, and what it leaves out. */
    private static void assumptions(ReportedRun run, List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        for (EnergyModel model : EnergyModel.ALL) {
            Accounting accounting = new Accounting(model, run.inputMacs());
            String left = EnergyWords.notCounted(model, run.measured().energy(accounting));
            rows.add(List.of(model.name(), model.source(), left));
        }
        blocks.add(
                Block.Table.of(
                        Texts.text("report.run.assumptions"),
                        List.of(
                                Column.words(Texts.text("report.run.energyModel")),
                                Column.words(Texts.text("report.run.assumed")),
                                Column.words(Texts.text("report.run.leftOut"))),
                        rows));
    }
}
