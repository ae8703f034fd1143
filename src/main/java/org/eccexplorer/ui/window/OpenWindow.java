package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.FigureMemory;
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

/**
 * One window: what it shows, what it remembers from one start to the next, and what it keeps for
 * the case of a crash.
 */
final class OpenWindow implements Host {
    private static final Duration LAST_WRITES = Duration.ofSeconds(10);

    private final Scene scene;
    private final Path packs;
    private final Dialogs dialogs;
    private final RememberedPreferences preferences;
    private final WindowTheme theme;
    private final CrashRecovery recovery;
    private final LessonVisit lessons;
    private final FileOpener opener;
    private final Crashes crashes = new Crashes(System::nanoTime);
    private final AnimationTimer pulses;
    private Runnable quit = () -> {};
    private boolean leaving;
    private Content content;

    /** What is shown now; all of it is replaced when something else is opened. */
    private record Content(ExplorerViewModel model, FileSaver saver, ExplorerView view) {}

    /** Shows an experiment in a scene, whose root is replaced. */
    OpenWindow(Scene scene, Dialogs dialogs, Path preferencesFile, Experiment experiment) {
        this(scene, dialogs, preferencesFile, new ExplorerViewModel(experiment));
    }

    /** Shows a view-model in a scene, whose root is replaced. */
    OpenWindow(Scene scene, Dialogs dialogs, Path preferencesFile, ExplorerViewModel model) {
        this.scene = scene;
        this.dialogs = dialogs;
        preferences = new RememberedPreferences(preferencesFile, this::say);
        packs = preferencesFile.resolveSibling("class-packs");
        opener = new FileOpener(this, dialogs);
        recovery =
                new CrashRecovery(
                        this, opener.sessions(), new Recovery(Recovery.folder(preferencesFile)));
        theme = new WindowTheme(preferences, dark -> content.view().darkProperty().set(dark));
        lessons = new LessonVisit(this, dialogs);
        content = content(model, Optional.empty());
        showContent();
        Drops.accept(scene, opener);
        HeapRoom.keepSoon();
        pulses =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        content.view().pulse();
                        lessons.pulse();
                    }
                };
        pulses.start();
    }

    private Content content(ExplorerViewModel model, Optional<SessionDocument> document) {
        model.experimentProperty().addListener(o -> drawAnew());
        return content(model, new FileSaver(this, model, dialogs, document));
    }

    private Content content(ExplorerViewModel model, FileSaver saver) {
        ExplorerView view = new ExplorerView(model, dialogs, new Around(saver));
        view.darkProperty().addListener((property, before, dark) -> theme.shown(dark));
        view.textPercentProperty().setValue(preferences.get().textPercent());
        view.textPercentProperty()
                .addListener((property, before, now) ->
                        preferences.set(preferences.get().withTextPercent(now)));
        model.dense()
                .onLoaded(
                        loaded -> dense(loaded, view),
                        (wanted, problems) ->
                                view.explain(
                                        Texts.text("ui.window.denseFailed", Texts.name(wanted)),
                                        problems));
        model.accountingProperty().set(preferences.get().energy().accounting());
        model.accountingProperty()
                .addListener((property, before, chosen) ->
                        preferences.set(preferences.get().withAccounting(chosen)));
        view.introducedProperty().set(!preferences.get().greeted());
        view.introducedProperty()
                .addListener((property, before, shown) ->
                        preferences.set(preferences.get().withGreeted(!shown)));
        return new Content(model, saver, view);
    }

    /** Shows the same with other names, wherever they stand; runs go on. */
    private void drawAnew() {
        content.view().commands().release(scene);
        content = content(content.model(), content.saver());
        showContent();
    }

    private void dense(DenseChoice loaded, ExplorerView shown) {
        preferences.set(preferences.get().withDense(loaded));
        shown.say(Texts.text("ui.window.denseLoaded", Texts.name(loaded)));
    }

    private void showContent() {
        ExplorerView view = content.view();
        view.setMenuBar(() ->
                WindowMenus.bar(
                        view.commands(),
                        WindowMenus.places(opener, preferences.get()),
                        view.textPercentProperty()));
        view.commands().listen(scene);
        theme.apply();
        scene.setRoot(view);
    }

    /** What this window adds to its content. */
    private final class Around implements Surroundings {
        private final FileSaver saver;

        Around(FileSaver saver) {
            this.saver = saver;
        }

        @Override
        public void addTo(Commands commands) {
            opener.addTo(commands);
            saver.addTo(commands);
            commands.on(Command.QUIT, () -> quit.run());
            commands.on(Command.SYSTEM_THEME, theme::followSystem);
            commands.on(Command.FULL_SCREEN, OpenWindow.this::fullScreen);
            commands.on(Command.LEARN, lessons::home);
            commands.on(Command.CLASS_PACK, new ClassPacks(OpenWindow.this, dialogs)::ask);
        }

        @Override
        public List<Menu> places() {
            return WindowMenus.places(opener, preferences.get());
        }

        @Override
        public FigureMemory figures() {
            return new FigureMemory(
                    () -> preferences.get().figure(),
                    chosen -> preferences.set(preferences.get().withFigure(chosen)));
        }

        @Override
        public void calibrate(String source) {
            calibrateOn(source);
        }

        @Override
        public void takeImages(int most) {
            opener.changes().take(most);
        }

        @Override
        public void openRun(SweepRun run) {
            opener.sweeps().run(run);
        }
    }

    @Override
    public Path packs() {
        return packs;
    }

    @Override
    public void teach(ClassPack pack) {
        lessons.teach(Optional.of(pack));
        say(PackWords.lead(pack));
    }

    @Override
    public void replace(ExplorerViewModel next, Optional<SessionDocument> document) {
        lessons.teach(Optional.empty());
        content.view().commands().release(scene);
        content.model().close();
        content = content(next, document);
        showContent();
        next.dense().choiceProperty().set(preferences.get().dense());
    }

    /** Sets what the Quit command does. */
    void setOnQuit(Runnable action) {
        quit = action;
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public Sheets sheets() {
        return content.view().sheets();
    }

    @Override
    public void say(String message) {
        content.view().say(message);
    }

    @Override
    public void explain(String title, List<Problem> problems) {
        content.view().explain(title, problems);
    }

    @Override
    public boolean isLookedAt() {
        return content.view().isLookedAt();
    }

    @Override
    public Preferences preferences() {
        return preferences.get();
    }

    @Override
    public void remember(Preferences changed) {
        preferences.set(changed);
    }

    @Override
    public void forget(Recent recent, Exception failure) {
        preferences.forget(recent, failure);
    }

    /** The window lies so far from where it was asked to be, though nobody moved it. */
    void opened(Point2D wandered) {
        preferences.windowWandered(wandered);
    }

    /** Remembers where the window is, before it closes. */
    void rememberWindow(Stage stage) {
        preferences.placeOf(stage);
    }

    /** Fills the whole screen, or no longer does. */
    void fullScreen() {
        if (scene.getWindow() instanceof Stage stage) {
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreenExitHint(Texts.text("ui.window.fullScreenHint"));
            stage.setFullScreen(!stage.isFullScreen());
        }
    }

    /** The view that is shown now. */
    ExplorerView view() {
        return content.view();
    }

    @Override
    public ExplorerViewModel model() {
        return content.model();
    }

    /** The lessons of this window. */
    LessonVisit lessons() {
        return lessons;
    }

    /** What opens other things. */
    FileOpener opener() {
        return opener;
    }

    /** Opens what the command line names: a model with its images, or one file of any kind. */
    void openNamed(List<String> files) {
        Drops.open(files, opener, this);
    }

    /** Runs with the current settings, without being asked to. */
    void begin() {
        content.saver().begin();
        model().dense().choiceProperty().set(preferences.get().dense());
    }

    @Override
    public void leave(String purpose, Runnable next) {
        content.saver().leave(purpose, next);
    }

    /** Measures λ on other images, and runs with it; what has run stays. */
    void calibrateOn(String source) {
        ExplorerViewModel model = model();
        opener.loader()
                .load(
                        source,
                        () -> model.calibrations().on(source),
                        changed -> {
                            model.calibrateOn(source);
                            opener.changes().rememberCalibration(model.experiment(), source);
                            say(Texts.text("ui.window.calibrated", source));
                        });
    }

    /** Offers the sessions of windows that closed unexpectedly, if there are any. */
    void offerRecovery() {
        recovery.offer();
    }

    /** Shows an unexpected error with all that helps to find its cause. */
    void crashed(Throwable error) {
        if (crashes.isToBeShown(error)) {
            recovery.save();
            sheets().show(Texts.text("ui.window.somethingWentWrong"), crashes.details(error));
        }
    }

    /**
     * Whether the window may close: asks once if runs are not saved, or one is in progress. If they
     * are to be saved it closes by itself once they are.
     */
    boolean mayClose() {
        if (!leaving && !mayLeave()) {
            return false;
        }
        recovery.stop();
        lessons.close();
        pulses.stop();
        theme.stop();
        model().close();
        Background.finishSaving(LAST_WRITES);
        recovery.end();
        return true;
    }

    private boolean mayLeave() {
        FileSaver saver = content.saver();
        if (saver.unsaved() == 0) {
            return !model().runs().isRunning()
                    || dialogs.confirm(Texts.text("ui.window.stopAndClose"));
        }
        Dialogs.Keeping answer = saver.keep(Texts.text("ui.window.closing"));
        if (answer == Dialogs.Keeping.SAVE) {
            saver.saveSession(() -> {
                leaving = true;
                quit.run();
            });
        }
        return answer == Dialogs.Keeping.DISCARD;
    }
}
