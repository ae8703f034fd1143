package org.eccexplorer.ui.dialog;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;

/** Short messages in the corner of a window that go by themselves. */
final class Notices {
    private static final Duration STAY = Duration.seconds(8);
    private static final String STYLE =
            Objects.requireNonNull(Notices.class.getResource("notices.css")).toExternalForm();

    private Notices() {}

    /**
     * Shows a message in the lower right corner of a window.
     *
     * @param action name of what can be done about it
     */
    static void show(Stage stage, String title, String text, String action, Runnable taken) {
        Scene scene = stage.getScene();
        if (!scene.getStylesheets().contains(STYLE)) {
            scene.getStylesheets().add(STYLE);
        }
        boolean dark = scene.getRoot().getStyleClass().contains("dark");
        Notifications.create()
                .owner(stage)
                .title(title)
                .text(text)
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(STAY)
                .styleClass("notice", dark ? "dark-notice" : "light-notice")
                .action(
                        new Action(
                                action,
                                event -> {
                                    stage.toFront();
                                    stage.requestFocus();
                                    taken.run();
                                }))
                .show();
    }
}
