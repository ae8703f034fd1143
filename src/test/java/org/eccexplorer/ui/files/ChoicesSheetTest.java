package org.eccexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks what a file leaves open; what is taken stands first, and nothing is taken by itself. */
class ChoicesSheetTest {
    private static final DataChoice CHANNELS =
            new DataChoice("channel-order", "In which order?", List.of("hwc", "chw"), "chw");
    private static final DataChoice PREPARATION =
            new DataChoice(
                    "prepare", "75 % instead of 24 %. Use it?", List.of("unit", "tf"), "unit");

    private final List<Map<String, String>> answers = new ArrayList<>();
    private int cancelled;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private ChoicesSheet sheet(DataChoice... choices) throws Exception {
        return fx(() -> new ChoicesSheet(List.of(choices), answers::add, () -> cancelled++));
    }

    private static <T extends Labeled> T named(ChoicesSheet sheet, Class<T> kind, String text) {
        List<Node> nodes = new ArrayList<>();
        SceneNodes.all(sheet, nodes);
        return nodes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> node.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneQuestionIsAnsweredByAButton() throws Exception {
        ChoicesSheet sheet = sheet(PREPARATION);
        assertThat(named(sheet, Label.class, "Use it?").getText()).contains("24 %");
        fx(() -> named(sheet, Button.class, "Use x/127.5 \u2212 1").fire());
        assertThat(answers).containsExactly(Map.of("prepare", "tf"));
        fx(() -> named(sheet, Button.class, "Keep x/255").fire());
        assertThat(answers.getLast()).isEqualTo(Map.of("prepare", "unit"));
        fx(() -> named(sheet, Button.class, "Cancel").fire());
        assertThat(cancelled).isEqualTo(1);
        assertThat(answers).hasSize(2);
    }

    /** Of what is open, what was taken; of a proposal, what is proposed. */
    @Test
    void theButtonThatStandsOutIsTheBetterReading() throws Exception {
        ChoicesSheet open = sheet(CHANNELS);
        assertThat(named(open, Button.class, "Keep chw").getStyleClass()).contains("primary");
        assertThat(named(open, Button.class, "Use hwc").getStyleClass()).doesNotContain("primary");
        assertThat(named(open, Button.class, "Keep").isMnemonicParsing())
                .as("underscores of files' names are shown")
                .isFalse();
        ChoicesSheet better = sheet(PREPARATION);
        assertThat(named(better, Button.class, "Keep").getStyleClass()).doesNotContain("primary");
        assertThat(named(better, Button.class, "Use").getStyleClass()).contains("primary");
    }

    @Test
    void severalQuestionsAreAnsweredTogether() throws Exception {
        ChoicesSheet sheet = sheet(CHANNELS, PREPARATION);
        assertThat(fx(() -> named(sheet, RadioButton.class, "chw").isSelected())).isTrue();
        fx(() -> named(sheet, RadioButton.class, "hwc").fire());
        assertThat(answers).isEmpty();
        fx(() -> named(sheet, Button.class, "Open").fire());
        assertThat(answers).containsExactly(Map.of("channel-order", "hwc", "prepare", "unit"));
    }
}
