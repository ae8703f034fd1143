package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScriptTextTest {
    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void anIndexIsAPartOfItsOwnAndIsReadAsItIsWritten() throws Exception {
        Region shown = fx(() -> ScriptText.wrapped("A charge of θ·V_thr each.", "muted"));
        assertThat(shown).isInstanceOf(TextFlow.class);
        assertThat(shown.getAccessibleText()).isEqualTo("A charge of θ·V_thr each.");
        assertThat(((TextFlow) shown).getChildren())
                .extracting(node -> ((Text) node).getText())
                .containsExactly("A charge of θ·V", "thr", " each.");
        assertThat(((TextFlow) shown).getChildren().get(1).getStyleClass()).contains("index");
    }

    @Test
    void otherTextsAreLabels() throws Exception {
        assertThat(fx(() -> ScriptText.wrapped("of conv1_1", "muted"))).isInstanceOf(Label.class);
    }
}
