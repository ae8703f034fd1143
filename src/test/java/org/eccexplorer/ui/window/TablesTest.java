package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.runs.RunsTable;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables and all charts are taken out of the window. */
class TablesTest {
    private final Answers answers = new Answers();
    private ExplorerViewModel model;
    private ExplorerView view;
    private Stage stage;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void runTwo() throws Exception {
        model = SampleModel.of(6, 8);
        fx(() -> {
            view = new ExplorerView(model, answers, Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1000, 700));
            stage.show();
            model.runs().start();
        });
        ended();
        fx(() ->
                SampleModel.change(
                        model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false));
        ended();
        fx(() -> view.commands().run(Command.RUNS));
        fx(this::lay);
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private void ended() throws Exception {
        until(() -> {
            view.pulse();
            return !model.runs().all().isEmpty() && !model.runs().isRunning();
        });
    }

    private void lay() {
        for (int i = 0; i < 2; i++) {
            view.repaint();
            view.applyCss();
            view.layout();
        }
    }

    private <T extends Node> T found(Class<T> kind, Predicate<T> which) throws Exception {
        return fx(() -> {
            lay();
            Set<Node> nodes = new HashSet<>();
            SceneNodes.visible(view, nodes);
            return nodes.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(node -> node.getScene() != null && which.test(node))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static <T extends Labeled> Predicate<T> named(String text) {
        return node -> text.equals(node.getText()) && node.isManaged();
    }

    private static String clipboard() throws Exception {
        return fx(() -> Clipboard.getSystemClipboard().getString());
    }

    private static void press(Node node, KeyCode key) throws Exception {
        fx(() -> Event.fireEvent(node, KeyPress.withControl(key)));
    }

    @Test
    void theTableIsCopiedInTheOrderShown() throws Exception {
        RunsTable table = found(RunsTable.class, node -> true);
        fx(() -> {
            TableColumn<?, ?> name = table.getColumns().getFirst();
            name.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().setAll(List.of(table.getColumns().getFirst()));
            table.sort();
        });
        MenuButton copy = found(MenuButton.class, named("Copy table"));
        assertThat(copy.getItems())
                .extracting(MenuItem::getText)
                .containsExactly("As CSV", "As Markdown", "As LaTeX");
        fx(() -> copy.getItems().get(1).fire());
        assertThat(clipboard()).startsWith("Runs of fashion-cnn.keras at t = 8.");
        assertThat(clipboard().lines().skip(4))
                .hasSize(2)
                .element(0)
                .asString()
                .startsWith("| ECC (all three) |   8 |   6 |");
        fx(() -> copy.getItems().get(0).fire());
        assertThat(clipboard().lines().skip(1).map(line -> line.split(",")[0]))
                .containsExactly("ECC (all three)", "CN + CMB");
    }

    @Test
    void theSelectedRowsAreCopiedByAKeyOrAllOfThem() throws Exception {
        RunsTable table = found(RunsTable.class, node -> true);
        press(table, KeyCode.C);
        assertThat(clipboard().lines()).hasSize(3);
        fx(() -> table.getSelectionModel().clearAndSelect(1));
        press(table, KeyCode.C);
        assertThat(clipboard().lines()).hasSize(2);
        assertThat(clipboard()).startsWith("run\ttimesteps\timages\t");
        assertThat(clipboard().lines().toList().getLast())
                .startsWith(fx(() -> table.getItems().get(1).name()) + "\t8\t6\t6\tfalse\t");
    }

    @Test
    void columnsOfANarrowTableKeepTheirWidthAndStayInside() throws Exception {
        RunsTable table = found(RunsTable.class, node -> true);
        double sum =
                fx(() ->
                        table.getVisibleLeafColumns().stream()
                                .mapToDouble(column -> {
                                    assertThat(column.getWidth())
                                            .isGreaterThanOrEqualTo(column.getMinWidth());
                                    return column.getWidth();
                                })
                                .sum());
        assertThat(sum).isLessThanOrEqualTo(fx(table::getWidth));
        // t = 1, 2 and 4 have no room; what is in the table is the selected one and all figures.
        assertThat(fx(() -> table.getVisibleLeafColumns().size())).isBetween(9, 11);
    }

    @Test
    void whileTwoAreComparedTheirTableHasDifferencesAndLayers() throws Exception {
        fx(() -> {
            view.commands().run(Command.COMPARE);
            lay();
            view.commands().run(Command.COPY_TABLE_LATEX);
        });
        assertThat(clipboard())
                .contains("A: CN +\\\\CMB", "    T & 8 & 8 & -- ", "    n & 6 & 6 & -- ")
                .contains("    conv1\\_1\\_conv & ")
                .doesNotContain("_conv &  &");
        Path file = folder.resolve("two.csv");
        answers.files.add(file);
        Button save = found(Button.class, named("Save table …"));
        fx(save::fire);
        until(() -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void anotherEndingIsExplained() throws Exception {
        answers.files.add(folder.resolve("runs.xlsx"));
        Button save = found(Button.class, named("Save table …"));
        fx(save::fire);
        until(() -> view.sheets().isVisible());
        assertThat(found(Labeled.class, node -> "The table was not saved".equals(node.getText())))
                .isNotNull();
        assertThat(folder.resolve("runs.xlsx")).doesNotExist();
        assertThat(TableKind.patterns()).containsExactly("*.csv", "*.md", "*.tex");
    }

    @Test
    void aReportOfTheRunsThatAreDrawnIsSaved() throws Exception {
        Path file = folder.resolve("report.html");
        answers.files.add(file);
        fx(() -> view.commands().run(Command.SAVE_REPORT));
        until(() -> Files.exists(file));
        assertThat(file).content().contains("conversions of", "CN + CMB", "n = 6");
        Path wrong = folder.resolve("report.txt");
        answers.files.add(wrong);
        fx(() -> view.commands().run(Command.SAVE_REPORT));
        until(() -> view.sheets().isVisible());
        assertThat(wrong).doesNotExist();
    }

    @Test
    void theNetworkInFocusIsSavedAsNirWithItsCertificate() throws Exception {
        Path file = folder.resolve("net.nir");
        answers.files.add(file);
        fx(() -> view.commands().run(Command.EXPORT_NIR));
        Button save = found(Button.class, named("Save …"));
        fx(save::fire);
        until(() -> Files.exists(folder.resolve("net.nir.json")));
        until(() -> isShown("SpikingJelly"));
        assertThat(file).isNotEmptyFile();
        assertThat(found(Labeled.class, node -> "Speck".equals(node.getText()))).isNotNull();
    }

    private boolean isShown(String text) throws Exception {
        return fx(() -> {
            lay();
            Set<Node> nodes = new HashSet<>();
            SceneNodes.all(view, nodes);
            return nodes.stream()
                    .anyMatch(
                            node -> node instanceof Labeled label && text.equals(label.getText()));
        });
    }

    @Test
    void allChartsAreWrittenAtOnceAndReplacedOnRequestOnly() throws Exception {
        exportCharts();
        until(() -> names().size() == 8);
        assertThat(names()).contains("accuracy.svg", "energy.svg");
        assertThat(answers.questions).isZero();
        Path accuracy = folder.resolve("accuracy.svg");
        assertThat(Files.readString(accuracy)).contains("ECC (all three)", "CN + CMB");
        Files.writeString(accuracy, "mine");
        exportCharts();
        assertThat(answers.questions).isEqualTo(1);
        assertThat(Files.readString(accuracy)).isEqualTo("mine");
    }

    private void exportCharts() throws Exception {
        fx(() -> {
            view.commands().run(Command.EXPORT_CHARTS);
            answers.files.add(folder);
        });
        Button save = found(Button.class, node -> named("Save …").test(node));
        fx(save::fire);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .filter(name -> name.endsWith(".svg"))
                    .toList();
        }
    }
}
