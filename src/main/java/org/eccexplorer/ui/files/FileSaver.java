package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.figures.run.RunTables;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.SceneFile;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.command.Condition;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Details;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Writes what one window shows into files, off the FX thread. */
public final class FileSaver {
    /** Beside the folders of the runs: a row for each. */
    private static final String SUMMARY = "runs.csv";

    private final ExplorerViewModel model;
    private final Host window;
    private final Dialogs dialogs;
    private Optional<SessionDocument> document;
    private List<RunState> kept;
    private boolean begun;

    /**
     * Writes runs of this model.
     *
     * @param document the file that the session came from
     */
    public FileSaver(
            Host window,
            ExplorerViewModel model,
            Dialogs dialogs,
            Optional<SessionDocument> document) {
        this.window = window;
        this.model = model;
        this.dialogs = dialogs;
        this.document = document;
        kept = document.isPresent() ? List.copyOf(model.runs().all()) : List.of();
    }

    /** Runs with the current settings, before the user asks for it. */
    public void begin() {
        begun = true;
        model.runs().start();
    }

    /**
     * How many runs with results are not in the session's file as they are now. The run that the
     * program itself starts with, alone, is nothing to lose.
     */
    public int unsaved() {
        List<RunState> runs = model.runs().all();
        if (begun && runs.size() == 1 && runs.getFirst().label().isEmpty()) {
            return 0;
        }
        return (int)
                runs.stream()
                        .filter(run -> run.snapshot().isPresent() && !kept.contains(run))
                        .count();
    }

    /**
     * Asks once what becomes of runs that no session file has, if there are any.
     *
     * @param purpose for which all runs are discarded, after "before"
     */
    public Dialogs.Keeping keep(String purpose) {
        int runs = unsaved();
        if (runs == 0) {
            return Dialogs.Keeping.DISCARD;
        }
        String question =
                Texts.text(
                        "ui.files.saveBefore",
                        Texts.counted("ui.files.unsavedRuns", runs),
                        purpose);
        return dialogs.keep(
                model.runs().isRunning()
                        ? question + " " + Texts.text("ui.files.runWillStop")
                        : question);
    }

    /**
     * Does something that discards all runs, unless the user wants to keep them.
     *
     * @param purpose what is done, after "before"
     */
    public void leave(String purpose, Runnable next) {
        switch (keep(purpose)) {
            case SAVE -> saveSession(next);
            case DISCARD -> next.run();
            case CANCEL -> window.say(Texts.text("ui.files.nothingChanged"));
        }
    }

    public void addTo(Commands commands) {
        commands.on(Command.SAVE_SESSION, () -> saveSession(() -> {}))
                .on(Command.SAVE_SESSION_AS, () -> chooseSession(() -> {}))
                .on(
                        Command.EXPORT_RESULTS,
                        this::chooseResults,
                        new Condition(
                                Bindings.createBooleanBinding(this::hasResults, model.runs().all()),
                                Texts.text("ui.files.noResultsYet")))
                .on(Command.EXPORT_PICTURE, this::choosePicture);
        new NetworkSaver(window, model, dialogs).addTo(commands);
    }

    private boolean hasResults() {
        return model.runs().all().stream().anyMatch(run -> run.snapshot().isPresent());
    }

    /**
     * To where it came from, unless somebody else wrote there since.
     *
     * @param then is done once it is written, and not if it is not
     */
    public void saveSession(Runnable then) {
        if (document.isEmpty()) {
            chooseSession(then);
            return;
        }
        Path file = document.get().file();
        Background.save(
                document.get()::isChanged,
                changed -> {
                    if (!changed
                            || dialogs.confirm(
                                    Texts.text("ui.files.changedByAnother", file.getFileName()))) {
                        session(file, then);
                    }
                },
                explaining(Texts.text("ui.files.sessionNotSaved"), file));
    }

    private void chooseSession(Runnable then) {
        String name = String.valueOf(model.experiment().model().file().getFileName());
        dialogs.saveFile(
                        Texts.text("ui.files.saveSession"),
                        name.replaceFirst("\\.\\w+$", "") + ".eccx",
                        FileFilters.SESSIONS)
                .ifPresent(file -> session(file, then));
    }

    private void session(Path file, Runnable then) {
        SessionState state = model.state();
        Background.save(
                () -> {
                    SessionFile.write(file, state);
                    return SessionDocument.of(file);
                },
                written -> {
                    document = Optional.of(written);
                    kept = state.runs();
                    window.remember(window.preferences().withRecent(Recent.session(file)));
                    window.say(Texts.text("ui.files.saved", file));
                    then.run();
                },
                explaining(Texts.text("ui.files.sessionNotSaved"), file));
    }

    private void chooseResults() {
        dialogs.chooseFolder(Texts.text("ui.files.folderForResults")).ifPresent(this::results);
    }

    /** Writes the results of all runs that have some, each into a folder of its own. */
    void results(Path folder) {
        List<RunState> runs =
                model.runs().all().stream().filter(run -> run.snapshot().isPresent()).toList();
        Calibrations calibrations = model.calibrations();
        Accounting accounting = model.accountingProperty().get();
        long start = System.nanoTime();
        Background.save(
                () -> {
                    List<String> written = new ArrayList<>();
                    for (RunState run : runs) {
                        Experiment on = calibrations.on(run.settings().calibration());
                        InputMacs counted = accounting.inputMacs();
                        String command = RunCommandLine.of(on, run.settings(), counted);
                        written.add(RunExport.write(folder, on, run, command, counted).toString());
                    }
                    Path summary = folder.resolve(SUMMARY);
                    RunTables.writeSummary(summary, runs, accounting);
                    written.add(summary.toString());
                    return written;
                },
                written ->
                        written(folder, runs.size(), written, (System.nanoTime() - start) * 1e-9),
                explaining(Texts.text("ui.files.resultsNotWritten"), folder));
    }

    /** The status line says it; a user who has turned to something else is told. */
    private void written(Path folder, int runs, List<String> places, double seconds) {
        String text =
                Texts.text(
                        "ui.files.writtenTo",
                        Texts.counted("ui.files.runs", runs),
                        folder,
                        SUMMARY);
        window.say(text);
        if (seconds >= Dialogs.LONG_WAIT || !window.isLookedAt()) {
            dialogs.tell(
                    Texts.text("ui.files.resultsWritten"),
                    text,
                    Texts.text("ui.files.show"),
                    () ->
                            window.sheets()
                                    .show(
                                            Texts.text("ui.files.results"),
                                            new Details(text, String.join("\n", places))));
        }
    }

    private void choosePicture() {
        dialogs.saveFile(Texts.text("ui.files.savePicture"), "ecc-explorer.png", List.of("*.png"))
                .ifPresent(file ->
                        SceneFile.write(
                                window.scene(),
                                file,
                                () -> window.say(Texts.text("ui.files.saved", file)),
                                explaining(Texts.text("ui.files.pictureNotSaved"), file)));
    }

    private Consumer<Exception> explaining(String failed, Path where) {
        return failure -> window.explain(failed, ProblemException.of(where.toString(), failure));
    }
}
