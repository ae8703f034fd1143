package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.OwnImage;
import org.eccexplorer.app.Preferences.Recent;
import org.eccexplorer.app.SavedSession;
import org.eccexplorer.app.SessionDocument;
import org.eccexplorer.dataset.PictureFile;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Dialogs;
import org.eccexplorer.ui.fx.ProblemList;

/**
 * Opens models, images, pictures and sessions in a window: by dialog, by dropping or by name, off
 * the FX thread. What cannot be opened is explained, and what was there stays; of several wishes
 * the newest wins.
 */
final class Opening {
    private final ExplorerSession window;
    private final Dialogs dialogs;
    private int wishes;

    Opening(ExplorerSession window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
    }

    void addTo(Commands commands) {
        commands.on(Command.OPEN_MODEL, this::chooseModel)
                .on(Command.OPEN_DATA, () -> chooseData(window.model().experiment().model().file()))
                .on(Command.OPEN_IMAGE, this::chooseImage)
                .on(Command.OPEN_SESSION, this::chooseSession);
    }

    /** Opens files: a session, a picture, a model, its data, or model and data at once. */
    void files(List<Path> files) {
        Optional<Path> session = files.stream().filter(FileKinds::isSession).findFirst();
        Optional<Path> first = files.stream().filter(FileKinds::isModel).findFirst();
        Optional<Path> data = files.stream().filter(file -> !FileKinds.isModel(file)).findFirst();
        if (session.isPresent()) {
            session(session.get());
        } else if (files.size() == 1 && PictureFile.isNamedLike(files.getFirst())) {
            picture(files.getFirst());
        } else if (first.isEmpty()) {
            data.ifPresent(path -> model(window.model().experiment().model().file(), path));
        } else if (data.isPresent()) {
            model(first.get(), data.get());
        } else {
            chooseData(first.get());
        }
    }

    /** Looks at a picture of the user's own. */
    void picture(Path picture) {
        Experiment experiment = window.model().experiment();
        load(
                String.valueOf(picture.getFileName()),
                () -> OwnImage.read(picture, experiment),
                sample -> window.model().sampleProperty().set(sample),
                failure -> {});
    }

    /** Opens a bundled sample and runs it. */
    void sample(String name) {
        window.leave(
                "opening " + name,
                () -> load(name, () -> Experiment.sample(name, 1000), this::run, failure -> {}));
    }

    /** Opens a model with images, and runs it. */
    void model(Path file, Path data) {
        window.leave("opening " + file.getFileName(), () -> open(file, data));
    }

    private void open(Path file, Path data) {
        Recent recent =
                new Recent(file.toAbsolutePath().toString(), data.toAbsolutePath().toString());
        load(
                String.valueOf(file.getFileName()),
                () -> Experiment.open(file, data.toString(), null, Integer.MAX_VALUE, List.of()),
                experiment -> {
                    window.remember(window.preferences().withRecent(recent));
                    run(experiment);
                },
                failure -> forget(recent, failure));
    }

    private void run(Experiment experiment) {
        window.replace(new ExplorerViewModel(experiment), Optional.empty());
        window.model().run();
    }

    /** Opens what was opened before. */
    void recent(Recent recent) {
        if (recent.data().isEmpty()) {
            session(Path.of(recent.model()));
        } else {
            model(Path.of(recent.model()), Path.of(recent.data()));
        }
    }

    /** What is not there any more is not offered again. */
    private void forget(Recent recent, Exception failure) {
        boolean gone =
                ProblemException.of("", failure).getFirst().kind() == Problem.Kind.UNREADABLE;
        if (gone && window.preferences().recent().contains(recent)) {
            window.remember(window.preferences().without(recent));
        }
    }

    /** Opens a session with its runs as they were saved. */
    void session(Path file) {
        window.leave("opening " + file.getFileName(), () -> open(file));
    }

    private void open(Path file) {
        Recent recent = new Recent(file.toAbsolutePath().toString(), "");
        load(
                String.valueOf(file.getFileName()),
                () -> SavedSession.read(file),
                saved ->
                        relink(
                                saved,
                                opened -> {
                                    window.remember(window.preferences().withRecent(recent));
                                    show(opened, Optional.of(SessionDocument.of(file)));
                                }),
                failure -> forget(recent, failure));
    }

    /** Brings back what a window kept that did not end as it should. */
    void recovered(Path file, Consumer<Boolean> done) {
        load(
                "the last session",
                () -> SavedSession.read(file),
                saved ->
                        relink(
                                saved,
                                opened -> {
                                    show(opened, Optional.empty());
                                    done.accept(true);
                                }),
                failure -> done.accept(false));
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
        if (found.hasModel() && !found.hasData()) {
            found = choose(found, found.data(), found::withData);
        }
        if (found.hasModel() && found.hasData() && !found.hasCalibration()) {
            found = choose(found, found.calibration(), found::withCalibration);
        }
        load(String.valueOf(saved.file().getFileName()), found::open, done, failure -> {});
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
            window.view()
                    .sheets()
                    .show("Not all is as it was saved", new ProblemList(opened.warnings()));
        }
    }

    private void chooseModel() {
        dialogs.chooseFile("Open a model", "Trained model", FileKinds.MODELS)
                .ifPresent(this::chooseData);
    }

    private void chooseData(Path file) {
        dialogs.chooseFile("Images for " + file.getFileName(), "Images with labels", FileKinds.DATA)
                .ifPresent(data -> model(file, data));
    }

    private void chooseImage() {
        dialogs.chooseFile("Look at a picture of your own", "Picture", FileKinds.PICTURES)
                .ifPresent(this::picture);
    }

    private void chooseSession() {
        dialogs.chooseFile("Open a session", "ECC Explorer session", FileKinds.SESSIONS)
                .ifPresent(this::session);
    }

    /** Does the work off the FX thread and hands over its result, unless another was wished for. */
    <T> void load(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        int wish = ++wishes;
        window.view().say("Opening " + name + " …");
        Background.run(
                work,
                result -> {
                    if (wish == wishes) {
                        done.accept(result);
                    }
                },
                failure -> {
                    failed.accept(failure);
                    if (wish == wishes) {
                        explain(name + " cannot be opened", name, failure);
                    }
                });
    }

    private void explain(String title, String where, Exception failure) {
        List<Problem> problems = ProblemException.of(where, failure);
        window.view().say(problems.getFirst().message());
        window.view().explain(title, problems);
    }
}
