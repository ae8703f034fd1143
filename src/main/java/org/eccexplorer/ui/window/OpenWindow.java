package org.eccexplorer.ui.window;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.files.CrashRecovery;
import org.eccexplorer.ui.files.FileOpener;
import org.eccexplorer.ui.files.FileSaver;
import org.eccexplorer.ui.files.Host;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.help.Crashes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One window: what it shows, what it remembers from one start to the next, and what it keeps for
 * the case of a crash.
 */
public final class OpenWindow implements Host {
    private static final Logger LOG = LoggerFactory.getLogger(OpenWindow.class);
    private static final Duration LAST_WRITES = Duration.ofSeconds(10);

    private final Scene scene;
    private final Dialogs dialogs;
    private final Path preferencesFile;
    private final CrashRecovery recovering;
    private final FileOpener opening;
    private final Crashes crashes = new Crashes(System::nanoTime);
    private final AnimationTimer pulses;
    // Kept here: the system's preferences hold their listeners for as long as the program runs.
    private final ChangeListener<ColorScheme> systemTheme = (property, before, now) -> applyTheme();
    private Preferences preferences;
    private Runnable quit = () -> {};
    private boolean leaving;
    private ExplorerViewModel model;
    private Commands commands = new Commands();
    private ExplorerView view;
    private FileSaver saving;

