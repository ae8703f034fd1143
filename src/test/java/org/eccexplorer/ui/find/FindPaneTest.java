package org.eccexplorer.ui.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.SearchView.Phase;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.ExplorerView;
import org.eccexplorer.ui.window.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page Find in a real window. */
class FindPaneTest {
    private ExplorerViewModel model;
    private ExplorerView view;
    private Stage stage;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        model =
                new ExplorerViewModel(
                        SessionState.of(
                                Experiment.sample("digits", 10),
                                Settings.standard().withTimesteps(8),
                                Set.of()));
        fx(() -> {
            view = new ExplorerView(model, new Answers(), Surroundings.NONE);
            stage = new Stage();
            stage.setScene(new Scene(view, 1000, 700));
            stage.show();
            view.commands().run(Command.FIND);
            lay();
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> stage.close());
        model.close();
    }

    private void lay() {
        for (int i = 0; i < 2; i++) {
            view.repaint();
            view.applyCss();
            view.layout();
        }
    }

    private <T extends Node> Optional<T> find(Class<T> kind, Predicate<T> which) throws Exception {
        return fx(() -> {
            lay();
            Set<Node> nodes = new HashSet<>();
            SceneNodes.all(view, nodes);
            return nodes.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(node -> node.getScene() != null && which.test(node))
                    .findFirst();
        });
    }

    private <T extends Labeled> T named(Class<T> kind, String text) throws Exception {
        return find(kind, node -> text.equals(node.getText()) && node.isManaged()).orElseThrow();
    }

    private boolean says(String words) throws Exception {
        return find(Label.class, label -> label.isVisible() && label.getText().contains(words))
                .isPresent();
    }

    private Query small() {
        return along(Axes.SCOPE);
    }

    private Query along(Axis axis) {
        List<Axis> axes = List.of(Axes.neurons(List.of(Neurons.PLAIN)), axis);
        return new Query(
                ConversionOptions.ecc(),
                Goal.ENERGY,
                20,
                6,
                axes,
                1,
                Optional.empty(),
                Accounting.STANDARD,
                2);
    }

    private void search() throws Exception {
        fx(() -> model.finding().start(model.experiment(), small()));
        ended();
    }

    private void ended() throws Exception {
        until(() -> {
            view.pulse();
            return !model.finding().runningProperty().get();
        });
    }

    @Test
    void beforeASearchThePageSaysWhatToDo() throws Exception {
        assertThat(says("Find the setting that needs least")).isTrue();
        assertThat(says("500 calibration images")).isTrue();
        assertThat(says("10 test images")).isTrue();
        assertThat(named(Button.class, "Explain").isDisabled()).isTrue();
        assertThat(find(ChartView.class, chart -> chart.chart().isPresent())).isEmpty();
    }

    @Test
    void whatWasFoundIsADotASentenceAndARow() throws Exception {
        search();
        assertThat(model.finding().viewProperty().get().orElseThrow().phase())
                .isEqualTo(Phase.ENDED);
        assertThat(says("Within 20 points of the CNN at")).isTrue();
        assertThat(says("Checked on 10 images it never saw")).isTrue();
        assertThat(says("of 2 were compared")).isTrue();
        ChartView chart = find(ChartView.class, one -> one.chart().isPresent()).orElseThrow();
        Chart.Lines lines = (Chart.Lines) chart.chart().orElseThrow();
        assertThat(lines.series()).extracting(Series::mark).contains(Series.Mark.DOTS);
        assertThat(lines.references()).hasSize(3);
        FindTable table = find(FindTable.class, one -> true).orElseThrow();
        assertThat(table.getItems()).hasSizeGreaterThan(1);
        assertThat(table.getItems().getFirst().winner()).isTrue();
    }

    @Test
    void aSettingIsUsedByTheKeyboardAndRun() throws Exception {
        search();
        FindTable table = find(FindTable.class, one -> true).orElseThrow();
        int timesteps = table.getItems().getFirst().point().chosen().timesteps();
        fx(() -> Event.fireEvent(table, KeyPress.of(KeyCode.ENTER)));
        assertThat(fx(() -> model.settings().get().timesteps())).isEqualTo(timesteps);
        assertThat(fx(() -> model.currentPage().findingProperty().get())).isTrue();
        Button run = named(Button.class, "Run on all images");
        fx(run::fire);
        assertThat(fx(() -> model.currentPage().findingProperty().get())).isFalse();
        assertThat(fx(() -> model.currentPage().idProperty().get())).isEqualTo(PageId.LIVE);
    }

