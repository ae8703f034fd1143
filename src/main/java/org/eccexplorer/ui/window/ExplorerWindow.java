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
import javafx.scene.Group;
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
        // Read while JavaFX starts.
        CompletableFuture<Experiment> experiment =
                Background.start(() -> Experiment.sample(sample, BundledModels.STANDARD_IMAGES));
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                Stage stage = new Stage();
                stage.setOnHidden(event -> closed.complete(null));
                show(stage, experiment.join(), then);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
        try {
            closed.join();
        } finally {
            Platform.exit();
        }
    }

    private static void show(Stage stage, Experiment experiment, Consumer<OpenWindow> then) {
        Path preferencesFile = Preferences.file();
        Preferences preferences = Preferences.read(preferencesFile);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Point2D size = WindowPlace.size(preferences, screens);
        Scene scene = new Scene(new Group(), size.getX(), size.getY());
        OpenWindow window =
                new OpenWindow(scene, new StageDialogs(stage), preferencesFile, experiment);
        Background.onUncaught(window::crashed);
        stage.getIcons().setAll(WindowIcons.all());
        stage.setTitle(Texts.text("ui.window.title"));
        stage.setMinWidth(Math.min(1000, size.getX()));
        stage.setMinHeight(Math.min(700, size.getY()));
        stage.setScene(scene);
        Optional<Point2D> corner = WindowPlace.corner(preferences, screens);
        corner.ifPresent(place -> {
            stage.setX(place.getX());
            stage.setY(place.getY());
        });
        stage.setMaximized(preferences.maximised());
        stage.setOnCloseRequest(event -> {
            if (window.mayClose()) {
                window.rememberWindow(stage);
            } else {
                event.consume();
            }
        });
        window.setOnQuit(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        stage.show();
        PauseTransition settled = new PauseTransition(SETTLED);
        settled.setOnFinished(event -> {
            window.opened(WindowPlace.wandered(corner, stage.getX(), stage.getY()));
            double y = WindowPlace.lowered(stage.getX(), stage.getY(), scene.getY(), screens);
            if (y > stage.getY() && !stage.isMaximized()) {
                stage.setY(y);
            }
        });
        settled.play();
        window.view().focusRun();
        window.begin();
        window.offerRecovery();
        then.accept(window);
    }
}
