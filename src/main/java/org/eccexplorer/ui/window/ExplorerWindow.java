package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.StageDialogs;
import org.eccexplorer.ui.files.PlainModel;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Pulses;
import org.eccexplorer.ui.fx.Reading;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The program's window over a bundled model; it runs as soon as it is open. */
public final class ExplorerWindow {

    /** Until then the system has put the window where it lets it be. */
    private static final javafx.util.Duration SETTLED = javafx.util.Duration.millis(700);

    private ExplorerWindow() {}

    /** So long the window's content stays hidden for a model that is named and not read yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * What a window is opened with.
     *
     * @param name of what is opened
     * @param model of the content that is made first
     * @param reading of what the command line names; empty if that is no plain model
     * @param then is done once the content is there, unless the model that is named takes its place
     */
    private record Start(
            String name,
            Reading<ExplorerViewModel> model,
            Reading<Optional<PlainModel>> reading,
            Consumer<OpenWindow> then) {
        Start(String sample, Consumer<OpenWindow> then) {
            this(sample, reading(sample), Reading.done(Optional.empty()), then);
        }

        private static Reading<ExplorerViewModel> reading(String sample) {
            return Reading.of(() ->
                    new ExplorerViewModel(
                            Experiment.sample(sample, BundledModels.STANDARD_IMAGES)));
        }
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param sample the bundled model that is shown first
     * @param files none, a session, a run.json, a picture, a model, or a model and its images
     */
    public static void open(String sample, List<String> files) {
        open(files.isEmpty() ? new Start(sample, OpenWindow::begin) : named(sample, files));
    }

    /** A model that is named is read while the content is made. */
    private static Start named(String sample, List<String> files) {
        List<Path> paths = files.stream().map(Path::of).toList();
        Reading<Optional<PlainModel>> reading = Reading.of(() -> PlainModel.read(paths));
        return new Start(
                String.valueOf(paths.getFirst().getFileName()),
                Start.reading(sample),
                reading,
                window -> {
                    if (reading.isDone()) {
                        window.begin();
                        window.openNamed(files);
                    } else {
                        window.opener().files(paths, reading);
                    }
                });
    }

    /**
     * Opens the window with a lesson in it and returns when it is closed.
     *
     * @param sample the bundled model behind it
     * @param number of the lesson, from 1 on; 0 for the list of all
     */
    public static void learn(String sample, int number) {
        learn(
                sample,
                lessons -> {
                    if (number == 0) {
                        lessons.home();
                    } else {
                        lessons.open(number);
                    }
                });
    }

    /** Opens the window with a lesson of a teacher's own and returns when it is closed. */
    public static void learn(String sample, Path lesson) {
        learn(sample, lessons -> lessons.open(lesson));
    }

    private static void learn(String sample, Consumer<LessonVisit> lesson) {
        open(
                new Start(
                        sample,
                        window -> {
                            window.begin();
                            lesson.accept(window.lessons());
                        }));
    }

    private static void open(Start start) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.startup(() -> unlessFailed(closed, () -> show(start, closed)));
        try {
            closed.join();
        } finally {
            Platform.exit();
        }
    }

    private static void show(Start start, CompletableFuture<Void> closed) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.complete(null));
        Frame frame = show(stage, start.name());
        // What takes the thread before the window is drawn leaves it black for a second or two.
        Pulses.after(
                OpeningPane.DRAWN,
                start.model()::isDone,
                () -> unlessFailed(closed, () -> fill(frame, start)));
    }

    private static void unlessFailed(CompletableFuture<Void> closed, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | Error e) {
            closed.completeExceptionally(e);
        }
    }

    /** A window where it is on the screen, whatever it shows. */
    private record Frame(
            Stage stage,
            Path preferencesFile,
            List<Rectangle2D> screens,
            Optional<Point2D> corner,
            EarlyKeys keys) {}

    /** Shows the window without content, where it was the last time. */
    private static Frame show(Stage stage, String name) {
        Path preferencesFile = PreferencesFile.own();
        Preferences preferences = PreferencesFile.read(preferencesFile);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Point2D size = WindowPlace.size(preferences, screens);
        OpeningPane content = new OpeningPane(name, WindowTheme.isDark(preferences.theme()));
        content.setStyle(TextSize.style(preferences.textPercent()));
        stage.getIcons().setAll(WindowIcons.all());
        stage.setTitle(Texts.text("ui.window.title"));
        stage.setMinWidth(Math.min(1000, size.getX()));
        stage.setMinHeight(Math.min(700, size.getY()));
        Scene scene = new Scene(content, size.getX(), size.getY());
        EarlyKeys keys = new EarlyKeys(scene);
        stage.setScene(scene);
        Optional<Point2D> corner = WindowPlace.corner(preferences, screens);
        corner.ifPresent(place -> {
            stage.setX(place.getX());
            stage.setY(place.getY());
        });
        stage.setMaximized(preferences.maximised());
        stage.show();
        return new Frame(stage, preferencesFile, screens, corner, keys);
    }

    /** Gives the window its content, unless it was closed before that was read. */
    private static void fill(Frame frame, Start start) {
        Stage stage = frame.stage();
        if (!stage.isShowing()) {
            return;
        }
        Scene scene = stage.getScene();
        OpenWindow window =
                new OpenWindow(
                        scene,
                        new StageDialogs(stage),
                        frame.preferencesFile(),
                        start.model().get());
        Background.onUncaught(window::crashed);
        stage.setOnCloseRequest(event -> {
            if (window.mayClose()) {
                window.rememberWindow(stage);
            } else {
                event.consume();
            }
        });
        window.setOnQuit(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(event -> {
            window.opened(WindowPlace.wandered(frame.corner(), stage.getX(), stage.getY()));
            double y =
                    WindowPlace.lowered(stage.getX(), stage.getY(), scene.getY(), frame.screens());
            if (y > stage.getY() && !stage.isMaximized()) {
                stage.setY(y);
            }
        });
        settled.play();
        window.view().focusRun();
        // Shown whole: parts that come one after the other would move before the eyes.
        window.view().cover(OpeningPane.label(start.name()));
        // The run would take the cores from the content, which would be there a second later.
        window.view().whenThere(() -> await(window, start, frame.keys()));
    }

    /** Waits for a moment for the model that is named. */
    private static void await(OpenWindow window, Start start, EarlyKeys keys) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Pulses.after(
                1,
                () -> start.reading().isDone() || System.nanoTime() > end,
                () -> begin(window, start, keys));
    }

    private static void begin(OpenWindow window, Start start, EarlyKeys keys) {
        Optional<PlainModel> named = start.reading().now().flatMap(Function.identity());
        if (named.isPresent()) {
            window.opener().opened(named.get());
            window.view().cover(OpeningPane.label(start.name()));
            window.view()
                    .whenThere(() -> {
                        window.view().uncover();
                        keys.press();
                    });
        } else {
            window.view().uncover();
            start.then().accept(window);
            // The run is in the first frame of the content.
            window.view().pulse();
            keys.press();
        }
        window.offerRecovery();
    }
}
