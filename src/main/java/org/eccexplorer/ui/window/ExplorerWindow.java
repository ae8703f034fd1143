package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.StageDialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Pulses;
import org.eccexplorer.ui.fx.TextSize;

/** The program's window over a bundled model; it runs as soon as it is open. */
public final class ExplorerWindow {

    /** Until then the system has put the window where it lets it be. */
    private static final Duration SETTLED = Duration.millis(700);

    private ExplorerWindow() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param sample the bundled model that is shown first
     * @param files none, a session, a run.json, a picture, a model, or a model and its images
     */
    public static void open(String sample, List<String> files) {
        open(sample, window -> window.openNamed(files));
    }

    /**
     * Opens the window with a lesson in it and returns when it is closed.
     *
     * @param sample the bundled model behind it
     * @param number of the lesson, from 1 on; 0 for the list of all
     */
    public static void learn(String sample, int number) {
        open(
                sample,
                window -> {
                    if (number == 0) {
                        window.lessons().home();
                    } else {
                        window.lessons().open(number);
                    }
                });
    }

    /** Opens the window with a lesson of a teacher's own and returns when it is closed. */
    public static void learn(String sample, Path lesson) {
        open(sample, window -> window.lessons().open(lesson));
    }

    private static void open(String sample, Consumer<OpenWindow> then) {
        // Read while JavaFX starts and shows the window without content.
        CompletableFuture<Experiment> experiment =
                Background.start(() -> Experiment.sample(sample, BundledModels.STANDARD_IMAGES));
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.startup(() -> unlessFailed(closed, () -> show(sample, experiment, closed, then)));
        try {
            closed.join();
        } finally {
            Platform.exit();
        }
    }

    private static void show(
            String sample,
            CompletableFuture<Experiment> experiment,
            CompletableFuture<Void> closed,
            Consumer<OpenWindow> then) {
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.complete(null));
        Frame frame = show(stage, sample);
        // What takes the thread before the window is drawn leaves it black for a second or two.
        Pulses.after(
                OpeningPane.DRAWN,
                experiment::isDone,
                () -> unlessFailed(closed, () -> fill(frame, experiment.join(), then)));
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
            Optional<Point2D> corner) {}

    /** Shows the window without content, where it was the last time. */
    private static Frame show(Stage stage, String sample) {
        Path preferencesFile = Preferences.file();
        Preferences preferences = Preferences.read(preferencesFile);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Point2D size = WindowPlace.size(preferences, screens);
        OpeningPane content = new OpeningPane(sample, WindowTheme.isDark(preferences.theme()));
        content.setStyle(TextSize.style(preferences.textPercent()));
        stage.getIcons().setAll(WindowIcons.all());
        stage.setTitle(Texts.text("ui.window.title"));
        stage.setMinWidth(Math.min(1000, size.getX()));
        stage.setMinHeight(Math.min(700, size.getY()));
        stage.setScene(new Scene(content, size.getX(), size.getY()));
        Optional<Point2D> corner = WindowPlace.corner(preferences, screens);
        corner.ifPresent(place -> {
            stage.setX(place.getX());
            stage.setY(place.getY());
        });
        stage.setMaximized(preferences.maximised());
        stage.show();
        return new Frame(stage, preferencesFile, screens, corner);
    }

    /** Gives the window its content, unless it was closed before that was read. */
    private static void fill(Frame frame, Experiment experiment, Consumer<OpenWindow> then) {
        Stage stage = frame.stage();
        if (!stage.isShowing()) {
            return;
        }
        Scene scene = stage.getScene();
        OpenWindow window =
                new OpenWindow(scene, new StageDialogs(stage), frame.preferencesFile(), experiment);
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
        // Before the run takes the cores: the content would be there a second later.
        window.view().applyCss();
        window.view().layout();
        window.begin();
        window.offerRecovery();
        then.accept(window);
    }
}
