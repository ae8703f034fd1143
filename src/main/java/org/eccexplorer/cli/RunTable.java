package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.figures.run.AccuracyRows;
import org.eccexplorer.figures.run.LayerRows;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.RivalWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/** A run as a short table for people. */
final class RunTable {
    private RunTable() {}

    static void print(
            PrintWriter out,
            RunSnapshot run,
            Map<Integer, Double> closedForm,
            List<Integer> at,
            InputMacs inputMacs,
            Firing firing,
            ReadingChoice reading) {
        out.println();
        out.println(
                Texts.text(
                        run.isComplete() ? "cli.table.heading" : "cli.table.partial",
                        Texts.counted("cli.images", run.images()),
                        Numbers.percent(run.cnnAccuracy(), 2)));
        ReadingWords.sentences(run, reading)
                .forEach(sentence -> out.println(Texts.text("cli.table.sentence", sentence)));
        out.println();
        AccuracyRows rows = new AccuracyRows(run, !closedForm.isEmpty());
        new TextTable(rows.columns())
                .print(out, at.stream().map(t -> rows.at(t, closedForm.get(t))).toList());
        out.println();
        out.println(Texts.text("cli.table.at", Numbers.count(run.timesteps())));
        new TextTable(LayerRows.columns())
                .print(
                        out,
                        run.layers().stream()
                                .map(layer -> LayerRows.of(layer, shortened(layer.name())))
                                .toList());
        cost(out, run, inputMacs, firing);
    }

    private static void cost(PrintWriter out, RunSnapshot run, InputMacs inputMacs, Firing firing) {
        out.println();
        out.println(EnergyWords.perImage(run));
        for (EnergyModel model : EnergyModel.ALL) {
            Accounting accounting = new Accounting(model, inputMacs);
            EnergyParts parts = run.energy(accounting);
            out.println(
                    Texts.text(
                            "cli.table.energy",
                            model.name(),
                            EnergyWords.counted(accounting, run),
                            EnergyWords.microjoules(parts.microjoules()),
                            EnergyWords.microjoules(run.cnnMicrojoules(accounting)),
                            EnergyWords.ratio(run.energyRatio(accounting, parts))));
            out.println(
                    Texts.text(
                            "cli.table.energyParts",
                            EnergyWords.line(parts),
                            EnergyWords.notCounted(model, parts)));
        }
        out.println(RivalWords.line(QuantisedRival.of(run, inputMacs, firing)));
        out.println(RunWords.within(run));
    }

    /** How the CNN's own accuracy changed with each rewrite; nothing if there was none. */
    static void stages(PrintWriter out, Collection<CnnStage> stages) {
        if (stages.isEmpty()) {
            return;
        }
        out.println();
        TextTable.of(
                        Column.numbers(Texts.text("cli.table.accuracy")),
                        Column.words(Texts.text("cli.table.cnn")))
                .print(
                        out,
                        stages.stream()
                                .map(stage ->
                                        List.of(Numbers.percent(stage.accuracy(), 2), stage.what()))
                                .toList());
    }

    /** That layers wait for each other, and for how long; nothing if they do not. */
    static void schedule(PrintWriter out, RunReport report) {
        if (report.schedule() == Schedule.SYNCHRONOUS) {
            out.println();
            out.println(
                    Texts.text(
                            "cli.table.sentence",
                            ScheduleWords.sentence(
                                    report.network(), report.outcome().result().timesteps())));
        }
    }

    /** How the closed form differs from the usual one; nothing if it does not. */
    static void variant(PrintWriter out, ClosedForm.Variant variant) {
        List<String> variations =
                RunName.variations(variant).stream().map(RunName.Variation::text).toList();
        if (!variations.isEmpty()) {
            out.println();
            out.println(Texts.text("cli.table.variant", String.join(", ", variations)));
        }
    }

    /** Warns of images that are both calibrated and tested on; nothing if there are none. */
    static void calibration(PrintWriter out, RunSource source) {
        if (source.calibratedOnTest()) {
            out.println();
            out.println(RunWords.calibratedOnTest());
        }
    }

    private static String shortened(String name) {
        return name.length() <= 18 ? name : "…" + name.substring(name.length() - 17);
    }
}
