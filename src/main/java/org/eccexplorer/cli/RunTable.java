package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.RivalWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** A run as a short table for people. */
final class RunTable {
    private static final TextTable LAYERS =
            TextTable.of(
                    Column.words(Texts.text("cli.layer")),
                    Column.numbers(Texts.text("cli.table.neurons")),
                    Column.numbers(Texts.text("cli.table.rate")),
                    Column.numbers(Texts.text("cli.table.residual")),
                    Column.numbers(Texts.text("cli.table.clipped")),
                    Column.numbers(Texts.text("cli.table.error")),
                    Column.words(Texts.text("cli.table.cause")),
                    Column.numbers(Texts.text("cli.table.correlation")));

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
        accuracy(closedForm, run.early() != null)
                .print(out, at.stream().map(t -> accuracy(run, t, closedForm.get(t))).toList());
        out.println();
        out.println(Texts.text("cli.table.at", Numbers.count(run.timesteps())));
        LAYERS.print(out, run.layers().stream().map(RunTable::layer).toList());
        cost(out, run, inputMacs, firing);
    }

    private static TextTable accuracy(Map<Integer, Double> closedForm, boolean early) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.numbers(Texts.text("cli.table.timestep")).atLeast(6));
        if (early) {
            columns.add(Column.numbers(Texts.text("cli.table.meanTimesteps")));
        }
        columns.add(Column.numbers(Texts.text("cli.table.snn")));
        columns.add(Column.numbers(Texts.text("cli.table.interval")));
        columns.add(Column.numbers(Texts.text("cli.table.difference")));
        if (!closedForm.isEmpty()) {
            columns.add(Column.numbers(Texts.text("cli.table.closedForm")));
        }
        return new TextTable(columns);
    }

    private static List<String> accuracy(RunSnapshot run, int t, @Nullable Double closedForm) {
        Interval interval = run.interval(t);
        List<String> cells = new ArrayList<>();
        cells.add(Numbers.count(t));
        if (run.early() != null) {
            cells.add(Numbers.fixed(run.meanTimesteps(t), 2));
        }
        cells.add(percent(run.accuracy(t)));
        cells.add(Texts.text("cli.table.range", percent(interval.low()), percent(interval.high())));
        cells.add(Numbers.difference(100 * (run.accuracy(t) - run.cnnAccuracy()), 2));
        if (closedForm != null) {
            cells.add(percent(closedForm));
        }
        return cells;
    }

    /** In percent, without the sign. */
    private static String percent(double share) {
        return Numbers.fixed(100 * share, 2);
    }

    private static List<String> layer(LayerMeasures layer) {
        return List.of(
                shortened(layer.name()),
                Numbers.count(layer.neurons()),
                layer.hasRate() ? percent(layer.meanRate()) : Numbers.NONE,
                Numbers.fixed(layer.remainder(), 3),
                layer.hasRate() ? Numbers.fixed(100 * layer.clippedShare(), 3) : Numbers.NONE,
                Numbers.fixed(layer.error().total().meanAbsolute(), 5),
                Texts.name(layer.error().dominant()),
                Numbers.fixed(layer.agreement().pearson(), 4));
    }

    private static void cost(PrintWriter out, RunSnapshot run, InputMacs inputMacs, Firing firing) {
        out.println();
        out.println(
                Texts.text(
                        "cli.table.perImage",
                        Numbers.fixed(run.spikesPerImage(), 0),
                        EnergyWords.operations(run.synOps()),
                        EnergyWords.operations((double) run.cost().macs()),
                        Numbers.fixed(run.cost().paperMops(), 3)));
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
        int within = run.withinFrom(RunSnapshot.ONE_POINT);
        out.println(
                within == 0
                        ? Texts.text("cli.table.notWithin", Numbers.count(run.timesteps()))
                        : Texts.text("cli.table.withinFrom", Numbers.count(within)));
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
            out.println(Texts.text("cli.table.calibratedOnTest"));
        }
    }

    private static String shortened(String name) {
        return name.length() <= 18 ? name : "…" + name.substring(name.length() - 17);
    }
}
