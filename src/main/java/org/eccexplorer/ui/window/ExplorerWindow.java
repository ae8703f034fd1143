package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.ui.dialog.StageDialogs;
import org.eccexplorer.ui.fx.Background;

/** The program's window over the bundled sample; it runs as soon as it is open. */
public final class ExplorerWindow extends Application {
    private static final int IMAGES = 1000;

    /** Read while JavaFX starts. */
    private static CompletableFuture<Experiment> sample = new CompletableFuture<>();

    @Override
    public void start(Stage stage) {
        Path preferencesFile = Preferences.file();
        Preferences preferences = Preferences.read(preferencesFile);
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Point2D size = WindowPlace.size(preferences, screens);
        Scene scene = new Scene(new Group(), size.getX(), size.getY());
        OpenWindow session =
                new OpenWindow(scene, new StageDialogs(stage), preferencesFile, sample.join());
        Background.onUncaught(session::crashed);
        stage.setTitle("ECC Explorer");
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
            if (session.mayClose()) {
                session.rememberWindow(stage);
            } else {
                event.consume();
            }
        });
        session.setOnQuit(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        stage.show();
        session.view().focusRun();
        session.begin();
        session.offerRecovery();
        session.openNamed(getParameters().getUnnamed());
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param files none, a session, a picture, a model, or a model and its images
     */
    public static void open(String... files) {
        sample = Background.start(() -> Experiment.sample("fashion-mnist", IMAGES));
        launch(ExplorerWindow.class, files);
    }
}
