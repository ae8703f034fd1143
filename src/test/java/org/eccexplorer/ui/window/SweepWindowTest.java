package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.sweep.SweepDot;
import org.eccexplorer.figures.sweep.SweepRows;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep in a real window: opened, looked at, and a run of it run again. */
class SweepWindowTest {
    @TempDir private Path folder = Path.of("");

    private final Answers answers = new Answers();
    private OpenWindow window;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("fashion-mnist", 4);
        window =
                fx(() ->
                        new OpenWindow(
                                new Scene(new Group(), 1000, 700),
                                answers,
                                folder.resolve("preferences.json"),
                                sample));
    }

    private void drop(Path file) throws Exception {
        fx(() -> window.opener().files(List.of(file)));
    }

    private void untilShown() throws Exception {
        until(() -> window.model().currentPage().sweepingProperty().get());
    }

    private void lay() {
        for (int i = 0; i < 2; i++) {
            window.view().repaint();
            window.view().applyCss();
            window.view().layout();
        }
    }

    private <T extends Node> List<T> all(Class<T> kind) throws Exception {
        return fx(() -> {
            lay();
            Set<Node> nodes = new HashSet<>();
            SceneNodes.all(window.view(), nodes);
            return nodes.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(node -> node.getScene() != null)
                    .toList();
        });
    }

    private <T extends Labeled> T named(Class<T> kind, String text) throws Exception {
        return all(kind).stream()
                .filter(node -> text.equals(node.getText()))
                .findFirst()
                .orElseThrow();
    }

    private boolean says(String words) throws Exception {
        return all(Label.class).stream().anyMatch(label -> label.getText().contains(words));
    }

    private TableView<?> table() throws Exception {
        return all(TableView.class).stream()
                .filter(one -> "Runs of the sweep".equals(one.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> charts() throws Exception {
        return all(ChartView.class).stream()
                .flatMap(view -> view.chart().stream())
                .map(Chart::title)
                .sorted()
                .toList();
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(Resources.path("sweep"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    @Test
    void aDroppedSweepIsShownAndItsRunsAreRunAgain() throws Exception {
        drop(Resources.path("sweep").resolve("sweep.csv"));
        untilShown();
        assertThat(says("8 of 9 runs done, 1 failed")).isTrue();
        assertThat(says("Most accurate: techniques all · λ p99 · θ 0.5, t = 4")).isTrue();
        assertThat(table().getItems()).hasSize(24);
        assertThat(charts()).containsExactly("Accuracy against energy");
        fx(() -> named(ToggleButton.class, "Over two settings").fire());
        assertThat(charts()).containsExactly("λ max, over techniques", "λ p99, over techniques");
        fx(() -> named(Button.class, "Show 1 failure …").fire());
        assertThat(says("These settings do not go together")).isTrue();
        assertThat(says("Read from t₀ 8")).isTrue();
        fx(() -> window.sheets().close());

        // Sorted by accuracy, the last first: 30 of 30 after t = 4.
        TableView<?> table = table();
        fx(() -> {
            var accuracy = table.getColumns().get(4);
            accuracy.setSortType(TableColumn.SortType.DESCENDING);
            sortBy(table, accuracy);
            table.getSelectionModel().clearAndSelect(0);
            Event.fireEvent(table, KeyPress.of(KeyCode.ENTER));
        });
        until(() -> window.model().experiment().model().source().title().contains("digits"));
        ExplorerViewModel model = window.model();
        assertThat(model.experiment().test().count()).isEqualTo(30);
        assertThat(model.settings().get().timesteps()).isEqualTo(8);
        assertThat(model.settings().get().conversion().theta()).isEqualTo(0.5);
        assertThat(model.currentPage().idProperty().get()).isEqualTo(PageId.LIVE);
        assertThat(model.currentPage().sweepingProperty().get()).isFalse();
        until(() -> {
            window.view().pulse();
            return model.runs().all().stream()
                    .anyMatch(run -> run.phase() == RunState.Phase.COMPLETE);
        });
        RunState run = model.runs().all().getLast();
        assertThat(run.images()).isEqualTo(30);
        assertThat(run.snapshot().orElseThrow().accuracy(4)).isEqualTo(1.0);
        assertThat(run.snapshot().orElseThrow().accuracy(8)).isEqualTo(29 / 30.0);

        fx(() -> window.view().commands().run(Command.SWEEP));
        untilShown();
        assertThat(table().getItems()).hasSize(24);
        fx(() -> named(Button.class, "Open this run").fire());
        until(() -> !model.currentPage().sweepingProperty().get());
        assertThat(window.model()).isSameAs(model);
    }

    /** A dot that is clicked is the row that is selected, and the other way round. */
    @Test
    void aDotIsARow() throws Exception {
        drop(Resources.path("sweep").resolve("sweep.csv"));
        untilShown();
        TableView<?> table = table();
        ChartView view =
                all(ChartView.class).stream()
                        .filter(one -> one.chart().isPresent())
                        .findFirst()
                        .orElseThrow();
        fx(() -> table.getSelectionModel().clearAndSelect(5));
        SweepDot fifth = ((SweepRows.Row) table.getItems().get(5)).dot();
        assertThat(marked(view)).containsExactly(fifth.point().energyRatio(), fifth.score());
        Chart.Lines chart = (Chart.Lines) view.chart().orElseThrow();
        Series dots = chart.series().getFirst();
        SweepDot wanted =
                table.getItems().stream()
                        .map(row -> ((SweepRows.Row) row).dot())
                        .filter(dot ->
                                dot.score() == dots.y()[0]
                                        && dot.point().energyRatio() == dots.x()[0])
                        .findFirst()
                        .orElseThrow();
        fx(() -> {
            lay();
            click(view, dots.x()[0], dots.y()[0]);
        });
        SweepRows.Row selected = (SweepRows.Row) table.getSelectionModel().getSelectedItem();
        assertThat(selected.dot()).isEqualTo(wanted).isNotEqualTo(fifth);
        assertThat(marked(view)).containsExactly(dots.x()[0], dots.y()[0]);
    }

    /** Where the ring of a chart is. */
    private static double[] marked(ChartView view) {
        Chart.Lines chart = (Chart.Lines) view.chart().orElseThrow();
        Series ring = chart.series().getLast();
        assertThat(ring.name()).isEqualTo("selected row");
        return new double[] {ring.x()[0], ring.y()[0]};
    }

    private static void click(ChartView view, double x, double y) {
        double atX = nearest(view.getWidth(), at -> view.valuesAt(at, view.getHeight() / 2), 0, x);
        double atY = nearest(view.getHeight(), at -> view.valuesAt(atX, at), 1, y);
        Point2D place = view.localToScene(atX, atY);
        view.fireEvent(
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        place.getX(),
                        place.getY(),
                        place.getX(),
                        place.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    /** The pixel whose value is nearest to one. */
    private static double nearest(
            double end, Function<Double, Optional<double[]>> values, int part, double wanted) {
        double best = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (double at = 0; at < end; at++) {
            Optional<double[]> read = values.apply(at);
            double away = read.map(value -> Math.abs(value[part] - wanted)).orElse(distance);
            best = away < distance ? at : best;
            distance = Math.min(distance, away);
        }
        return best;
    }

    @SuppressWarnings("unchecked")
    private static void sortBy(TableView<?> table, TableColumn<?, ?> column) {
        ((List<TableColumn<?, ?>>) (List<?>) table.getSortOrder()).add(column);
    }

    @Test
    void aSweepIsReportedAndARunWhoseModelChangedIsExplained() throws Exception {
        copy();
        Path json = folder.resolve("sweep.json");
        Files.writeString(json, Files.readString(json).replace("932ae7f7", "00000000"));
        answers.files.add(folder);
        fx(() -> window.view().commands().run(Command.OPEN_SWEEP));
        untilShown();
        Path report = folder.resolve("report.html");
        answers.files.add(report);
        fx(() -> named(Button.class, "Save report …").fire());
        until(() -> Files.exists(report));
        assertThat(Files.readString(report))
                .contains("ECC Explorer · Sweep", "8 of 9 runs done, 1 failed")
                .contains("timesteps: 8\nat: [2, 4, 8]\nsettings:\n  - {lambda: [max, p99]")
                .contains("Accuracy against spikes", "These settings do not go together");
        fx(() -> named(Button.class, "Open this run").fire());
        until(() -> window.sheets().isVisible());
        assertThat(says("The model or its images are not those of the sweep any more")).isTrue();
        assertThat(window.model().currentPage().sweepingProperty().get()).isTrue();
    }

    @Test
    void aDamagedSweepIsExplainedAndNothingElseChanges() throws Exception {
        copy();
        Path table = folder.resolve("sweep.csv");
        Files.writeString(table, Files.readString(table).replace("energyRatio", "ratio"));
        drop(folder);
        until(() -> window.sheets().isVisible());
        assertThat(says("The table of the sweep is damaged")).isTrue();
        assertThat(window.view().commands().isPossible(Command.SWEEP)).isFalse();
        assertThat(window.model().currentPage().sweepingProperty().get()).isFalse();
    }
}
