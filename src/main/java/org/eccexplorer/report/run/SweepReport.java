package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.figures.sweep.At;
import org.eccexplorer.figures.sweep.Cost;
import org.eccexplorer.figures.sweep.SweepCharts;
import org.eccexplorer.figures.sweep.SweepPanels;
import org.eccexplorer.figures.sweep.SweepRows;
import org.eccexplorer.figures.sweep.SweepWords;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Block.Table;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The report of a sweep: its front, its settings, its runs, what failed, and its plan. */
final class SweepReport {
    private static final double ASPECT = 0.6;

    /** A table of more rows is left to sweep.csv. */
    private static final int MOST_ROWS = 200;

    private SweepReport() {}

    static Document of(SweepResults results) {
        SweepWords words = new SweepWords(results);
        List<Section> sections = new ArrayList<>();
        sections.add(front(results, words));
        if (!results.varied().isEmpty() && !results.runs().isEmpty()) {
            sections.add(settings(results));
        }
        sections.add(runs(results));
        if (!results.failed().isEmpty()) {
            sections.add(failed(words));
        }
        sections.add(
                new Section(
                        Texts.text("report.run.repeat"),
                        List.of(
                                new Block.Paragraph(Texts.text("report.run.sweepRepeated")),
                                new Block.Code(results.plan().text()),
                                Tables.facts(
                                        List.of(
                                                List.of(
                                                        Texts.text("report.run.program"),
                                                        Version.NUMBER))))));
        return new Document(
                Texts.text("report.run.kindSweep"),
                Texts.text("report.run.titleOfSweep", results.name()),
                words.state(),
                List.of(),
                sections);
    }

    private static Section front(SweepResults results, SweepWords words) {
        List<String> findings = words.findings();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(findings.getFirst()));
        blocks.add(new Block.Paragraph(findings.getLast()));
        blocks.add(new Block.Paragraph(words.note()));
        String colours = results.varied().stream().findFirst().orElse("");
        for (Cost cost : Cost.values()) {
            blocks.add(
                    new Block.Figure(
                            new SweepCharts(results).front(cost, new At.Every(), colours), ASPECT));
        }
        SweepRows rows = new SweepRows(results);
        blocks.add(
                table(
                        Texts.text("report.run.sweepFront"),
                        rows,
                        rows.rows(new At.Every(), Cost.ENERGY).stream()
                                .filter(SweepRows.Row::front)
                                .toList()));
        return new Section(Texts.text("report.run.sweepFrontTitle"), blocks);
    }

    private static Section settings(SweepResults results) {
        List<String> varied = results.varied();
        String panels = varied.size() > 1 ? varied.get(1) : "";
        List<Block> blocks = new ArrayList<>();
        new SweepPanels(results)
                .charts(varied.getFirst(), panels, new At.Last())
                .forEach(chart -> blocks.add(new Block.Figure(chart, ASPECT)));
        return new Section(Texts.text("report.run.sweepSettings"), blocks);
    }

    private static Section runs(SweepResults results) {
        SweepRows rows = new SweepRows(results);
        List<SweepRows.Row> all = rows.rows(new At.Last(), Cost.ENERGY);
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                table(
                        Texts.text("report.run.sweepRuns"),
                        rows,
                        all.stream().limit(MOST_ROWS).toList()));
        if (all.size() > MOST_ROWS) {
            blocks.add(
                    new Block.Note(
                            Texts.text(
                                    "report.run.sweepMore",
                                    Numbers.count(all.size() - MOST_ROWS))));
        }
        return new Section(Texts.text("report.run.runs"), blocks);
    }

    private static Block table(String caption, SweepRows rows, List<SweepRows.Row> shown) {
        return new Table(
                caption,
                rows.columns().stream()
                        .map(column -> new Table.Column(column.heading(), column.number()))
                        .toList(),
                shown.stream().map(row -> new Table.Row(row.cells(), row.front())).toList());
    }

    private static Section failed(SweepWords words) {
        List<Block> blocks = new ArrayList<>();
        words.failures().stream()
                .limit(MOST_ROWS)
                .map(Problem::message)
                .map(Block.Paragraph::new)
                .forEach(blocks::add);
        return new Section(Texts.text("report.run.sweepFailed"), blocks);
    }
}
