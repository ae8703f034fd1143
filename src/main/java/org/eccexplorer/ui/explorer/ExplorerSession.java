package org.eccexplorer.ui.explorer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.AnimationTimer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.TransferMode;
import javafx.util.Duration;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.OwnImage;
import org.eccexplorer.app.Preferences;
import org.eccexplorer.app.Recovery;
import org.eccexplorer.app.SessionFile;
import org.eccexplorer.dataset.PictureFile;
import org.eccexplorer.dataset.Samples;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Dialogs;
import org.eccexplorer.ui.fx.ProblemList;
import org.eccexplorer.ui.fx.Reading;

/**
 * One window: shows an experiment and opens others, by menu, dialog or dropping files. What cannot
 * be opened is explained, and the experiment before it stays.
 */
public final class ExplorerSession {
    private static final Duration AUTOSAVE = Duration.seconds(60);

    private final Scene scene;
    private final Dialogs dialogs;
    private final Path preferencesFile;
    private final Recovery recovery;
    private final Timeline autosave = new Timeline();
    private Preferences preferences;
    private Runnable quit = () -> {};
    private ExplorerViewModel model;
    private Commands commands = new Commands();
    private ExplorerView view;

    /** Shows an experiment in a scene, whose root is replaced. */
    public ExplorerSession(
            Scene scene, Dialogs dialogs, Path preferencesFile, Experiment experiment) {
        this.scene = scene;
        this.dialogs = dialogs;
        this.preferencesFile = preferencesFile;
        preferences = Preferences.read(preferencesFile);
        recovery = new Recovery(Recovery.folder(preferencesFile));
        model = new ExplorerViewModel(experiment);
        view = newView();
        applyTheme();
        scene.setRoot(view);
        acceptDrops();
        autosave.getKeyFrames().add(new KeyFrame(AUTOSAVE, event -> autosave()));
        autosave.setCycleCount(Animation.INDEFINITE);
        autosave.play();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                view.pulse();
            }
        }.start();
    }

    /** Sets what the Quit command does. */
    public void setOnQuit(Runnable action) {
        quit = action;
    }

    private ExplorerView newView() {
        commands =
                new Commands()
                        .withPlaces(() -> List.of(samples(), recent()))
                        .withParts(model.hiddenParts())
                        .on(Command.OPEN_MODEL, this::chooseAndOpen)
                        .on(Command.OPEN_DATA, () -> chooseData(model.experiment().model().file()))
                        .on(Command.OPEN_IMAGE, this::chooseImage)
                        .on(Command.OPEN_SESSION, this::chooseSession)
                        .on(Command.QUIT, () -> quit.run());
        ExplorerView made = new ExplorerView(model, dialogs, commands, this::calibrateOn);
        new Saving(model, made, dialogs).addTo(commands);
        made.setMenuBar(commands.menuBar());
        commands.listen(scene);
        made.darkProperty().addListener((property, before, dark) -> rememberTheme(dark));
        return made;
    }

    private void applyTheme() {
        view.darkProperty()
                .set(
                        switch (preferences.theme()) {
                            case DARK -> true;
                            case LIGHT -> false;
                            case SYSTEM ->
                                    Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                        });
    }

    private void rememberTheme(boolean dark) {
        remember(preferences.withTheme(dark ? Preferences.Theme.DARK : Preferences.Theme.LIGHT));
    }

    /** Remembers where the window is. */
    public void rememberWindow(double x, double y, double width, double height) {
        remember(preferences.withWindow(x, y, width, height));
    }

    private void remember(Preferences changed) {
        if (!changed.equals(preferences)) {
            preferences = changed;
            Background.run(
                    () -> {
                        changed.write(preferencesFile);
                        return changed;
                    },
                    done -> {},
                    failure -> view.say(String.valueOf(failure.getMessage())));
        }
    }

    private Menu samples() {
        Menu menu = new Menu("Open sample");
        try {
            for (String name : Samples.names()) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(
                        event -> load(name, () -> Experiment.sample(name, 1000), this::show));
                menu.getItems().add(item);
            }
        } catch (ProblemException none) {
            menu.setDisable(true);
        }
        return menu;
    }

    private Menu recent() {
        Menu menu = new Menu("Open recent");
        for (Preferences.Recent recent : preferences.recent()) {
            MenuItem item =
                    new MenuItem(Path.of(recent.model()).getFileName() + " · " + recent.data());
            item.setOnAction(event -> open(Path.of(recent.model()), Path.of(recent.data())));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    /** The view that is shown now. */
    public ExplorerView view() {
        return view;
    }

    /** The view-model that is shown now. */
    public ExplorerViewModel model() {
        return model;
    }

    /** What can be done in the window now. */
    Commands commands() {
        return commands;
    }

    private void acceptDrops() {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                dropped(
                        event.getDragboard().getFiles().stream()
                                .map(file -> file.toPath())
                                .toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

    /** Opens dropped files: a session, a picture, a model, its data, or model and data at once. */
    public void dropped(List<Path> files) {
        Optional<Path> session = files.stream().filter(FileKinds::isSession).findFirst();
        Optional<Path> first = files.stream().filter(FileKinds::isModel).findFirst();
        Optional<Path> data = files.stream().filter(file -> !FileKinds.isModel(file)).findFirst();
        if (session.isPresent()) {
            openSession(session.get());
        } else if (files.size() == 1 && PictureFile.isNamedLike(files.getFirst())) {
            lookAt(files.getFirst());
        } else if (first.isEmpty()) {
            data.ifPresent(path -> open(model.experiment().model().file(), path));
        } else if (data.isPresent()) {
            open(first.get(), data.get());
        } else {
            chooseData(first.get());
        }
    }

    /** Looks at a picture of the user's own. */
    public void lookAt(Path picture) {
        Experiment experiment = model.experiment();
        load(
                String.valueOf(picture.getFileName()),
                () -> OwnImage.read(picture, experiment),
                sample -> model.sampleProperty().set(sample));
    }

    private void chooseAndOpen() {
        dialogs.chooseFile("Open a model", "Trained model", FileKinds.MODELS)
                .ifPresent(this::chooseData);
    }

    private void chooseData(Path file) {
        dialogs.chooseFile("Images for " + file.getFileName(), "Images with labels", FileKinds.DATA)
                .ifPresent(data -> open(file, data));
    }

    private void chooseImage() {
        dialogs.chooseFile("Look at a picture of your own", "Picture", FileKinds.PICTURES)
                .ifPresent(this::lookAt);
    }

    /** Opens a model with images, off the FX thread, and runs it. */
    public void open(Path file, Path data) {
        load(
                String.valueOf(file.getFileName()),
                () -> Experiment.open(file, data.toString(), null, Integer.MAX_VALUE, List.of()),
                experiment -> {
                    remember(
                            preferences.withRecent(
                                    new Preferences.Recent(
                                            file.toAbsolutePath().toString(),
                                            data.toAbsolutePath().toString())));
                    show(experiment);
                });
    }

    private <T> void load(String name, Callable<T> work, Consumer<T> done) {
        view.say("Opening " + name + " …");
        Background.run(work, done, failure -> explain(name + " cannot be opened", name, failure));
    }

    private void show(Experiment experiment) {
        replace(new ExplorerViewModel(experiment));
        model.run();
    }

    private void replace(ExplorerViewModel next) {
        boolean dark = view.darkProperty().get();
        model.close();
        model = next;
        view = newView();
        view.darkProperty().set(dark);
        scene.setRoot(view);
    }

    private void chooseSession() {
        dialogs.chooseFile("Open a session", "ECC Explorer session", FileKinds.SESSIONS)
                .ifPresent(this::openSession);
    }

    /** Opens a session with its runs as they were saved. */
    public void openSession(Path file) {
        load(
                String.valueOf(file.getFileName()),
                () -> SessionFile.read(file),
                opened -> replace(new ExplorerViewModel(opened)));
    }

    /** Measures λ on other images, and runs again. */
    void calibrateOn(String source) {
        Experiment experiment = model.experiment();
        SessionFile.State state = model.state();
        load(
                source,
                () -> experiment.calibratedOn(source),
                changed -> {
                    replace(
                            new ExplorerViewModel(
                                    new SessionFile.State(
                                            changed, state.settings(), state.hidden(), List.of())));
                    model.run();
                });
    }

    /** Keeps the session for the case of a crash, if it has anything to lose. */
    private void autosave() {
        SessionFile.State state = model.state();
        if (state.runs().stream().anyMatch(run -> run.snapshot().isPresent())) {
            Background.run(
                    () -> {
                        recovery.save(state);
                        return state;
                    },
                    done -> {},
                    failure -> view.say("Not saved for recovery: " + failure.getMessage()));
        }
    }

    /** Offers the session of a window that did not end as it should, if there is one. */
    public void offerRecovery() {
        recovery.left()
                .ifPresent(file -> {
                    if (dialogs.confirm(
                            "The last session did not end as it should. Bring its runs back?")) {
                        openSession(file);
                    } else {
                        recovery.forget();
                    }
                });
    }

    private void explain(String title, String where, Exception failure) {
        List<Problem> problems = ProblemException.of(where, failure);
        view.say(problems.getFirst().message());
        view.sheets().show(title, new ProblemList(problems));
    }

    /** Shows an error nobody expected, with all that helps to find it. */
    public void crashed(Throwable error) {
        autosave();
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        view.sheets()
                .show(
                        "Something went wrong",
                        new Reading(
                                "The window stays open; what you did last may be incomplete."
                                        + " Please report this with the lines below.\n"
                                        + Texts.about()
                                        + "\n# Details\n"
                                        + trace));
    }

    /** Whether the window may close: asks once if a run is going on. */
    public boolean mayClose() {
        if (model.isRunning() && !dialogs.confirm("A run is going on. Stop it and close?")) {
            return false;
        }
        autosave.stop();
        model.close();
        recovery.discard();
        return true;
    }
}
