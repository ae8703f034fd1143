package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.figures.run.AccuracyRows;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document.Fact;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What a run came to, in a few figures and sentences. */
final class SummarySection {
    private SummarySection() {}

    /** The figures that a reader looks for first. */
    static List<Fact> facts(ReportedRun run) {
        RunSnapshot result = run.measured();
        int last = result.timesteps();
        Accounting accounting = Accounting.STANDARD.with(run.inputMacs());
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        Numbers.percent(result.accuracy(last), 2),
                        Texts.text("report.run.snnAt", last),
                        Texts.text(
                                "report.run.intervalOf",
                                AccuracyRows.range(result.interval(last)),
                                Numbers.count(result.images()))));
        facts.add(
                new Fact(
                        Numbers.percent(result.cnnAccuracy(), 2),
                        Texts.text("report.run.cnn"),
                        Texts.text("report.run.sameImages")));
        facts.add(
                new Fact(
                        Numbers.difference(RunWords.points(result, last), 2),
                        Texts.text("report.run.difference"),
                        result.knowsEachTimestep() ? RunWords.within(result) : ""));
        EnergyRow energy = EnergyRow.of(List.of(run.state()), accounting, last).getFirst();
        facts.add(
                new Fact(
                        EnergyWords.ratio(energy.ratio()),
                        Texts.text("report.run.energyRatio"),
                        Texts.text(
                                "report.run.by",
                                accounting.model().name(),
                                EnergyWords.counted(accounting, result))));
        facts.add(
                new Fact(
                        Numbers.fixed(result.spikesPerImage(), 0),
                        Texts.text("report.run.spikes"),
                        Texts.text("report.run.synOps", EnergyWords.operations(result.synOps()))));
        return facts;
    }

    static Section of(ReportedRun run) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Lead(lead(run)));
        RunSnapshot result = run.measured();
        if (result.knowsEachTimestep()) {
            blocks.add(new Block.Paragraph(Said.sentence(RunWords.within(result))));
        }
        if (!run.source().spikesAlready()) {
            blocks.add(new Block.Paragraph(run.dominantCause()));
        }
        blocks.addAll(cautions(List.of(run)));
        return new Section(Texts.text("report.run.summary"), blocks);
    }

    private static String lead(ReportedRun run) {
        RunSnapshot result = run.measured();
        int last = result.timesteps();
        if (run.source().spikesAlready()) {
            return Texts.text(
                    run.source().labelled()
                            ? "report.run.leadsSpiking"
                            : "report.run.leadsSpikingWithoutLabels",
                    Numbers.percent(result.accuracy(last), 2),
                    Texts.counted("figures.images", result.images()),
                    last,
                    AccuracyRows.range(result.interval(last)),
                    Numbers.percent(result.cnnAccuracy(), 2));
        }
        return Texts.text(
                run.source().labelled() ? "report.run.leads" : "report.run.leadsWithoutLabels",
                run.state().name(),
                Numbers.percent(result.accuracy(last), 2),
                Texts.counted("figures.images", result.images()),
                last,
                AccuracyRows.range(result.interval(last)),
                Numbers.percent(result.cnnAccuracy(), 2));
    }

    /** What has to be known not to misread the figures. */
    static List<Block> cautions(List<ReportedRun> runs) {
        List<String> said = new ArrayList<>();
        for (ReportedRun run : runs) {
            if (RunWords.isPartial(run.state())) {
                said.add(
                        Texts.text(
                                "report.run.partial",
                                run.state().name(),
                                RunWords.images(run.state())));
            }
            if (run.closedFormOnly()) {
                said.add(Texts.text("report.run.closedFormOnly", run.state().name()));
            }
            if (!run.source().labelled()) {
                said.add(Texts.text("report.run.withoutLabels"));
            }
            if (run.source().run().calibratedOnTest()) {
                said.add(RunWords.calibratedOnTest());
            }
            run.warnings().forEach(warning -> said.add(Said.sentence(warning)));
        }
        return said.stream().distinct().<Block>map(Block.Note::new).toList();
    }
}
