package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.InfoButton;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.image.MapsView;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The real window over the bundled model, driven by mouse and keyboard. */
class DrivenWindowTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("ecc.home", "."), "sample-models", "fashion-mnist");

    @TempDir private Path folder = Path.of("");

    private final FxRobot robot = new FxRobot();
    private final Answers answers = new Answers();
    private OpenWindow session;
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("fashion-mnist", 8);
        fx(() -> {
            Scene scene = new Scene(new Group(), 1000, 960);
            session = new OpenWindow(scene, answers, folder.resolve("preferences.json"), sample);
            session.model().settings().set(session.model().settings().get().withTimesteps(16));
            stage = new Stage();
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
        });
        ended();
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            answers.confirmed = true;
            session.mayClose();
            stage.close();
        });
    }

    private void ended() throws Exception {
        until(() -> !session.model().runs().all().isEmpty() && !session.model().runs().isRunning());
    }

    private RunState newest() throws Exception {
        return fx(() -> session.model().runs().all().getFirst());
    }

    private RunState focus() throws Exception {
        return fx(() -> session.model().runs().focusProperty().get().orElseThrow());
    }

    /** Waits for a node: parts of a window come in pulses of their own. */
    private Node find(Predicate<Node> wanted) throws Exception {
        until(() -> visible(wanted).isPresent());
        return fx(() -> visible(wanted).orElseThrow());
    }

    private Optional<Node> visible(Predicate<Node> wanted) {
        session.view().applyCss();
        session.view().layout();
        List<Node> all = new ArrayList<>();
        SceneNodes.visible(session.view(), all);
        return all.stream().filter(wanted).findFirst();
    }

    private static Predicate<Node> text(String text) {
        return node -> node instanceof Labeled labeled && text.equals(labeled.getText());
    }

    private static Predicate<Node> button(String text) {
        return node -> node instanceof ButtonBase button && text.equals(button.getText());
    }

    private List<String> texts() throws Exception {
        return fx(() -> {
            session.view().applyCss();
            session.view().layout();
            List<Node> all = new ArrayList<>();
            SceneNodes.visible(session.view(), all);
            for (Node node : List.copyOf(all)) {
                if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
                    SceneNodes.visible(scroll.getContent(), all);
                }
            }
            return all.stream()
                    .filter(Labeled.class::isInstance)
                    .map(node -> String.valueOf(((Labeled) node).getText()))
                    .toList();
        });
    }

    private void choose(Command command) {
        robot.push((KeyCodeCombination) Objects.requireNonNull(command.keys()));
    }

    @Test
    void eachTechniqueIsSwitchedByAClickAndUndoneByAKey() throws Exception {
        String[] names = {"TRE + CMB", "CN + CMB", "CN + TRE"};
        List<ToggleSwitch> switches = new ArrayList<>();
        fx(() -> {
            List<Node> all = new ArrayList<>();
            SceneNodes.visible(session.view(), all);
            all.stream()
                    .filter(ToggleSwitch.class::isInstance)
                    .forEach(node -> switches.add((ToggleSwitch) node));
        });
        assertThat(switches).hasSize(3);
        for (int i = 0; i < 3; i++) {
            robot.clickOn(switches.get(i));
            ended();
            assertThat(focus().name()).isEqualTo(names[i]);
            choose(Command.UNDO);
            ended();
            assertThat(focus().name()).isEqualTo("ECC (all three)");
        }
        choose(Command.REDO);
        ended();
        assertThat(focus().name()).isEqualTo("CN + TRE");
    }

    @Test
    void aRunIsStartedHeldSteppedAndStopped() throws Exception {
        robot.clickOn(find(button("▶ Run")));
        assertThat(fx(() -> session.model().runs().isRunning())).as("it has run").isFalse();
        RunState before = focus();
        choose(Command.RUN_AGAIN);
        until(() -> !session.model().runs().focusProperty().get().equals(Optional.of(before)));
        ended();
        assertThat(fx(() -> session.model().runs().all())).hasSize(1);
        robot.clickOn(find(button("▸")));
        robot.push(KeyCode.COMMA);
        assertThat(fx(() -> session.model().playback().timestepProperty().get())).isEqualTo(15);
        robot.push(KeyCode.PERIOD);
        assertThat(fx(() -> session.model().playback().timestepProperty().get())).isEqualTo(16);
        fx(() ->
                session.model()
                        .settings()
                        .set(session.model().settings().get().withTimesteps(4096)));
        choose(Command.PAUSE);
        assertThat(fx(() -> session.model().runs().pausedProperty().get())).isTrue();
        choose(Command.PAUSE);
        until(() -> newest().images() > 0);
        choose(Command.RUN);
        ended();
        assertThat(newest().phase()).isEqualTo(RunState.Phase.STOPPED);
    }

    @Test
    void twoRunsAreComparedAndANeuronIsInspected() throws Exception {
        SampleModel.change(
                fx(() -> session.model().settings()),
                ConversionOptions.RESIDUAL_ELIMINATION,
                false);
        ended();
        robot.clickOn(find(button("Compare")));
        until(() -> session.model().currentPage().comparingProperty().get());
        robot.clickOn(find(button("‹ Explorer")));
        choose(Command.IMAGE);
        until(() ->
                session.model()
                        .runs()
                        .focusProperty()
                        .get()
                        .flatMap(session.model().selection()::trace)
                        .isPresent());
        Node maps = find(MapsView.class::isInstance);
        robot.clickOn(robot.point(maps).atPosition(Pos.TOP_LEFT).atOffset(12, 12));
        int chosen = fx(() -> session.model().selection().neuronProperty().get());
        assertThat(chosen).isNotNegative();
        until(() -> maps.getAccessibleText().contains("neuron"));
        TimeUnit.MILLISECONDS.sleep(100);
        robot.push(KeyCode.PAGE_DOWN);
        until(() -> session.model().selection().neuronProperty().get() == chosen + 1);
        choose(Command.NEURON);
        until(() -> texts().contains("= V(t)"));
        until(() -> texts().contains("CN + CMB") && texts().contains("ECC (all three)"));
        assertThat(texts()).contains("residual V(T)", "+ bias");
    }

    @Test
    void thePaletteRunsACommandAndStartsNothingElse() throws Exception {
        int runs = fx(() -> session.model().runs().all().size());
        choose(Command.PALETTE);
        robot.write("about");
        robot.push(KeyCode.ENTER);
        until(() -> session.view().sheets().isVisible());
        assertThat(texts()).anyMatch(text -> text.startsWith("OpenJFX 2"));
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
        assertThat(fx(() -> session.model().runs().all())).hasSize(runs);
    }

    @Test
    void enterOnAChartShowsItsDataAndStartsNothingElse() throws Exception {
        int runs = fx(() -> session.model().runs().all().size());
        Node chart = find(ChartView.class::isInstance);
        fx(() -> chart.requestFocus());
        robot.push(KeyCode.ENTER);
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(() -> session.model().runs().all())).hasSize(runs);
    }

    @Test
    void aLayerIsFoundByTypingAPartOfItsName() throws Exception {
        int runs = fx(() -> session.model().runs().all().size());
        choose(Command.NEURON);
        until(() -> texts().contains("= V(t)"));
        Node chooser = find(SearchableComboBox.class::isInstance);
        robot.clickOn(chooser);
        robot.write("fc");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER);
        until(() -> session.model().selection().layerProperty().get() == 2);
        assertThat(fx(() -> session.model().runs().all())).hasSize(runs);
    }

    @Test
    void whatIsBehindATechniqueIsReadByKeyboard() throws Exception {
        InfoButton info = (InfoButton) find(InfoButton.class::isInstance);
        fx(() -> info.requestFocus());
        robot.push(KeyCode.SPACE);
        until(info::isOpen);
        List<Node> shown = new ArrayList<>();
        fx(() -> {
            info.explanation().applyCss();
            SceneNodes.visible(info.explanation(), shown);
        });
        assertThat(shown)
                .filteredOn(Labeled.class::isInstance)
                .extracting(node -> ((Labeled) node).getText())
                .contains("Current normalisation", "V_thr ← κ")
                .anyMatch(text -> text.contains("arXiv:2103.00944"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !info.isOpen());
    }

    @Test
    void anImageIsDrawnAndClearedByKeyboard() throws Exception {
        choose(Command.SAMPLES);
        until(() -> session.model().currentPage().idProperty().get() == PageId.SAMPLES);
        Node board =
                find(node ->
                        node instanceof Canvas
                                && String.valueOf(node.getAccessibleText()).startsWith("Drawing"));
        fx(() -> board.requestFocus());
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.UP);
        assertThat(board.getAccessibleText()).contains("row 13, column 13, empty");
        robot.press(KeyCode.SPACE).push(KeyCode.RIGHT).release(KeyCode.SPACE);
        assertThat(board.getAccessibleText()).contains("row 13, column 14, drawn");
        until(() -> session.model().selection().imageProperty().get().index() == ViewedImage.OWN);
        float[] pixels = session.model().selection().imageProperty().get().pixels();
        assertThat(pixels[13 * 28 + 13]).isPositive();
        assertThat(pixels[13 * 28 + 14]).isPositive();
        assertThat(pixels[3 * 28 + 3]).isZero();
        robot.push(KeyCode.DELETE);
        assertThat(board.getAccessibleText()).contains("empty");
    }

    @Test
    void tabStaysOnAnOpenSheet() throws Exception {
        fx(() -> session.view().commands().run(Command.VERIFY));
        until(() -> session.view().sheets().isVisible());
        Node first = fx(() -> stage.getScene().getFocusOwner());
        int steps = 0;
        do {
            robot.push(KeyCode.TAB);
            Node now = fx(() -> stage.getScene().getFocusOwner());
            List<Node> sheet = new ArrayList<>();
            fx(() -> SceneNodes.visible(session.view().sheets(), sheet));
            assertThat(sheet).contains(now);
            steps++;
        } while (fx(() -> stage.getScene().getFocusOwner()) != first && steps < 20);
        assertThat(steps).isBetween(2, 19);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isNotEqualTo(first);
        robot.push(KeyCode.TAB);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isEqualTo(first);
    }

    @Test
    void everyPageIsReachedByItsKey() throws Exception {
        TabPane pages = (TabPane) find(TabPane.class::isInstance);
        for (Tab tab : pages.getTabs()) {
            PageId page = PageId.valueOf(tab.getId());
            choose(Command.turningTo(page));
            assertThat(fx(() -> pages.getSelectionModel().getSelectedItem())).isEqualTo(tab);
            assertThat(fx(() -> session.model().currentPage().idProperty().get())).isEqualTo(page);
        }
    }

    @Test
    void resultsAreExportedByAKey() throws Exception {
        answers.files.add(folder);
        choose(Command.EXPORT_RESULTS);
        until(() -> Files.exists(folder.resolve("01-ecc-all-three").resolve("run.json")));
    }

    @Test
    void droppedFilesOpenAndABadOneIsExplained() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.keras"), "<!DOCTYPE html>");
        answers.files.add(SAMPLE.resolve("test-images-idx3-ubyte.gz"));
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().files(List.of(bad)));
        until(() -> session.view().sheets().isVisible());
        assertThat(texts())
                .anyMatch(text -> text.contains("bad.keras"))
                .anyMatch(text -> text.startsWith("→"));
        assertThat(session.model()).isSameAs(before);
        robot.push(KeyCode.ESCAPE);
        fx(() ->
                session.opener()
                        .files(
                                List.of(
                                        SAMPLE.resolve("fashion-cnn.h5"),
                                        SAMPLE.resolve("calibration-images-idx3-ubyte.gz"))));
        until(() -> session.model() != before);
        assertThat(fx(() -> session.model().experiment().test().count())).isEqualTo(500);
        choose(Command.LAYER);
        assertThat(fx(() -> session.model().currentPage().idProperty().get()))
                .as("keys act on the window's new content")
                .isEqualTo(PageId.LAYER);
    }

    @Test
    void keysOfAClosedExperimentDoNothing() throws Exception {
        ExplorerViewModel before = session.model();
        fx(() -> {
            session.replace(new ExplorerViewModel(before.state()), Optional.empty());
            session.model().runs().start();
        });
        ended();
        int at = fx(() -> before.playback().timestepProperty().get());
        robot.push(KeyCode.COMMA);
        assertThat(fx(() -> before.playback().timestepProperty().get())).isEqualTo(at);
        assertThat(fx(() -> session.model().playback().timestepProperty().get()))
                .isEqualTo(fx(() -> session.model().playback().lastProperty().get()) - 1);
    }

    @Test
    void theKeyboardGoesBackWhereItWas() throws Exception {
        Node field = find(TextField.class::isInstance);
        fx(() -> field.requestFocus());
        choose(Command.PALETTE);
        robot.push(KeyCode.ESCAPE);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isEqualTo(field);
    }

    @Test
    void closingDuringARunAsksOnce() throws Exception {
        fx(() ->
                session.model()
                        .settings()
                        .set(session.model().settings().get().withTimesteps(4096)));
        List<Boolean> closed = new ArrayList<>();
        session.setOnQuit(() -> closed.add(session.mayClose()));
        answers.keeping = Dialogs.Keeping.CANCEL;
        choose(Command.QUIT);
        assertThat(closed).containsExactly(false);
        assertThat(answers.questions).isEqualTo(1);
        answers.keeping = Dialogs.Keeping.DISCARD;
        choose(Command.QUIT);
        assertThat(closed).containsExactly(false, true);
        assertThat(answers.questions).isEqualTo(2);
    }

    @Test
    void deletingEveryRunLeavesAnEmptyState() throws Exception {
        fx(() -> {
            for (RunState run : List.copyOf(session.model().runs().all())) {
                session.model().runs().edits().delete(run);
            }
        });
        until(() -> texts().contains("No runs yet. Press Run or F5."));
        assertThat(find(text("No runs yet. Press Run or F5.")).isVisible()).isTrue();
        fx(() -> session.view().commands().run(Command.UNDO));
        until(() -> !texts().contains("No runs yet. Press Run or F5."));
    }
}
