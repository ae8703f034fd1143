package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eccexplorer.app.open.FileKinds;
import org.eccexplorer.app.session.Preferences.Recent;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Opens sessions, and asks where their model and images are if they moved. */
public final class SessionOpener {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loading;

    SessionOpener(Host window, Dialogs dialogs, FileLoader loading) {
        this.window = window;
        this.dialogs = dialogs;
        this.loading = loading;
    }

    /** Asks for a session. */
    void choose() {
        dialogs.chooseFile("Open a session", "ECC Explorer session", FileKinds.SESSIONS)
                .ifPresent(this::open);
    }

    /** Opens a session with its runs as they were saved. */
    public void open(Path file) {
        window.leave("opening " + file.getFileName(), () -> read(file));
    }

    private void read(Path file) {
        Recent recent = Recent.session(file);
        loading.load(
                String.valueOf(file.getFileName()),
                () -> SavedSession.read(file),
                saved ->
                        relink(
                                saved,
                                opened -> {
                                    window.remember(window.preferences().withRecent(recent));
                                    show(opened, Optional.of(SessionDocument.of(file)));
                                }),
                failure -> {
                    window.forget(recent, failure);
                    return false;
                });
    }

    /**
     * Brings back what a window kept that did not end as it should.
     *
     * @param name for people
     * @param done is called once it is shown
     */
    void recovered(Path file, String name, Runnable done) {
        loading.load(
                name,
                () -> SavedSession.read(file),
                saved ->
                        relink(
                                saved,
                                opened -> {
                                    show(opened, Optional.empty());
                                    done.run();
                                }));
    }

    /** Asks where the files of a session are that are not where they were. */
    private void relink(SavedSession saved, Consumer<SavedSession.Opened> done) {
        SavedSession found = saved;
        if (!found.hasModel()) {
            found =
                    dialogs.chooseFile(
                                    "The model is gone from " + saved.model() + ": where is it?",
                                    "Trained model",
                                    FileKinds.MODELS)
                            .map(found::withModel)
                            .orElse(found);
        }
        if (found.hasModel() && !found.hasWeights()) {
            found =
                    dialogs.chooseFile(
                                    "The weights are gone from %s: where are they?"
                                            .formatted(saved.weights()),
                                    "Weights of a Keras model",
                                    FileKinds.WEIGHTS)
                            .map(found::withWeights)
                            .orElse(found);
        }
        if (found.hasModel() && !found.hasData()) {
            found = choose(found, found.data(), found::withData);
        }
        if (found.hasModel() && found.hasData() && !found.hasCalibration()) {
            found = choose(found, found.calibration(), found::withCalibration);
        }
        loading.load(String.valueOf(saved.file().getFileName()), found::open, done);
    }

    private SavedSession choose(
            SavedSession saved, String gone, Function<String, SavedSession> at) {
        return dialogs.chooseFile(
                        "The images are gone from " + gone + ": where are they?",
                        "Images",
                        FileKinds.DATA)
                .map(file -> at.apply(file.toString()))
                .orElse(saved);
    }

    private void show(SavedSession.Opened opened, Optional<SessionDocument> document) {
        window.replace(new ExplorerViewModel(opened.state()), document);
        if (!opened.warnings().isEmpty()) {
            window.sheets().show("Not all is as it was saved", new ProblemList(opened.warnings()));
        }
    }
}
