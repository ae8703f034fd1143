package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.Preferences;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.StageDialogs;
import org.slf4j.LoggerFactory;

/** The program's window over the bundled sample; it runs as soon as it is open. */
public final class ExplorerWindow extends Application {
    private static final int IMAGES = 1000;

    @Override
    public void start(Stage stage) throws ProblemException {
        Path preferencesFile = Preferences.file();
        Preferences preferences = Preferences.read(preferencesFile);
        Scene scene = new Scene(new Group(), preferences.width(), preferences.height());
        Experiment sample = Experiment.sample("fashion-mnist", IMAGES);
        ExplorerSession session =
                new ExplorerSession(scene, new StageDialogs(stage), preferencesFile, sample);
        Background.onUncaught(error -> crash(session, error));
        stage.setTitle("ECC Explorer");
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        stage.setScene(scene);
        if (preferences.x() >= 0 && preferences.y() >= 0) {
            stage.setX(preferences.x());
            stage.setY(preferences.y());
        }
        stage.setOnCloseRequest(event -> {
            session.rememberWindow(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight());
            if (!session.mayClose()) {
                event.consume();
            }
        });
        session.setOnQuit(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        stage.show();
        session.view().focusRun();
        session.model().run();
        session.offerRecovery();
        openNamed(session);
    }

    /** An error nobody expected: it is shown with its details, and the window stays. */
    private static void crash(ExplorerSession session, Throwable error) {
        LoggerFactory.getLogger(ExplorerWindow.class).error("unexpected", error);
        session.crashed(error);
    }

    /** A model and its images named on the command line. */
    private void openNamed(ExplorerSession session) {
        List<String> files = getParameters().getUnnamed();
        if (files.size() == 2) {
            session.open(Path.of(files.getFirst()), Path.of(files.get(1)));
        }
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param files none, or a model and its images
     */
    public static void open(String... files) {
        launch(ExplorerWindow.class, files);
    }
}