    /** Shows an experiment in a scene, whose root is replaced. */
    public OpenWindow(Scene scene, Dialogs dialogs, Path preferencesFile, Experiment experiment) {
        this.scene = scene;
        this.dialogs = dialogs;
        this.preferencesFile = preferencesFile;
        preferences = Preferences.read(preferencesFile);
        opening = new FileOpener(this, dialogs);
        recovering =
                new CrashRecovery(
                        this, opening.sessions(), new Recovery(Recovery.folder(preferencesFile)));
        model = new ExplorerViewModel(experiment);
        view = newView();
        saving = newSaving(Optional.empty());
        applyTheme();
        scene.setRoot(view);
        acceptDrops();
        Platform.getPreferences().colorSchemeProperty().addListener(systemTheme);
        pulses =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        view.pulse();
                    }
                };
        pulses.start();
    }

    /** Sets what the Quit command does. */
    public void setOnQuit(Runnable action) {
        quit = action;
    }

    private ExplorerView newView() {
        commands.release(scene);
        commands =
                new Commands()
                        .withPlaces(() -> List.of(samples(), recent()))
                        .withParts(model.hiddenParts())
                        .on(Command.QUIT, () -> quit.run());
        opening.addTo(commands);
        ExplorerView made = new ExplorerView(model, dialogs, commands, this::calibrateOn);
        commands.on(Command.THEME, this::otherTheme).on(Command.SYSTEM_THEME, this::followSystem);
        model.dense()
                .onLoaded(
                        loaded -> dense(loaded, made),
                        (wanted, problems) ->
                                made.explain(
                                        Texts.text("ui.window.denseFailed", Texts.name(wanted)),
                                        problems));
        if (!preferences.greeted()) {
            made.greet(() -> remember(preferences.withGreeting()));
        }
        return made;
    }

    private void dense(DenseChoice loaded, ExplorerView shown) {
        remember(preferences.withDense(loaded));
        shown.say(Texts.text("ui.window.denseLoaded", Texts.name(loaded)));
    }

    private FileSaver newSaving(Optional<SessionDocument> document) {
        FileSaver made = new FileSaver(this, dialogs, document);
        made.addTo(commands);
        view.setMenuBar(commands.menuBar());
        commands.listen(scene);
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

    private void otherTheme() {
        boolean dark = !view.darkProperty().get();
        remember(preferences.withTheme(dark ? Preferences.Theme.DARK : Preferences.Theme.LIGHT));
        applyTheme();
    }

    private void followSystem() {
        remember(preferences.withTheme(Preferences.Theme.SYSTEM));
        applyTheme();
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Sheets sheets() {
        return view.sheets();
    }

    @Override
    public void say(String message) {
        view.say(message);
    }

    @Override
    public void explain(String title, List<Problem> problems) {
        view.explain(title, problems);
    }

    @Override
    public boolean isLookedAt() {
        return view.isLookedAt();
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public void remember(Preferences changed) {
        if (!changed.equals(preferences)) {
            preferences = changed;
            Background.save(
                    () -> {
                        changed.write(preferencesFile);
                        return changed;
                    },
                    done -> {},
                    failure -> view.say(String.valueOf(failure.getMessage())));
        }
    }

    @Override
    public void forget(Preferences.Recent recent, Exception failure) {
        boolean gone =
                ProblemException.of("", failure).getFirst().kind() == Problem.Kind.UNREADABLE;
        if (gone && preferences.recent().contains(recent)) {
            remember(preferences.without(recent));
        }
    }

    /** Remembers where the window is, before it closes. */
    void rememberWindow(Stage stage) {
        preferences =
                stage.isMaximized()
                        ? preferences.withWholeScreen()
                        : preferences.withWindow(
                                stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight());
        try {
            preferences.write(preferencesFile);
        } catch (ProblemException e) {
            LOG.warn("The window's place is not remembered: {}", e.getMessage());
        }
    }

    private Menu samples() {
        Menu menu = new Menu("Open sample");
        try {
            for (String name : BundledModels.names()) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(event -> opening.sample(name));
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
            MenuItem item = new MenuItem(recent.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> opening.recent(recent));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    /** The view that is shown now. */
    public ExplorerView view() {
        return view;
    }

    @Override
    public ExplorerViewModel model() {
        return model;
    }

    /** What can be done in the window now. */
    Commands commands() {
        return commands;
    }

    /** What opens other things. */
    FileOpener opening() {
        return opening;
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
                opening.files(
                        event.getDragboard().getFiles().stream()
                                .map(file -> file.toPath())
                                .toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

    /** Opens what the command line names: a model with its images, or one file of any kind. */
    public void openNamed(List<String> files) {
        try {
            List<Path> paths = files.stream().map(Path::of).toList();
            opening.files(paths);
        } catch (InvalidPathException e) {
            view.explain(
                    "There is no such file",
                    List.of(
                            new Problem(
                                    Problem.Kind.USAGE,
                                    e.getInput(),
                                    "This is not the name of a file",
                                    e.getReason(),
                                    "Check the command line")));
        }
    }

    @Override
    public void replace(ExplorerViewModel next, Optional<SessionDocument> document) {
        model.close();
        model = next;
        view = newView();
        saving = newSaving(document);
        applyTheme();
        scene.setRoot(view);
        model.dense().choiceProperty().set(preferences.dense());
    }

    /** Runs with the settings as they are, before anybody has asked for it. */
    public void begin() {
        saving.begin();
        model.dense().choiceProperty().set(preferences.dense());
    }

    @Override
    public void leave(String purpose, Runnable next) {
        saving.leave(purpose, next);
    }

    /** Measures λ on other images, and runs again. */
    void calibrateOn(String source) {
        Experiment experiment = model.experiment();
        SessionFile.State state = model.state();
        leave(
                "measuring λ on other images",
                () ->
                        opening.loading()
                                .load(
                                        source,
                                        () -> experiment.calibratedOn(source),
                                        changed -> calibrated(changed, state)));
    }

    private void calibrated(Experiment changed, SessionFile.State before) {
        replace(
                new ExplorerViewModel(
                        SessionFile.State.of(changed, before.settings(), before.hidden())),
                Optional.empty());
        model.runs().start();
    }

    /** Offers the sessions of windows that did not end as they should, if there are any. */
    public void offerRecovery() {
        recovering.offer();
    }

    /** Shows an error nobody expected, with all that helps to find it. */
    public void crashed(Throwable error) {
        if (crashes.isToBeShown(error)) {
            recovering.save();
            view.sheets().show("Something went wrong", crashes.details(error));
        }
    }

    /**
     * Whether the window may close: asks once if runs are not saved, or one is going on. If they
     * are to be saved it closes by itself once they are.
     */
    public boolean mayClose() {
        if (!leaving && !mayLeave()) {
            return false;
        }
        recovering.stop();
        pulses.stop();
        Platform.getPreferences().colorSchemeProperty().removeListener(systemTheme);
        model.close();
        Background.finishSaving(LAST_WRITES);
        recovering.end();
        return true;
    }

    private boolean mayLeave() {
        if (saving.unsaved() == 0) {
            return !model.runs().isRunning()
                    || dialogs.confirm("A run is going on. Stop it and close?");
        }
        Dialogs.Keeping answer = saving.keep("closing");
        if (answer == Dialogs.Keeping.SAVE) {
            saving.saveSession(() -> {
                leaving = true;
                quit.run();
            });
        }
        return answer == Dialogs.Keeping.DISCARD;
    }
}
