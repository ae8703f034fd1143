package org.eccexplorer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

class SettingsPaneTest {
    /** What is typed is checked at once, taken at Enter, and undone like any setting. */
    private static SettingsPane whole(ExplorerViewModel model) {
        SettingsPane pane = new SettingsPane(model);
        SettingsPane.parts(() -> pane).forEach(LateParts.Part::come);
        return pane;
    }

    @Test
    void theLeakIsTyped() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                NumberField leak = field(whole(model), "Leak");
                leak.setText("1");
                assertThat(leak.getPseudoClassStates())
                        .contains(PseudoClass.getPseudoClass("invalid"));
                leak.fireEvent(new ActionEvent());
                assertThat(model.settings().get().conversion().leak()).isZero();
                leak.setText("0.05");
                leak.fireEvent(new ActionEvent());
                assertThat(model.settings().get().conversion().leak()).isEqualTo(0.05);
                model.history().undo();
                assertThat(leak.getText()).isEqualTo("0");
            });
        }
    }

    /** An option that the arrangement of the pane does not know is appended. */
    @Test
    void everySettingHasALine() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                SettingsPane pane = whole(model);
                new Scene(pane);
                Set<Node> nodes = new HashSet<>();
                SceneNodes.all(pane, nodes);
                folded(pane).forEach(part -> SceneNodes.all(unfolded(part), nodes));
                Set<String> names = new HashSet<>();
                for (Node node : nodes) {
                    if (node instanceof Label label) {
                        names.add(label.getText());
                    }
                }
                assertThat(names)
                        .containsAll(
                                Setting.ALL.stream()
                                        .filter(setting -> !setting.equals(Setting.TIMESTEPS))
                                        .map(setting -> setting.option().name())
                                        .toList());
                return pane;
            });
        }
    }

    /** What is folded away is not made before somebody unfolds it. */
    @Test
    void whatIsFoldedAwayIsNotThere() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                SettingsPane pane = whole(model);
                assertThat(folded(pane)).hasSize(2).allMatch(part -> part.getContent() == null);
                Node first = unfolded(more(pane));
                more(pane).setExpanded(false);
                assertThat(unfolded(more(pane))).isNotNull().isSameAs(first);
                return pane;
            });
        }
    }

    /** While something in the group is chosen its title says so, folded or not. */
    @Test
    void theGroupBeyondEccSaysWhatIsChosen() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                TitledPane beyond = folded(whole(model)).getFirst();
                assertThat(beyond.isExpanded()).isFalse();
                assertThat(beyond.getText()).isEqualTo("Beyond ECC");
                model.settings()
                        .set(
                                model.settings()
                                        .get()
                                        .with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE)
                                        .with(ConversionOptions.LAMBDA_FOR, 8L));
                assertThat(beyond.getText())
                        .isEqualTo("Beyond ECC · λ by least squares for T, λ for T = 8");
                model.history().undo();
                assertThat(beyond.getText()).isEqualTo("Beyond ECC");
                return beyond;
            });
        }
    }

    /** Options that change nothing are disabled, and the title does not name them. */
    @Test
    void whatChangesNothingIsDisabled() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                TitledPane beyond = folded(whole(model)).getFirst();
                Label thresholds = label(beyond, "Thresholds");
                Label made = label(beyond, "Made for T");
                assertThat(thresholds.isDisabled()).isTrue();
                assertThat(thresholds.getParent().getAccessibleHelp())
                        .isEqualTo(
                                "Changes nothing: only multi-threshold neurons have several"
                                        + " thresholds");
                assertThat(made.isDisabled()).isTrue();
                Settings settings =
                        model.settings()
                                .get()
                                .with(ConversionOptions.THRESHOLDS, 3L)
                                .with(ConversionOptions.LAMBDA_FOR, 8L);
                model.settings().set(settings);
                assertThat(beyond.getText()).isEqualTo("Beyond ECC");
                model.settings().set(settings.with(ConversionOptions.NEURONS, Neurons.MULTI));
                assertThat(thresholds.isDisabled()).isFalse();
                assertThat(thresholds.getParent().getAccessibleHelp()).isNull();
                assertThat(made.isDisabled()).isTrue();
                assertThat(beyond.getText())
                        .isEqualTo("Beyond ECC · multi-threshold, 3 thresholds");
                model.settings().set(settings.with(ConversionOptions.CALIBRATE, Correction.BIAS));
                assertThat(thresholds.isDisabled()).isTrue();
                assertThat(made.isDisabled()).isFalse();
                return beyond;
            });
        }
    }

    private static Label label(TitledPane pane, String text) {
        Set<Node> nodes = new HashSet<>();
        SceneNodes.all(unfolded(pane), nodes);
        return nodes.stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.getText().equals(text))
                .findAny()
                .orElseThrow();
    }

    /** A title that names many choices is cut: it must not make the pane wider than its place. */
    @Test
    void aLongTitleDoesNotWidenThePane() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> {
                SettingsPane pane = whole(model);
                new Scene(pane);
                pane.applyCss();
                double least = pane.minWidth(-1);
                model.settings()
                        .set(
                                model.settings()
                                        .get()
                                        .with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE)
                                        .with(ConversionOptions.LAMBDA_FOR, 8L)
                                        .with(ConversionOptions.NEURONS, Neurons.SIGNED));
                pane.applyCss();
                assertThat(folded(pane).getFirst().prefWidth(-1)).isGreaterThan(least);
                assertThat(pane.minWidth(-1)).isEqualTo(least);
                return pane;
            });
        }
    }

    private static List<TitledPane> folded(SettingsPane pane) {
        return pane.getChildren().stream()
                .filter(TitledPane.class::isInstance)
                .map(TitledPane.class::cast)
                .toList();
    }

    private static Node unfolded(TitledPane pane) {
        pane.setExpanded(true);
        return pane.getContent();
    }

    private static TitledPane more(SettingsPane pane) {
        return folded(pane).getLast();
    }

    private static NumberField field(SettingsPane pane, String meaning) {
        new Scene(pane);
        Set<Node> nodes = new HashSet<>();
        SceneNodes.all(unfolded(more(pane)), nodes);
        return nodes.stream()
                .filter(NumberField.class::isInstance)
                .map(NumberField.class::cast)
                .filter(found -> found.getAccessibleText().startsWith(meaning))
                .findFirst()
                .orElseThrow();
    }
}