    @Test
    void theScheduleOfASettingIsUsedWithIt() throws Exception {
        fx(() -> model.finding().start(model.experiment(), along(Axes.SCHEDULE)));
        ended();
        FindTable table = find(FindTable.class, one -> true).orElseThrow();
        for (Schedule schedule : List.of(Schedule.SYNCHRONOUS, Schedule.FREE)) {
            fx(() -> {
                for (int i = 0; i < table.getItems().size(); i++) {
                    if (table.getItems().get(i).point().chosen().setting().schedule() == schedule) {
                        table.getSelectionModel().clearAndSelect(i);
                    }
                }
            });
            fx(() -> Event.fireEvent(table, KeyPress.of(KeyCode.ENTER)));
            assertThat(fx(() -> model.settings().get().schedule())).isEqualTo(schedule);
        }
    }

    @Test
    void whatAPartBuysIsExplained() throws Exception {
        search();
        Button explain = named(Button.class, "Explain");
        fx(explain::fire);
        ended();
        assertThat(fx(() -> view.sheets().isVisible())).isTrue();
    }

    @Test
    void theTableIsCopied() throws Exception {
        search();
        MenuButton copy = named(MenuButton.class, "Copy table");
        fx(() -> copy.getItems().getFirst().fire());
        String text = fx(() -> Clipboard.getSystemClipboard().getString());
        assertThat(text).startsWith("setting,neurons,timesteps,readFrom,earlyExit,meanTimesteps,");
        assertThat(text.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void aSearchIsStoppedAndKeepsWhatItFound() throws Exception {
        Button start = named(Button.class, "▶ Start");
        fx(start::fire);
        until(() -> {
            view.pulse();
            return model.finding()
                    .viewProperty()
                    .get()
                    .filter(one -> !one.dots().isEmpty())
                    .isPresent();
        });
        Button stop = named(Button.class, "■ Stop");
        long asked = System.nanoTime();
        fx(stop::fire);
        ended();
        assertThat((System.nanoTime() - asked) * 1e-9).isLessThan(5);
        assertThat(model.finding().viewProperty().get().orElseThrow().dots()).isNotEmpty();
        assertThat(says("Not checked")).isTrue();
        assertThat(named(Button.class, "▶ Start").isVisible()).isTrue();
    }

    @Test
    void withNothingThatVariesThereIsNoSearch() throws Exception {
        List<ToggleButton> chips = new ArrayList<>();
        fx(() -> {
            Set<Node> nodes = new HashSet<>();
            SceneNodes.all(view, nodes);
            nodes.stream()
                    .filter(ToggleButton.class::isInstance)
                    .map(ToggleButton.class::cast)
                    .filter(chip -> chip.getStyleClass().contains("vary"))
                    .forEach(chips::add);
            chips.forEach(chip -> chip.setSelected(false));
        });
        assertThat(chips).hasSize(Axes.ALL.size() + Neurons.values().length);
        Button start = named(Button.class, "▶ Start");
        fx(start::fire);
        assertThat(model.finding().runningProperty().get()).isFalse();
    }

    @Test
    void escapeLeadsBack() throws Exception {
        fx(() -> Event.fireEvent(view, KeyPress.of(KeyCode.ESCAPE)));
        assertThat(fx(() -> model.currentPage().findingProperty().get())).isFalse();
    }

    @Test
    void withoutImagesToChooseOnItSaysSo() throws Exception {
        Experiment digits = model.experiment();
        Experiment tested =
                new Experiment(
                        digits.model(),
                        digits.test(),
                        digits.test(),
                        digits.dataSource(),
                        digits.dataSource(),
                        List.of(),
                        List.of(),
                        List.of());
        fx(() -> model.finding().start(tested, small()));
        ended();
        assertThat(says("calibration images")).isTrue();
        assertThat(says("The search ended with a problem")).isTrue();
    }
}
