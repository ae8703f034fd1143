package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How to get the same again: commands, versions, seed and hashes. */
final class RepeatSection {
    private RepeatSection() {}

    static Section of(List<ReportedRun> runs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Texts.text("report.run.repeated")));
        for (ReportedRun run : runs) {
            if (runs.size() > 1) {
                blocks.add(new Block.Subheading(run.state().name()));
            }
            blocks.add(command(run.command()));
        }
        ReportedRun first = runs.getFirst();
        List<List<String>> rows = new ArrayList<>(versions(first.source()));
        rows.add(
                List.of(
                        Texts.text("report.run.seed"),
                        String.valueOf(first.state().settings().seed())));
        time(first, "calibration", Texts.text("report.run.calibrationSeconds"), rows);
        time(first, "simulation", Texts.text("report.run.simulationSeconds"), rows);
        time(first, "closedForm", Texts.text("report.run.closedFormSeconds"), rows);
        blocks.add(Tables.facts(rows));
        return new Section(Texts.text("report.run.repeat"), blocks);
    }

    static Block command(String command) {
        return command.isEmpty()
                ? new Block.Note(Texts.text("report.run.noCommand"))
                : new Block.Code(command);
    }

    /** What made a result, and the hash of the model. */
    static List<List<String>> versions(Source source) {
        return List.of(
                List.of(Texts.text("report.run.program"), source.program()),
                List.of(Texts.text("report.run.java"), source.java()),
                List.of(Texts.text("report.run.sha256"), source.run().model().sha256()));
    }

    private static void time(ReportedRun run, String part, String name, List<List<String>> rows) {
        Double seconds = run.seconds().get(part);
        if (seconds != null) {
            rows.add(List.of(name, Texts.text("report.run.seconds", Numbers.fixed(seconds, 2))));
        }
    }
}
