package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Block.Table.Column;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What was converted, and what became of each of its layers. */
final class SourceSection {
    private SourceSection() {}

    /**
     * Of a run.
     *
     * @param isOneOfSeveral whether others are reported too, whose layers became the same unless
     *     their settings say otherwise
     */
    static Section of(ReportedRun run, boolean isOneOfSeveral) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(model(run.source()));
        if (!run.notes().isEmpty()) {
            blocks.add(
                    Block.Table.of(
                            isOneOfSeveral
                                    ? Texts.text("report.run.layersOf", run.state().name())
                                    : Texts.text("report.run.layers"),
                            List.of(
                                    Column.words(Texts.text("report.run.layer")),
                                    Column.words(Texts.text("report.run.action")),
                                    Column.words(Texts.text("report.run.reason"))),
                            run.notes().stream().map(SourceSection::note).toList()));
        }
        if (!run.stages().isEmpty()) {
            blocks.add(
                    Block.Table.of(
                            Texts.text("report.run.stages"),
                            List.of(
                                    Column.words(Texts.text("report.run.stage")),
                                    Column.numbers(Texts.text("report.run.accuracyPercent"))),
                            run.stages().stream().map(SourceSection::stage).toList()));
        }
        return new Section(Texts.text("report.run.converted"), blocks);
    }

    private static List<String> note(LayerNote note) {
        return List.of(note.layer(), Texts.name(note.action()), note.explanation());
    }

    private static List<String> stage(CnnStage stage) {
        return List.of(stage.what(), Numbers.fixed(100 * stage.accuracy(), 2));
    }

    /** The model and its images. */
    static Block.Table model(Source of) {
        RunSource source = of.run();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(Texts.text("report.run.model"), Source.shown(source.model().file())));
        if (source.model().weights() != null) {
            rows.add(
                    List.of(
                            Texts.text("report.run.weights"),
                            Source.shown(source.model().weights())));
        }
        rows.add(List.of(Texts.text("report.run.format"), source.model().format()));
        rows.add(List.of(Texts.text("report.run.sha256"), source.model().sha256()));
        rows.add(List.of(Texts.text("report.run.data"), Source.shown(source.data())));
        rows.add(List.of(Texts.text("report.run.calibration"), Source.shown(source.calibration())));
        if (!source.preparation().isEmpty()) {
            rows.add(List.of(Texts.text("report.run.preparation"), source.preparation()));
        }
        return Tables.facts(rows);
    }
}
