package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.Resources;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.image.MapsView;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every control and chart of every page can be reached by the keyboard and says what it is. */
class AccessibilityTest {
    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private static boolean isToBeNamed(Node node) {
        return node instanceof ButtonBase
                || node instanceof ToggleSwitch
                || node instanceof ChoiceBox
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof RangeSlider
                || node instanceof TextInputControl
                || node instanceof TableView
                || node instanceof ChartView
                || node instanceof MapsView;
    }

    /** Parts of a larger control are named and reached by it. */
    private static boolean isInside(Node node) {
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ComboBoxBase || up instanceof TextInputControl) {
                return true;
            }
        }
        return node.getStyleClass().contains("tab-down-button")
                || node.getStyleClass().stream().anyMatch(s -> s.contains("arrow-button"));
    }

    private static boolean isNamed(Node node) {
        String text = node.getAccessibleText();
        if (text != null && !text.isBlank()) {
            return true;
        }
        return node instanceof ButtonBase button
                && button.getText() != null
                && button.getText().chars().anyMatch(Character::isLetterOrDigit);
    }

    private static String told(Node node) {
        StringBuilder path = new StringBuilder(node.toString());
        for (Parent up = node.getParent(); up != null; up = up.getParent()) {
            path.append(" < ").append(up.getClass().getSimpleName());
        }
        return path.toString();
    }

    @Test
    void everyControlIsNamedAndReached() throws Exception {
        ExplorerViewModel model = SampleModel.of(6, 8);
        ExplorerView view =
                fx(() -> {
                    ExplorerView made = new ExplorerView(model, new Answers(), Surroundings.NONE);
                    made.introducedProperty().set(true);
                    Stage stage = new Stage();
                    stage.setScene(new Scene(made, 1400, 900));
                    stage.show();
                    model.runs().start();
                    return made;
                });
        try {
            SweepResults sweep = SweepResults.read(Resources.path("sweep"));
            fx(() -> model.sweepProperty().set(Optional.of(sweep)));
            until(view, () -> !model.runs().all().isEmpty() && !model.runs().isRunning());
            fx(() ->
                    SampleModel.change(
                            model.settings(), ConversionOptions.RESIDUAL_ELIMINATION, false));
            until(view, () -> !model.runs().isRunning());
            until(
                    view,
                    () ->
                            model.runs()
                                    .focusProperty()
                                    .get()
                                    .flatMap(model.selection()::trace)
                                    .isPresent());
            List<String> unnamed = new ArrayList<>();
            List<String> unreached = new ArrayList<>();
            for (Command page :
                    List.of(
                            Command.LIVE,
                            Command.ERROR,
                            Command.COST,
                            Command.ANSWERS,
                            Command.LAYER,
                            Command.IMAGE,
                            Command.NEURON,
                            Command.SAMPLES,
                            Command.DATA,
                            Command.PARTS,
                            Command.VERIFY,
                            Command.LEARN,
                            Command.COMPARE,
                            Command.FIND,
                            Command.SWEEP)) {
                fx(() -> {
                    view.commands().run(page);
                    view.repaint();
                    view.applyCss();
                    view.layout();
                    view.repaint();
                    SceneNodes.unfold(view);
                    view.applyCss();
                    view.layout();
                    List<Node> all = new ArrayList<>();
                    SceneNodes.visible(view, all);
                    for (Node node : all) {
                        if (isToBeNamed(node) && !isInside(node)) {
                            if (!isNamed(node)) {
                                unnamed.add(page + ": " + told(node));
                            }
                            boolean reached =
                                    node.isFocusTraversable()
                                            || node instanceof Control control
                                                    && control.isDisabled();
                            if (!reached) {
                                unreached.add(page + ": " + told(node));
                            }
                        }
                    }
                });
            }
            assertThat(unnamed).as("without a name").isEmpty();
            assertThat(unreached).as("without a way by the keyboard").isEmpty();
        } finally {
            fx(() -> view.getScene().getWindow().hide());
            model.close();
        }
    }

    private static void until(ExplorerView view, Callable<Boolean> condition) throws Exception {
        FxThread.until(() -> {
            view.pulse();
            return condition.call();
        });
    }
}
