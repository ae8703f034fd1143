package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.RunExport;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.SessionFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Dialogs;
import org.eccexplorer.ui.fx.ProblemList;
import org.eccexplorer.ui.fx.SceneFile;

/** Writes what one window shows into files, off the FX thread. */
final class Saving {
    private final ExplorerViewModel model;
    private final ExplorerView view;
    private final Dialogs dialogs;

    Saving(ExplorerViewModel model, ExplorerView view, Dialogs dialogs) {
        this.model = model;
        this.view = view;
        this.dialogs = dialogs;
    }

    void addTo(Commands commands) {
        commands.on(Command.SAVE_SESSION, this::chooseSession)
                .on(Command.EXPORT_RESULTS, this::chooseResults)
                .on(Command.EXPORT_PICTURE, this::choosePicture);
    }

    private void chooseSession() {
        String name = String.valueOf(model.experiment().model().file().getFileName());
        dialogs.saveFile(
                        "Save the session",
                        name.replaceFirst("\\.\\w+$", "") + ".eccx",
                        FileKinds.SESSIONS)
                .ifPresent(this::session);
    }

    /** Saves the session. */
    void session(Path file) {
        SessionFile.State state = model.state();
        write(
                () -> {
                    SessionFile.write(file, state);
                    return "Saved " + file;
                },
                "The session was not saved",
                file);
    }

    private void chooseResults() {
        dialogs.chooseFolder("Folder for the results of all runs").ifPresent(this::results);
    }

    /** Writes the results of all runs that have some, each into a folder of its own. */
    void results(Path folder) {
        List<RunState> runs =
                model.runs().stream().filter(run -> run.snapshot().isPresent()).toList();
        Experiment experiment = model.experiment();
        write(
                () -> {
                    for (RunState run : runs) {
                        RunExport.write(folder, experiment, run);
                    }
                    return "%d runs written to %s".formatted(runs.size(), folder);
                },
                "The results were not written",
                folder);
    }

    private void choosePicture() {
        dialogs.saveFile("Save a picture of the window", "ecc-explorer.png", List.of("*.png"))
                .ifPresent(file ->
                        SceneFile.write(
                                view.getScene(),
                                file,
                                () -> view.say("Saved " + file),
                                explaining("The picture was not saved", file)));
    }

    private void write(Callable<String> work, String failed, Path where) {
        Background.run(work, view::say, explaining(failed, where));
    }

    private Consumer<Exception> explaining(String failed, Path where) {
        return failure ->
                view.sheets()
                        .show(
                                failed,
                                new ProblemList(ProblemException.of(where.toString(), failure)));
    }
}
