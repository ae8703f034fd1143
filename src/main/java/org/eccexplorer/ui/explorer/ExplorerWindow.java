package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.StageDialogs;

/** The program's window over the bundled sample; it runs as soon as it is open. */
public final class ExplorerWindow extends Application {
    private static final int IMAGES = 1000;

    @Override
    public void start(Stage stage) throws ProblemException {
        Scene scene = new Scene(new Group(), 1440, 900);
        Experiment sample = Experiment.sample("fashion-mnist", IMAGES);
        ExplorerSession session = new ExplorerSession(scene, new StageDialogs(stage), sample);
        session.view()
                .darkProperty()
                .set(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        stage.setTitle("ECC Explorer");
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!session.mayClose()) {
                event.consume();
            }
        });
        stage.show();
        session.view().focusRun();
        session.model().run();
        openNamed(session);
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
