package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a window shows until its model is read. */
class OpeningPaneTest {
    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysWhatIsOpenedInTheColoursOfTheWindow(boolean dark) throws Exception {
        OpeningPane pane = fx(() -> new OpeningPane("digits", dark));
        Label label = (Label) pane.getChildren().getFirst();
        fx(() -> new Scene(pane).getRoot().applyCss());
        assertThat(label.getText()).contains("digits");
        Color ground = (Color) pane.getBackground().getFills().getFirst().getFill();
        assertThat(ground.getBrightness() < 0.5).isEqualTo(dark);
        assertThat(((Color) label.getTextFill()).getBrightness() < 0.5).isNotEqualTo(dark);
    }
}
