package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.RunExport;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.SessionDocument;
import org.eccexplorer.app.SessionFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Dialogs;
import org.eccexplorer.ui.fx.SceneFile;

/** Writes what one window shows into files, off the FX thread. */
final class Saving {
    private final ExplorerViewModel model;
    private final ExplorerView view;
    private final Dialogs dialogs;
    private final Consumer<Path> saved;
    private Optional<SessionDocument> document;

    /**
     * Ready to write.
     *
     * @param document the file that the session came from
     * @param saved gets the file of each session that was saved
     */
    Saving(
            ExplorerViewModel model,
            ExplorerView view,
            Dialogs dialogs,
            Optional<SessionDocument> document,
            Consumer<Path> saved) {
        this.model = model;
        this.view = view;
        this.dialogs = dialogs;
        this.document = document;
        this.saved = saved;
    }

    void addTo(Commands commands) {
        commands.on(Command.SAVE_SESSION, this::saveSession)
                .on(Command.SAVE_SESSION_AS, this::chooseSession)
                .on(Command.EXPORT_RESULTS, this::chooseResults)
                .on(Command.EXPORT_PICTURE, this::choosePicture);
    }

    /** To where it came from, unless somebody else wrote there since. */
    private void saveSession() {
        if (document.isEmpty()) {
            chooseSession();
            return;
        }
        Path file = document.get().file();
        boolean mine =
                !document.get().isChanged()
                        || dialogs.confirm(
                                "Another program has changed %s since. Write over it?"
                                        .formatted(file.getFileName()));
        if (mine) {
            session(file);
        }
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
        Background.save(
                () -> {
                    SessionFile.write(file, state);
                    return SessionDocument.of(file);
                },
                written -> {
                    document = Optional.of(written);
                    saved.accept(file);
                    view.say("Saved " + file);
                },
                explaining("The session was not saved", file));
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
        Background.save(work, view::say, explaining(failed, where));
    }

    private Consumer<Exception> explaining(String failed, Path where) {
        return failure -> view.explain(failed, ProblemException.of(where.toString(), failure));
    }
}
