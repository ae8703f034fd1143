package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.chart.Confusion;
import org.eccexplorer.figures.words.Effect;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.paint.ChartCursor;
import org.eccexplorer.ui.chart.ChartCard;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.DataTable;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.data.DrawingBoard;
import org.eccexplorer.ui.data.VerifyPane;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window over the bundled model, on JavaFX's headless platform. */
class ExplorerViewTest {
    private ExplorerViewModel model;
    private ExplorerView view;
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        model = SampleModel.of(16, 32);
        fx(() -> {
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1000, 700));
            stage.show();
            view.repaint();
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private void finish() throws Exception {
        until(() -> {
            view.pulse();
            return !model.runs().isRunning() && view.isWhole();
        });
    }

    /** Makes room for all parts, and waits until the window has it: that is told later. */
    private void widen() throws Exception {
        fx(() -> stage.setWidth(1400));
        until(() -> {
            view.repaint();
            Node right = view.lookup(".right");
            return right != null && right.isVisible();
        });
    }

    private Set<Node> nodes() throws Exception {
        return fx(() -> {
            // Skins, and with them the labels inside controls, come with the first layout.
            view.applyCss();
            view.layout();
            Set<Node> nodes = new HashSet<>();
            SceneNodes.all(view, nodes);
            return nodes;
        });
    }

