package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.PackReader;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.session.SavedSession.Part;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Opens sessions, and asks where their model and images are if they moved. */
public final class SessionOpener {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loader;

    SessionOpener(Host window, Dialogs dialogs, FileLoader loader) {
        this.window = window;
        this.dialogs = dialogs;
        this.loader = loader;
    }

    /** Asks for a session. */
    void choose() {
        dialogs.chooseFile(
                        Texts.text("ui.files.openSession"),
                        Texts.text("ui.files.session"),
                        FileFilters.SESSIONS)
                .ifPresent(this::open);
    }

    /** Opens a session with its runs as they were saved, or a class pack. */
    public void open(Path file) {
        Recent recent = Recent.session(file);
        String name = String.valueOf(file.getFileName());
        Path packs = window.packs();
        loader.load(
                name,
                () -> PackReader.read(file, packs),
                pack ->
                        pack.ifPresentOrElse(
                                found -> pack(name, found, recent),
                                () -> session(name, file, recent)),
                failure -> {
                    window.forget(recent, failure);
                    return false;
                });
    }

    private void session(String name, Path file, Recent recent) {
        loader.load(
                name,
                () -> SavedSession.read(file),
                saved -> relink(saved, opened -> replace(name, opened, recent, file)),
                failure -> {
                    window.forget(recent, failure);
                    return false;
                });
    }

    /** Nothing is run, and nothing that is saved goes into the pack. */
    private void pack(String name, ClassPack pack, Recent recent) {
        loader.load(
                name,
                pack.session()::open,
                opened ->
                        window.leave(
                                Texts.text("ui.files.opening", name),
                                () -> {
                                    window.remember(window.preferences().withRecent(recent));
                                    show(opened, Optional.empty());
                                    window.teach(pack);
                                }));
    }

    /** Shows a session that was read, once the user has given up what is there. */
    private void replace(String name, SavedSession.Opened opened, Recent recent, Path file) {
        window.leave(
                Texts.text("ui.files.opening", name),
                () -> {
                    window.remember(window.preferences().withRecent(recent));
                    show(opened, Optional.of(SessionDocument.of(file)));
                });
    }

    /** Opens what a run.json is of, and runs it again with its settings. */
    void run(Path file) {
        String name = String.valueOf(file.getFileName());
        loader.load(
                name,
                () -> RecordedRun.read(file),
                recorded ->
                        relink(
                                recorded.session(),
                                opened ->
                                        window.leave(
                                                Texts.text("ui.files.opening", name),
                                                () -> {
                                                    show(opened, Optional.empty());
                                                    recorded.inputMacs().ifPresent(this::count);
                                                    window.model().runs().start();
                                                    window.say(
                                                            Texts.text("ui.files.runsAgain", name));
                                                })));
    }

    /** Counts energy as a run that is opened does, so that it has the same figures. */
    private void count(InputMacs inputMacs) {
        ObjectProperty<Accounting> accounting = window.model().accountingProperty();
        accounting.set(accounting.get().with(inputMacs));
    }

    /**
     * Restores what a window kept that closed unexpectedly.
     *
     * @param name as users know it
     * @param done is called once it is shown
     */
    void recovered(Path file, String name, Runnable done) {
        loader.load(
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
        relink(saved, EnumSet.noneOf(Part.class), done);
    }

    private void relink(SavedSession saved, Set<Part> asked, Consumer<SavedSession.Opened> done) {
        String name = String.valueOf(saved.file().getFileName());
        loader.load(
                name,
                () -> saved.missing(asked),
                missing -> {
                    if (missing.isEmpty()) {
                        loader.load(name, saved::open, done);
                    } else {
                        asked.add(missing.get());
                        relink(found(saved, missing.get()), asked, done);
                    }
                });
    }

    private SavedSession found(SavedSession saved, Part missing) {
        return switch (missing) {
            case MODEL ->
                    dialogs.chooseFile(
                                    Texts.text("ui.files.locateModel", saved.model()),
                                    Texts.text("ui.files.trainedModel"),
                                    FileFilters.MODELS)
                            .map(saved::withModel)
                            .orElse(saved);
            case WEIGHTS ->
                    dialogs.chooseFile(
                                    Texts.text(
                                            "ui.files.locateWeights",
                                            String.valueOf(saved.weights())),
                                    Texts.text("ui.files.kerasWeights"),
                                    FileFilters.WEIGHTS)
                            .map(saved::withWeights)
                            .orElse(saved);
            case DATA -> choose(saved, saved.data(), saved::withData);
            case CALIBRATION -> choose(saved, saved.calibration(), saved::withCalibration);
        };
    }

    private SavedSession choose(
            SavedSession saved, String gone, Function<String, SavedSession> at) {
        return dialogs.chooseFile(
                        Texts.text("ui.files.locateImages", gone),
                        Texts.text("ui.files.images"),
                        FileFilters.DATA)
                .map(file -> at.apply(file.toString()))
                .orElse(saved);
    }

    private void show(SavedSession.Opened opened, Optional<SessionDocument> document) {
        window.replace(new ExplorerViewModel(opened.state()), document);
        if (!opened.warnings().isEmpty()) {
            window.sheets()
                    .show(Texts.text("ui.files.notAsSaved"), new ProblemList(opened.warnings()));
        }
    }
}
