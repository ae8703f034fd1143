package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.live.RunNames;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.export.Comparison;
import org.eccexplorer.export.MeasureArrays;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.figures.run.RunTables;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Texts;

/** The reports that there are: of a run, of several, of a search, of a sweep. */
public final class Reports {
    private Reports() {}

    /**
     * Of runs that are not files yet; what it says is what it would say of their files.
     *
     * @param reports in the order in which they stand in tables
     * @param names as the user named them; empty: named by their settings
     */
    public static Document of(List<RunReport> reports, List<String> names) {
        List<ReportedRun> runs = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            runs.add(ReportedRun.of(reports.get(i)).as(i, names.get(i)));
        }
        return of(runs);
    }

    /** Of the runs of a comparison that is no file yet. */
    public static Document of(Comparison comparison) {
        return of(
                RunReader.all(
                        Fields.of(comparison.json()),
                        MeasureArrays.of(
                                comparison.rows().stream().map(Comparison.Row::run).toList())));
    }

    /** Of a search that is no file yet. */
    public static Document of(FoundFiles found, SearchView view) {
        return SearchReport.of(Fields.of(found.json()), view.dots());
    }

    /** Of a sweep. */
    public static Document of(SweepResults sweep) {
        return SweepReport.of(sweep);
    }

    /** Of one run, or of several beside each other. */
    static Document of(List<ReportedRun> runs) {
        return runs.size() == 1 ? ofOne(runs.getFirst()) : ofSeveral(told(runs));
    }

    private static Document ofOne(ReportedRun run) {
        List<ReportedRun> runs = List.of(run);
        Settings settings = run.state().settings();
        return new Document(
                Texts.text("report.run.kindRun"),
                Texts.text("report.run.title", run.source().model()),
                RunWords.choice(run.state()),
                SummarySection.facts(run),
                List.of(
                        SummarySection.of(run),
                        SourceSection.of(run, false),
                        SettingsSection.of(settings),
                        AccuracySection.of(run),
                        LayerSections.neurons(runs),
                        LayerSections.error(runs),
                        CostSection.of(runs),
                        MethodSection.of(List.of(settings)),
                        RepeatSection.of(runs)));
    }

    private static Document ofSeveral(List<ReportedRun> runs) {
        ReportedRun first = runs.getFirst();
        List<String> models = runs.stream().map(run -> run.source().model()).distinct().toList();
        return new Document(
                Texts.text("report.run.kindComparison"),
                Texts.text("report.run.titleOfSeveral", runs.size(), String.join(", ", models)),
                extent(runs),
                List.of(),
                List.of(
                        table(runs, String.join(", ", models)),
                        AccuracySection.of(runs),
                        LayerSections.error(runs),
                        LayerSections.neurons(runs),
                        CostSection.of(runs),
                        SettingsSection.of(runs),
                        SourceSection.of(first, true),
                        MethodSection.of(runs.stream().map(run -> run.state().settings()).toList()),
                        RepeatSection.of(runs)));
    }

    /** T and the number of images, where all have the same. */
    private static String extent(List<ReportedRun> runs) {
        List<String> all =
                runs.stream()
                        .map(run ->
                                Texts.text(
                                        "report.run.extent",
                                        run.timesteps(),
                                        RunWords.images(run.measured())))
                        .distinct()
                        .toList();
        return all.size() == 1 ? all.getFirst() : "";
    }

    private static Section table(List<ReportedRun> runs, String model) {
        List<RunState> states = runs.stream().map(ReportedRun::state).toList();
        int t = states.stream().mapToInt(run -> run.settings().timesteps()).max().orElse(1);
        Accounting accounting = Accounting.STANDARD.with(runs.getFirst().inputMacs());
        List<Block> blocks = new ArrayList<>();
        RunTables.runs(states, t, accounting, model)
                .printed()
                .forEach(table -> blocks.add(Tables.of(table)));
        blocks.addAll(SummarySection.cautions(runs));
        return new Section(Texts.text("report.run.runs"), blocks);
    }

    /** Each with a number, a colour and a name of its own. */
    private static List<ReportedRun> told(List<ReportedRun> runs) {
        boolean severalModels =
                runs.stream().map(run -> run.source().model()).distinct().count() > 1;
        List<ReportedRun> numbered = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ReportedRun run = runs.get(i);
            RunState state = run.state().ofImages(run.measured().total());
            String label =
                    severalModels
                            ? Texts.text("report.run.ofRun", run.source().model(), state.name())
                            : state.label();
            numbered.add(run.with(state).as(i, label));
        }
        Map<Integer, String> more =
                RunNames.distinctions(
                        numbered.stream().map(ReportedRun::state).toList(),
                        runs.getFirst().measured().total());
        return numbered.stream()
                .map(run -> run.distinguished(more.getOrDefault(run.state().id(), "")))
                .toList();
    }
}