    private static int colours(WritableImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void aRunFillsTheWindow() throws Exception {
        fx(() -> view.commands().run(Command.RUN));
        finish();
        assertThat(nodes())
                .filteredOn(Labeled.class::isInstance)
                .extracting(node -> String.valueOf(((Labeled) node).getText()))
                .anyMatch(text -> text.contains("16 images in"))
                .anyMatch(text -> text.startsWith("rate "))
                .contains("▶ Run", "ECC (all three)");
        assertThat(fx(() -> colours(view.getScene().snapshot(null)))).isGreaterThan(60);
    }

    @Test
    void whatIsAskedForBeforeItsPartIsThereIsShownOnceItIs() throws Exception {
        ExplorerView early =
                fx(() -> {
                    stage.close();
                    view = new ExplorerView(model, new Answers(), Surroundings.NONE);
                    stage = new Stage();
                    stage.setScene(new Scene(view, 1400, 900));
                    stage.show();
                    view.focusRun();
                    view.commands().run(Command.COST);
                    view.commands().run(Command.RUN);
                    view.commands().run(Command.COMPARE);
                    assertThat(view.isWhole()).isFalse();
                    return view;
                });
        until(() -> {
            early.pulse();
            return early.isWhole() && early.lookup(".compare-scroll") != null;
        });
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isNotNull();
        fx(() -> model.currentPage().explore());
        until(() -> {
            early.pulse();
            TabPane pages = (TabPane) early.lookup(".charts");
            Tab turned = pages.getSelectionModel().getSelectedItem();
            return turned.getId().equals(PageId.COST.name()) && turned.getContent() != null;
        });
    }

    @Test
    void theContentIsHiddenUntilItIsThereAndRunHasTheFocusThen() throws Exception {
        Label opening = OpeningPane.label("digits");
        fx(() -> {
            stage.close();
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1400, 900));
            stage.show();
            view.focusRun();
            view.cover(opening);
            view.whenThere(view::uncover);
        });
        assertThat(isShown(".left")).isFalse();
        assertThat(opening.getScene()).isNotNull();
        until(() -> {
            view.pulse();
            return isShown(".left");
        });
        assertThat(opening.getScene()).isNull();
        Node focused = fx(() -> stage.getScene().getFocusOwner());
        assertThat(focused.getStyleClass()).contains("primary");
    }

    @Test
    void aSwitchStartsARunWithoutThatTechnique() throws Exception {
        for (Node node : nodes()) {
            if (node instanceof ToggleSwitch toggle
                    && String.valueOf(toggle.getAccessibleText()).startsWith("Residual")) {
                fx(() -> toggle.setSelected(false));
            }
        }
        finish();
        assertThat(fx(() -> model.runs().all().getFirst().name())).isEqualTo("CN + CMB");
    }

    @Test
    void stoppingKeepsTheRun() throws Exception {
        fx(() -> model.settings().set(model.settings().get().withTimesteps(4096)));
        until(() -> {
            view.pulse();
            return model.runs().measures().isPresent();
        });
        fx(() -> view.commands().run(Command.RUN));
        finish();
        assertThat(fx(() -> model.runs().all().getFirst().phase()))
                .isEqualTo(RunState.Phase.STOPPED);
    }

    @Test
    void bothThemesAndThePageOfErrorsRender() throws Exception {
        fx(() -> view.commands().run(Command.RUN));
        finish();
        WritableImage light = fx(() -> view.getScene().snapshot(null));
        WritableImage dark =
                fx(() -> {
                    view.darkProperty().set(true);
                    view.commands().run(Command.ERROR);
                    view.pulse();
                    view.applyCss();
                    view.layout();
                    return view.getScene().snapshot(null);
                });
        double before = light.getPixelReader().getColor(625, 600).getBrightness();
        double after = dark.getPixelReader().getColor(625, 600).getBrightness();
        assertThat(before).isGreaterThan(0.9);
        assertThat(after).isLessThan(0.4);
    }

    @Test
    void controlsCanBeReadAloud() throws Exception {
        fx(() -> view.commands().run(Command.RUN));
        finish();
        fx(() -> SceneNodes.unfold(view));
        assertThat(nodes())
                .filteredOn(ToggleSwitch.class::isInstance)
                .hasSize(6)
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
        assertThat(nodes())
                .filteredOn(ChartView.class::isInstance)
                .filteredOn(node -> node.getAccessibleText() != null)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private void run() throws Exception {
        fx(() -> view.commands().run(Command.RUN));
        finish();
    }

    /** Until the traces of the sample are there. */
    private void settle() throws Exception {
        for (int i = 0; i < 400; i++) {
            boolean traced =
                    fx(() -> {
                        view.pulse();
                        return model.runs()
                                .focusProperty()
                                .get()
                                .flatMap(model.selection()::trace)
                                .isPresent();
                    });
            if (traced) {
                fx(() -> view.pulse());
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no trace");
    }

    private List<String> texts() throws Exception {
        return nodes().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    @Test
    void everyPageShowsTheRun() throws Exception {
        run();
        widen();
        for (Command page :
                List.of(
                        Command.LIVE,
                        Command.ERROR,
                        Command.COST,
                        Command.ANSWERS,
                        Command.LAYER,
                        Command.NEURON,
                        Command.SAMPLES,
                        Command.DATA)) {
            fx(() -> view.commands().run(page));
            settle();
            int colours =
                    fx(() -> {
                        view.applyCss();
                        view.layout();
                        return colours(view.getScene().snapshot(null));
                    });
            assertThat(colours).as(page.name()).isGreaterThan(50);
        }
        assertThat(texts()).anyMatch(text -> text.startsWith("CNN, SNN, SNN − CNN"));
        until(() -> {
            view.pulse();
            return texts().toString().contains("alone makes λ");
        });
    }

    @Test
    void theNeuronPageDoesTheArithmeticOfATimestep() throws Exception {
        run();
        fx(() -> {
            model.selection().layerProperty().set(1);
            view.commands().run(Command.NEURON);
            model.playback().goTo(9);
        });
        settle();
        assertThat(texts())
                .anyMatch(text -> text.startsWith("V(t − 1)"))
                .anyMatch(text -> text.contains("firing inputs"))
                .anyMatch(text -> text.startsWith("= V(t)"))
                .contains("t = 9");
    }

    /** With all techniques, then without residual elimination. */
    private void runTwice() throws Exception {
        run();
        fx(() -> {
            SampleModel.change(model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false);
        });
        finish();
    }

    @Test
    void theCardOfATechniqueSaysWhatSwitchingItOffDoes() throws Exception {
        run();
        assertThat(effects()).as("nothing to compare with").isEmpty();
        fx(() ->
                SampleModel.change(
                        model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false));
        finish();
        String expected =
                Effect.of(
                                ConversionOptions.RESIDUAL_ELIMINATION,
                                model.runs().all().getFirst(),
                                model.runs().all(),
                                model.experiment().test().labels())
                        .orElseThrow()
                        .text();
        assertThat(expected).startsWith("TRE off: −").endsWith("· 16 images");
        assertThat(effects()).containsExactly(expected);
        fx(() -> model.runs().focus(model.runs().all().getLast()));
        assertThat(effects()).as("said of the run with TRE too").containsExactly(expected);
        fx(() -> SampleModel.change(model.settings(), ConversionOptions.WEIGHT_BITS, 4L));
        finish();
        assertThat(effects()).hasSize(1).allMatch(text -> text.startsWith("4 bits: "));
    }

    private List<String> effects() throws Exception {
        fx(() -> view.repaint());
        return nodes().stream()
                .filter(node -> node.getStyleClass().contains("effect") && node.isVisible())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void oneChartHasTheWholeWindowUntilEscape() throws Exception {
        run();
        widen();
        Set<Node> nodes = nodes();
        Button larger =
                (Button)
                        nodes.stream()
                                .filter(node -> node instanceof Button b && b.getText().equals("⤢"))
                                .findFirst()
                                .orElseThrow();
        assertThat(charts()).isEqualTo(4);
        assertThat(isShown(".left") && isShown(".right") && isShown(".strip-scroll")).isTrue();
        fx(larger::fire);
        assertThat(charts()).isEqualTo(1);
        for (String part : List.of(".left", ".right", ".strip-scroll")) {
            assertThat(isShown(part)).as(part).isFalse();
        }
        assertThat(fx(() -> view.lookup(".chart-view").getBoundsInLocal().getWidth()))
                .isGreaterThan(1300);
        fx(() -> view.repaint());
        assertThat(texts()).contains("One chart shown · Esc shows all ›");
        fx(() -> Event.fireEvent(view, key(KeyCode.ESCAPE)));
        assertThat(charts()).isEqualTo(4);
        assertThat(isShown(".left") && isShown(".right") && isShown(".strip-scroll")).isTrue();
        fx(() -> {
            larger.fire();
            view.commands().run(Command.ERROR);
            view.commands().run(Command.LIVE);
        });
        assertThat(isShown(".left")).as("another page has all parts").isTrue();
        assertThat(charts()).isEqualTo(4);
    }

    private static KeyEvent key(KeyCode code) {
        return KeyPress.of(code);
    }

    private boolean isShown(String style) throws Exception {
        return fx(() -> {
            Node node = view.lookup(style);
            return node != null && isTreeVisible(node);
        });
    }

    /** Charts with tools on the page that is shown. */
    private long charts() throws Exception {
        return fx(() -> {
            view.applyCss();
            view.layout();
            TabPane pages = (TabPane) view.lookup(".charts");
            Node page = pages.getSelectionModel().getSelectedItem().getContent();
            return page.lookupAll(".chart-tools").size();
        });
    }

    @Test
    void hiddenPartsAreCountedInTheStatusLine() throws Exception {
        run();
        assertThat(hidden()).isEmpty();
        fx(() -> model.hiddenParts().addAll(List.of(WindowPart.SPIKES, WindowPart.MEMBRANE)));
        fx(() -> view.repaint());
        assertThat(hidden()).containsExactly("2 parts hidden ›");
        fx(() -> model.hiddenParts().remove(WindowPart.SPIKES));
        fx(() -> view.repaint());
        assertThat(hidden()).containsExactly("1 part hidden ›");
    }

    private List<String> hidden() throws Exception {
        return nodes().stream()
                .filter(node -> node instanceof Hyperlink && node.isVisible())
                .map(node -> ((Hyperlink) node).getText())
                .filter(text -> text.contains("hidden"))
                .toList();
    }

    @Test
    void twoRunsAreCompared() throws Exception {
        runTwice();
        fx(() -> view.commands().run(Command.COMPARE));
        // Both runs have to be traced for what differs.
        until(() -> {
            view.repaint();
            return texts().stream().anyMatch(text -> text.startsWith("A − B · conv"));
        });
        assertThat(texts())
                .anyMatch(text -> text.startsWith("B carries") || text.startsWith("A carries"))
                .anyMatch(text -> text.startsWith("A · conv"))
                .contains("Swap A and B");
    }

    /** Traced runs are there at the first layout: heights must follow from the width even so. */
    @Test
    void escapeLeavesTheComparison() throws Exception {
        runTwice();
        fx(() -> view.commands().run(Command.COMPARE));
        assertThat(model.currentPage().comparingProperty().get()).isTrue();
        fx(() -> view.fireEvent(key(KeyCode.ESCAPE)));
        assertThat(model.currentPage().comparingProperty().get()).isFalse();
    }

    @Test
    void aComparisonOpenedWhenAllIsKnownIsLaidOutWithoutOverlap() throws Exception {
        twoRunsAreCompared();
        fx(() -> {
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage.setScene(new Scene(view, 1440, 900));
            view.repaint();
        });
        assertThat(texts()).anyMatch(text -> text.startsWith("A − B · conv"));
        List<Bounds> parts =
                fx(() -> {
                    Pane content = (Pane) view.lookup(".compare");
                    return content.getChildren().stream()
                            .filter(Node::isManaged)
                            .map(Node::getBoundsInParent)
                            .map(b ->
                                    new Bounds(
                                            b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                            .toList();
                });
        assertThat(parts).hasSize(7);
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).y()).isGreaterThanOrEqualTo(parts.get(i - 1).bottom());
        }
        List<Node> cards = List.copyOf(fx(() -> view.lookupAll(".compare .maps")));
        assertThat(cards).hasSize(3).allMatch(ExplorerViewTest::isWithinItsParent);
    }

    private static boolean isWithinItsParent(Node node) {
        return node.getBoundsInParent().getMaxY() <= ((Region) node.getParent()).getHeight() + 0.5;
    }

    @Test
    void aMessageCanBeReadWhileRunsGoOn() throws Exception {
        run();
        fx(() -> {
            view.say("Saved chart.svg");
            view.repaint();
        });
        assertThat(texts()).contains("Saved chart.svg");
    }

    /** A picture kept of what scrolls would be remade at every frame. */
    @Test
    void whatScrollsOverLiveChartsIsPaintedDirectly() throws Exception {
        nodes();
        for (String pane : List.of(".left", ".strip-scroll")) {
            assertThat(fx(() -> view.lookup(pane + " > .viewport").isCache())).as(pane).isFalse();
        }
    }

    @Test
    void theRunsAreInSightInASmallWindow() throws Exception {
        run();
        Set<Node> nodes = nodes();
        Node left = view.lookup(".left");
        Node row =
                nodes.stream()
                        .filter(node -> node.getStyleClass().contains("run-row"))
                        .findFirst()
                        .orElseThrow();
        double bottom = fx(() -> row.localToScene(row.getBoundsInLocal()).getMaxY());
        assertThat(bottom)
                .isLessThan(fx(() -> left.localToScene(left.getBoundsInLocal()).getMaxY()));
    }

    @Test
    void theCorrelationOfEveryLayerIsShownForEachRunAndPicksTheLayer() throws Exception {
        runTwice();
        fx(() -> {
            view.commands().run(Command.ERROR);
            view.repaint();
        });
        ChartView chart = chart(Chart.Profiles.class);
        Chart.Profiles shown = (Chart.Profiles) chart.chart().orElseThrow();
        assertThat(shown.profiles())
                .extracting(Profile::name)
                .containsExactly("ECC (all three)", "CN + CMB");
        double[] expected =
                model.runs().measures().orElseThrow().layers().stream()
                        .mapToDouble(layer -> layer.agreement().pearson())
                        .toArray();
        assertThat(shown.profiles().getLast().values()).isEqualTo(expected);
        fx(() ->
                click(
                        chart,
                        MouseEvent.MOUSE_PRESSED,
                        0.7 * chart.getWidth(),
                        0.6 * chart.getHeight()));
        assertThat(fx(() -> model.selection().layerProperty().get())).isEqualTo(2);
    }

    private static void click(Node node, EventType<MouseEvent> kind, double localX, double localY) {
        double x = node.localToScene(localX, localY).getX();
        double y = node.localToScene(localX, localY).getY();
        Event.fireEvent(
                node,
                new MouseEvent(
                        kind,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private ChartView chart(Class<? extends Chart> kind) throws Exception {
        return nodes().stream()
                .filter(ChartView.class::isInstance)
                .map(ChartView.class::cast)
                .filter(chart -> chart.chart().filter(kind::isInstance).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void turnTo(Command page) throws Exception {
        fx(() -> {
            view.commands().run(page);
            view.repaint();
        });
    }

    private GridView<?> samples() throws Exception {
        return (GridView<?>) fx(() -> view.lookup(".samples"));
    }

    private Button chip() throws Exception {
        return (Button) fx(() -> view.lookup(".filter-chip"));
    }

    private static void press(Node node, KeyCode... keys) {
        for (KeyCode key : keys) {
            Event.fireEvent(node, KeyPress.of(key));
        }
    }

    @Test
    void aCellOfTheConfusionMatrixOpensItsImages() throws Exception {
        run();
        turnTo(Command.ANSWERS);
        ChartView chart = chart(Chart.Matrix.class);
        Chart.Matrix matrix = (Chart.Matrix) chart.chart().orElseThrow();
        int full = 0;
        while (matrix.counts()[full][full] == 0) {
            full++;
        }
        int cell = full * matrix.names().size() + full;
        fx(() -> {
            Bounds bounds = new Bounds(1, 1, chart.getWidth() - 2, chart.getHeight() - 2);
            Pointer at =
                    ChartCursor.at(matrix, bounds, false, (text, style) -> 0, cell).orElseThrow();
            click(chart, MouseEvent.MOUSE_PRESSED, at.x(), at.y());
            assertThat(model.currentPage().idProperty().get()).isEqualTo(PageId.ANSWERS);
            click(chart, MouseEvent.MOUSE_CLICKED, at.x(), at.y());
            view.repaint();
        });
        assertThat(model.currentPage().idProperty().get()).isEqualTo(PageId.SAMPLES);
        assertThat(samples().getItems()).hasSize(matrix.counts()[full][full]);
        assertThat(chip().getText()).contains("truth " + matrix.names().get(full));
        fx(() -> ((Button) view.lookup(".filter-chip")).fire());
        assertThat(samples().getItems()).hasSize(16);
        assertThat(chip().isVisible()).isFalse();
    }

    @Test
    void theKeyboardReadsAndOpensACellOfTheConfusionMatrix() throws Exception {
        run();
        turnTo(Command.ANSWERS);
        ChartView chart = chart(Chart.Matrix.class);
        Chart.Matrix matrix = (Chart.Matrix) chart.chart().orElseThrow();
        fx(() -> {
            chart.requestFocus();
            press(chart, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        });
        assertThat(chart.getAccessibleText())
                .endsWith(
                        "truth: %s, SNN's answer: %s, %d images"
                                .formatted(
                                        matrix.names().get(1),
                                        matrix.names().get(1),
                                        matrix.counts()[1][1]));
        fx(() -> {
            press(chart, KeyCode.LEFT, KeyCode.UP, KeyCode.UP, KeyCode.SPACE);
            view.repaint();
        });
        assertThat(model.currentPage().confusionProperty().get()).contains(new Confusion(0, 0));
        assertThat(samples().getItems()).hasSize(matrix.counts()[0][0]);
    }

    @Test
    void aRunIsHeldAndGoesOn() throws Exception {
        fx(() -> {
            model.settings().set(model.settings().get().withTimesteps(1024));
            view.commands().run(Command.PAUSE);
        });
        // A held run publishes its snapshot after each image: it stays at the first ones.
        until(() -> {
            view.pulse();
            return model.runs().measures().isPresent();
        });
        int held = fx(() -> model.runs().measures().orElseThrow().images());
        assertThat(held).isLessThan(16);
        assertThat(fx(model.runs()::isRunning)).isTrue();
        fx(() -> view.commands().run(Command.PAUSE));
        finish();
        assertThat(model.runs().measures().orElseThrow().images()).isEqualTo(16);
    }

    @Test
    void undoBringsTheSettingsBackAndRunsThem() throws Exception {
        fx(() -> {
            SampleModel.change(model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false);
            view.commands().run(Command.UNDO);
        });
        finish();
        assertThat(fx(() -> model.runs().all().getFirst().name())).isEqualTo("ECC (all three)");
        assertThat(nodes())
                .filteredOn(ToggleSwitch.class::isInstance)
                .filteredOn(node -> node.getAccessibleText().startsWith("Residual"))
                .allMatch(node -> ((ToggleSwitch) node).isSelected());
    }

    @Test
    void thePaletteFindsCommandsByParts() throws Exception {
        fx(() -> view.commands().run(Command.PALETTE));
        for (Node node : nodes()) {
            if (node instanceof TextField field && "Type a command".equals(field.getPromptText())) {
                fx(() -> field.setText("comp run"));
            }
        }
        assertThat(listed()).containsExactly("View › Compare two runs");
        for (Node node : nodes()) {
            if (node instanceof TextField field && "Type a command".equals(field.getPromptText())) {
                fx(() -> field.setText("nothing like this"));
            }
        }
        assertThat(listed()).isEmpty();
        assertThat(nodes())
                .filteredOn(Labeled.class::isInstance)
                .extracting(node -> ((Labeled) node).getText())
                .contains("No command matches");
    }

    /** The titles that the palette lists. */
    private List<String> listed() throws Exception {
        Set<Node> nodes = nodes();
        return nodes.stream()
                .filter(ListCell.class::isInstance)
                .map(cell -> ((ListCell<?>) cell).getGraphic())
                .filter(HBox.class::isInstance)
                .map(row -> ((Labeled) ((HBox) row).getChildren().getFirst()).getText())
                .toList();
    }

    @Test
    void partsAreTickedInASheetThatStaysOpen() throws Exception {
        fx(() -> view.commands().run(Command.PARTS));
        for (Node node : nodes()) {
            if (node instanceof CheckBox box
                    && List.of("Spikes", "Page Cost").contains(box.getText())) {
                fx(() -> box.setSelected(false));
            }
        }
        assertThat(fx(() -> Set.copyOf(model.hiddenParts())))
                .containsExactlyInAnyOrder(WindowPart.SPIKES, WindowPart.COST);
        assertThat(fx(() -> view.sheets().isVisible())).isTrue();
    }

    @Test
    void aNarrowWindowShowsItsRightSideOnRequest() throws Exception {
        run();
        assertThat(shownStyles()).contains("left").doesNotContain("right-scroll");
        assertThat(nodes())
                .filteredOn(node -> node instanceof Hyperlink && isTreeVisible(node))
                .extracting(node -> ((Labeled) node).getText())
                .anyMatch(text -> text.matches("CNN .* % · .* images · SNN .* % · T = 32, n = 16"));
        fx(() -> view.commands().run(Command.SIDE));
        assertThat(shownStyles()).contains("right-scroll").doesNotContain("left");
        fx(() -> view.commands().run(Command.SIDE));
        assertThat(shownStyles()).contains("left");
    }

    private Set<String> shownStyles() throws Exception {
        return nodes().stream()
                .filter(node -> node instanceof ScrollPane && isTreeVisible(node))
                .flatMap(node -> node.getStyleClass().stream())
                .collect(Collectors.toSet());
    }

    @Test
    void hiddenPartsAreNotShown() throws Exception {
        fx(() ->
                model.hiddenParts()
                        .addAll(
                                List.of(
                                        WindowPart.CONSISTENCY,
                                        WindowPart.ERROR,
                                        WindowPart.RUNS)));
        run();
        List<String> shown =
                fx(() -> {
                    Set<Node> all = new HashSet<>();
                    SceneNodes.all(view, all);
                    return all.stream()
                            .filter(node -> node instanceof Labeled && isTreeVisible(node))
                            .map(node -> String.valueOf(((Labeled) node).getText()))
                            .toList();
                });
        assertThat(shown)
                .contains("Current normalisation")
                .doesNotContain("Batch-norm consistency", "Run all 8 combinations");
        assertThat(pages()).contains("Live", "Cost").doesNotContain("Error");
        fx(() -> model.hiddenParts().remove(WindowPart.ERROR));
        assertThat(pages()).containsSubsequence("Live", "Error", "Cost");
    }

    private static boolean isTreeVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isTreeVisible(node.getParent()));
    }

    private List<String> pages() throws Exception {
        for (Node node : nodes()) {
            if (node instanceof TabPane tabs) {
                return fx(() -> tabs.getTabs().stream().map(Tab::getText).toList());
            }
        }
        throw new AssertionError("no pages");
    }

    @Test
    void theDataOfAChartIsReadAsATable() throws Exception {
        run();
        for (Node node : nodes()) {
            if (node instanceof ChartCard card && card.view().chart().isPresent()) {
                fx(() -> card.showData());
            }
        }
        assertThat(fx(() -> view.sheets().isVisible())).isTrue();
        List<TableView<?>> tables = new ArrayList<>();
        for (Node node : nodes()) {
            if (node instanceof DataTable table) {
                tables.add(table);
            }
        }
        assertThat(tables).hasSize(1);
        assertThat(tables.getFirst().getItems()).isNotEmpty();
        fx(() -> Event.fireEvent(view.sheets(), KeyPress.of(KeyCode.ESCAPE)));
        assertThat(fx(() -> view.sheets().isVisible())).isFalse();
    }

    @Test
    void aDrawingIsAnswered() throws Exception {
        run();
        for (Node node : nodes()) {
            if (node instanceof TabPane tabs) {
                fx(() -> view.commands().run(Command.SAMPLES));
            }
        }
        fx(() -> view.repaint());
        for (Node node : nodes()) {
            if (node instanceof DrawingBoard board) {
                fx(() -> {
                    board.stroke(4, 4, 24, 24);
                    board.look();
                });
            }
        }
        assertThat(model.selection().imageProperty().get().index()).isEqualTo(ViewedImage.OWN);
        assertThat(model.selection().imageProperty().get().pixels()).contains(1f).contains(0f);
    }

    @Test
    void theImportIsVerifiedAgainstAFile(@TempDir Path folder) throws Exception {
        LoadedModel loaded = model.experiment().model();
        float[] inputs = new float[2 * 784];
        Arrays.fill(inputs, 0.25f);
        float[] outputs = loaded.cnn().evaluate(inputs, 0, 2);
        Path same = folder.resolve("same.npz");
        write(same, inputs, outputs);
        outputs[3] += 1;
        Path other = folder.resolve("other.npz");
        write(other, inputs, outputs);
        VerifyPane pane = fx(() -> new VerifyPane(loaded, new Answers()));
        assertThat(verdict(pane, same)).contains("computes what the trained one does", "2 of 2");
        assertThat(verdict(pane, other)).contains("does not compute what");
        assertThat(verdict(pane, folder.resolve("missing.npz"))).contains("missing.npz", "→");
    }

    private static void write(Path file, float[] inputs, float[] outputs) throws Exception {
        NpzWriter.write(
                file,
                Map.of(
                        "in0", NpyArray.of(inputs, 2, 28, 28, 1),
                        "out0", NpyArray.of(outputs, 2, 10)));
    }

    private static String verdict(VerifyPane pane, Path file) throws Exception {
        fx(() -> pane.compare(file));
        for (int i = 0; i < 250; i++) {
            String text =
                    fx(() -> {
                        Set<Node> all = new HashSet<>();
                        SceneNodes.all(pane, all);
                        for (Node node : List.copyOf(all)) {
                            if (node instanceof ScrollPane scroll) {
                                SceneNodes.all(scroll.getContent(), all);
                            }
                        }
                        return all.stream()
                                .filter(Labeled.class::isInstance)
                                .map(node -> ((Labeled) node).getText())
                                .collect(Collectors.joining("\n"));
                    });
            if (!text.contains("Comparing …")) {
                return text;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no verdict");
    }
}
