package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class pack is made in one window and opened in another. */
class ClassPackWindowTest {
    @TempDir private Path folder = Path.of("");

    private final Answers answers = new Answers();
    private OpenWindow window;
    private Scene scene;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("digits", 8);
        scene = fx(() -> new Scene(new Group(), 1000, 700));
        window =
                fx(() ->
                        new OpenWindow(scene, answers, folder.resolve("preferences.json"), sample));
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            window.lessons().close();
            window.model().close();
        });
        Background.finishSaving(Duration.ofSeconds(10));
    }

    private <T extends Node> List<T> all(Class<T> kind) {
        Set<Node> nodes = new HashSet<>();
        scene.getRoot().applyCss();
        SceneNodes.all(scene.getRoot(), nodes);
        return nodes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends Labeled> T named(Class<T> kind, String text) {
        return all(kind).stream()
                .filter(node -> node.getText().startsWith(text))
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
    }

    private boolean isSaid(String text) {
        return all(Label.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains(text));
    }

    private Path packed() throws Exception {
        Path file = folder.resolve("class.eccx");
        answers.files.add(file);
        fx(() -> {
            window.model().settings().set(window.model().settings().get().withTimesteps(24));
            window.view().commands().run(Command.CLASS_PACK);
        });
        fx(() -> {
            for (String lesson : List.of("2 ", "4 ", "5 ", "6 ", "7 ", "8 ")) {
                named(CheckBox.class, lesson).setSelected(false);
            }
            named(CheckBox.class, Texts.name(WindowPart.COST)).setSelected(true);
            all(TextArea.class).getFirst().setText("Ask before you show.");
            named(Button.class, Texts.text("ui.window.packMake")).fire();
        });
        Background.finishSaving(Duration.ofSeconds(20));
        assertThat(file).exists();
        return file;
    }

    @Test
    void itOpensToItsLessonsAndSaysWhatIsHidden() throws Exception {
        Path file = packed();
        fx(() -> window.openNamed(List.of(file.toString())));
        until(() -> window.lessons().screen().isPresent());
        assertThat(fx(() -> isSaid("Class pack of digits.keras"))).isTrue();
        assertThat(fx(() -> isSaid("digits.keras and 8 test images"))).isTrue();
        assertThat(fx(() -> isSaid("Hidden in the window: " + Texts.name(WindowPart.COST))))
                .isTrue();
        assertThat(fx(() -> all(Button.class)).stream().map(Button::getId))
                .contains("lesson-1", "lesson-2")
                .doesNotContain("lesson-3");
        assertThat(fx(() -> isSaid("Ask before you show."))).isFalse();
        fx(() -> window.lessons().leave());
        assertThat(window.model().hiddenParts()).containsExactly(WindowPart.COST);
        assertThat(window.model().settings().get().timesteps()).isEqualTo(24);
        assertThat(window.model().runs().all()).as("nothing runs").isEmpty();
        assertThat(window.model().experiment().model().file())
                .startsWith(folder.resolve("class-packs"));
        fx(() -> window.view().repaint());
        assertThat(fx(() -> named(Hyperlink.class, "1 part").getTooltip().getText()))
                .contains(Texts.name(WindowPart.COST));
    }

    @Test
    void notesAreShownInThePresenterViewAlone() throws Exception {
        Path file = packed();
        fx(() -> window.openNamed(List.of(file.toString())));
        until(() -> window.lessons().screen().isPresent());
        fx(() -> window.lessons().screen().orElseThrow().open(1));
        assertThat(fx(() -> isSaid("Ask before you show."))).isFalse();
        fx(() -> window.lessons().screen().orElseThrow().present(true));
        assertThat(fx(() -> isSaid("Ask before you show."))).isFalse();
        fx(() -> named(ToggleButton.class, Texts.text("ui.lesson.notes")).fire());
        assertThat(fx(() -> isSaid("Ask before you show."))).isTrue();
        assertThat(fx(() -> isSaid("Let the class say what happens"))).isTrue();
        fx(() -> window.lessons().screen().orElseThrow().present(false));
        assertThat(fx(() -> isSaid("Ask before you show."))).isFalse();
    }

    @Test
    void anotherModelHasTheLessonsOfTheProgramAgain() throws Exception {
        Path file = packed();
        fx(() -> window.openNamed(List.of(file.toString())));
        until(() -> window.lessons().screen().isPresent());
        fx(() -> window.lessons().leave());
        fx(() -> window.opener().sample("digits"));
        until(() -> !window.model().runs().all().isEmpty());
        fx(() -> window.lessons().home());
        assertThat(fx(() -> all(Button.class)).stream().map(Button::getId)).contains("lesson-8");
    }

    @Test
    void aDamagedPackIsExplainedAndChangesNothing() throws Exception {
        Path file = packed();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Object before = window.model();
        fx(() -> window.openNamed(List.of(file.toString())));
        until(() ->
                isSaid(Texts.text("app.session.packAgain")) || window.view().sheets().isVisible());
        assertThat(window.model()).isSameAs(before);
    }
}
