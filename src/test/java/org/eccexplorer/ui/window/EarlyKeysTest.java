package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EarlyKeysTest {
    private final List<String> done = new ArrayList<>();

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private static void stroke(Scene scene, KeyCode code, String text, boolean control) {
        fire(scene, KeyEvent.KEY_PRESSED, code, "", control);
        if (!text.isEmpty()) {
            fire(scene, KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, text, control);
        }
        fire(scene, KeyEvent.KEY_RELEASED, code, "", control);
    }

    private static void fire(
            Scene scene, EventType<KeyEvent> type, KeyCode code, String text, boolean control) {
        Event.fireEvent(scene, new KeyEvent(type, text, text, code, false, control, false, false));
    }

    @Test
    void keysBeforeTheContentActOnItInTheirOrder() throws Exception {
        TextField field = fx(() -> new TextField());
        Scene scene = fx(() -> new Scene(new OpeningPane("digits", false), 400, 300));
        EarlyKeys keys = fx(() -> new EarlyKeys(scene));
        Stage stage =
                fx(() -> {
                    Stage shown = new Stage();
                    shown.setScene(scene);
                    shown.show();
                    return shown;
                });
        fx(() -> {
            stroke(scene, KeyCode.P, "", true);
            stroke(scene, KeyCode.A, "a", false);
            stroke(scene, KeyCode.B, "b", false);
            StackPane content = new StackPane();
            scene.setRoot(content);
            // As the palette of commands: its field comes with the first key.
            scene.getAccelerators()
                    .put(
                            KeyCombination.valueOf("Ctrl+P"),
                            () -> {
                                done.add("opened");
                                content.getChildren().setAll(field);
                                field.requestFocus();
                            });
            assertThat(done).isEmpty();
            keys.press();
            assertThat(done).containsExactly("opened");
        });
        until(() -> field.getText().equals("ab"));
        fx(() -> {
            stroke(scene, KeyCode.P, "", true);
            stage.close();
        });
        assertThat(done).as("keys that come later").containsExactly("opened", "opened");
    }
}
