package org.eccexplorer.ui.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.ReportFile;
import org.eccexplorer.report.run.Reports;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.state.CurrentPage;
import org.eccexplorer.ui.state.Finding;

/**
 * Saves a report of what is shown: of the sweep, of the search, of the two runs compared, or of
 * those drawn.
 */
public final class ReportTools {
    private final Workbench bench;

    public ReportTools(Workbench bench) {
        this.bench = bench;
    }

    /** Asks for a file, whose ending says what is written. */
    public void save() {
        Optional<Callable<Document>> report = report();
        report.flatMap(made ->
                        bench.dialogs()
                                .saveFile(
                                        Texts.text("ui.runs.saveReport"),
                                        Texts.text("ui.runs.reportFile"),
                                        ReportFile.patterns()))
                .ifPresent(file -> write(report.orElseThrow(), file));
    }

    /** What would be reported; empty while there is nothing. */
    private Optional<Callable<Document>> report() {
        CurrentPage page = bench.model().currentPage();
        if (page.sweepingProperty().get()) {
            return bench.model().sweepProperty().get().map(sweep -> () -> Reports.of(sweep));
        }
        return page.findingProperty().get() ? ofSearch() : ofRuns(shown());
    }

    private Optional<Callable<Document>> ofSearch() {
        Finding finding = bench.model().finding();
        Optional<SearchView> view =
                finding.viewProperty().get().filter(one -> one.found().isPresent());
        Optional<Query> query = finding.query();
        Optional<Experiment> experiment = finding.experiment();
        if (view.isEmpty() || query.isEmpty() || experiment.isEmpty()) {
            return Optional.empty();
        }
        FoundFiles files = new FoundFiles(experiment.get(), query.get(), view.get());
        return Optional.of(() -> Reports.of(files, view.get()));
    }

    /** The two that are compared, else those that are drawn, else the newest with images. */
    private List<RunState> shown() {
        CurrentPage page = bench.model().currentPage();
        List<RunState> all = bench.model().runs().all();
        if (page.comparingProperty().get()) {
            return List.of(page.firstComparedProperty().get(), page.secondComparedProperty().get())
                    .stream()
                    .flatMap(id -> all.stream().filter(run -> run.id() == id))
                    .filter(run -> run.images() > 0)
                    .toList();
        }
        List<RunState> drawn =
                bench.model().viewed().stream()
                        .flatMap(viewed -> viewed.shown().stream())
                        .filter(run -> run.images() > 0)
                        .toList();
        return drawn.isEmpty()
                ? all.stream().filter(run -> run.images() > 0).limit(1).toList()
                : drawn;
    }

    private Optional<Callable<Document>> ofRuns(List<RunState> runs) {
        Calibrations calibrations = bench.model().calibrations();
        InputMacs counted = bench.model().accountingProperty().get().inputMacs();
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> of(runs, calibrations, counted));
    }

    private static Document of(List<RunState> runs, Calibrations calibrations, InputMacs counted)
            throws ProblemException {
        List<RunReport> reports = new ArrayList<>();
        for (RunState run : runs) {
            Experiment on = calibrations.on(run.settings().calibration());
            String command = RunCommandLine.of(on, run.settings(), counted);
            reports.add(RunExport.report(on, run, command, counted));
        }
        return Reports.of(reports, runs.stream().map(RunState::label).toList());
    }

    private void write(Callable<Document> report, Path file) {
        Background.save(
                () -> {
                    ReportFile.of(file);
                    ReportFile.write(file, report.call());
                    return file;
                },
                done -> bench.say().accept(Texts.text("ui.runs.savedReport", done)),
                failure ->
                        bench.sheets()
                                .show(
                                        Texts.text("ui.runs.reportNotSaved"),
                                        new ProblemList(
                                                ProblemException.of(file.toString(), failure))));
    }
}
