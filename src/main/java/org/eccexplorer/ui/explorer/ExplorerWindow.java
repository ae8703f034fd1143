package org.eccexplorer.ui.explorer;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.eccexplorer.problem.ProblemException;

/** The program's window over the bundled sample; it runs as soon as it is open. */
public final class ExplorerWindow extends Application {
    private static final int IMAGES = 1000;

    @Override
    public void start(Stage stage) throws ProblemException {
        ExplorerViewModel model = ExplorerViewModel.sample(IMAGES);
        ExplorerView view = new ExplorerView(model);
        Scene scene = new Scene(view, 1440, 900);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), view::toggleRun);
        view.darkProperty().set(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
        stage.setTitle("ECC Explorer");
        stage.setMinWidth(1000);
        stage.setMinHeight(700);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (model.isRunning() && !confirmed()) {
                event.consume();
                return;
            }
            model.close();
        });
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                view.pulse();
            }
        }.start();
        stage.show();
        model.run();
    }

    private static boolean confirmed() {
        Alert alert =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        "A run is going on. Stop it and close?",
                        ButtonType.CANCEL,
                        ButtonType.OK);
        alert.setHeaderText(null);
        return alert.showAndWait().filter(answer -> answer == ButtonType.OK).isPresent();
    }

    /** Opens the window and returns when it is closed. */
    public static void open(String... arguments) {
        launch(ExplorerWindow.class, arguments);
    }
}
