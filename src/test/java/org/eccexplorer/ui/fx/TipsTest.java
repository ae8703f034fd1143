package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TipsTest {
    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private static void enter(Button button) {
        Event.fireEvent(
                button,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
    }

    @Test
    void aTooltipIsMadeWhenTheMouseComesAndSaysWhatIsSaidLast() throws Exception {
        Button button = fx(() -> new Button("↓"));
        fx(() -> {
            Tips.say(button, "first");
            assertThat(button.getTooltip()).isNull();
            assertThat(button.queryAccessibleAttribute(AccessibleAttribute.HELP))
                    .isEqualTo("first");
            enter(button);
            assertThat(button.getTooltip().getText()).isEqualTo("first");
            Tips.say(button, "second");
            assertThat(button.getTooltip().getText()).isEqualTo("second");
            Tips.say(button, "");
            assertThat(button.getTooltip()).isNull();
            enter(button);
            assertThat(button.getTooltip()).isNull();
            Tips.say(button, "third");
            enter(button);
            assertThat(button.getTooltip().getText()).isEqualTo("third");
        });
    }
}
