package org.eccexplorer.ui.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.LateParts;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The left side: the three techniques and the settings of neurons and weights. */
public final class SettingsPane extends VBox {
    private static final List<Option<?>> ON_CARDS =
            List.of(
                    ConversionOptions.CURRENT_NORMALISATION,
                    ConversionOptions.LAMBDA_PERCENTILE,
                    ConversionOptions.KAPPA,
                    ConversionOptions.RESIDUAL_ELIMINATION,
                    ConversionOptions.THETA,
                    ConversionOptions.THETA_TIMING,
                    ConversionOptions.BATCH_NORM_CONSISTENCY,
                    ConversionOptions.EPSILON);

    private static final List<Option<?>> NEURON =
            List.of(
                    ConversionOptions.RESET,
                    ConversionOptions.INPUT,
                    ConversionOptions.WEIGHT_BITS);

    private final Map<WindowPart, Node> parts = new EnumMap<>(WindowPart.class);

    private final List<TechniqueCard> techniques = new ArrayList<>();
    private final SettingControls controls;
    private final TechniqueCards cards;
    private final Late<BeyondEcc> beyond;
    private final ExplorerViewModel model;
    private Predicate<WindowPart> condition = part -> true;
    private final Label shown = WrappedText.wrapped("", "muted");
    private final Hyperlink use = new Hyperlink(Texts.text("ui.settings.useShown"));

    /** That the run which is looked at was made with other settings than these. */
    private final VBox other = new VBox(2, shown, use);

    /** The pane before its {@link #parts}. */
    public SettingsPane(ExplorerViewModel model) {
        this.model = model;
        controls = new SettingControls(model.settings());
        cards = new TechniqueCards(controls);
        beyond = new Late<>(() -> new BeyondEcc(model.settings(), controls));
        getStyleClass().add("settings");
        getChildren().addAll(Rows.heading(Texts.text("ui.settings.techniques")), other);
        other.setVisible(false);
        other.managedProperty().bind(other.visibleProperty());
        use.setOnAction(event ->
                model.runs()
                        .focusProperty()
                        .get()
                        .ifPresent(run -> model.settings().set(run.settings())));
    }

    /** The parts of a pane. */
    public static List<LateParts.Part> parts(Supplier<SettingsPane> pane) {
        return List.of(
                () -> pane.get().normalisation(),
                () -> pane.get().elimination(),
                () -> pane.get().consistency(),
                () -> pane.get().beyond(),
                () -> pane.get().neuron(),
                () -> pane.get().others());
    }

    private List<Node> normalisation() {
        return add(WindowPart.NORMALISATION, technique(cards.normalisation()));
    }

    private List<Node> elimination() {
        return add(WindowPart.ELIMINATION, technique(cards.elimination()));
    }

    private List<Node> consistency() {
        String epsilons = model.experiment().epsilons();
        return add(WindowPart.CONSISTENCY, technique(cards.consistency(epsilons)));
    }

    private List<Node> beyond() {
        return add(WindowPart.BEYOND_ECC, beyond.get().pane());
    }

    private List<Node> neuron() {
        VBox neuron = new VBox(9, Rows.heading(Texts.text("ui.settings.neuron")));
        NEURON.forEach(option -> neuron.getChildren().add(controls.row(Setting.of(option))));
        return add(WindowPart.NEURON_SETTINGS, neuron);
    }

    private List<Node> others() {
        return add(WindowPart.MORE_SETTINGS, MoreSettings.pane(model, controls, elsewhere()));
    }

    private TechniqueCard technique(TechniqueCard card) {
        techniques.add(card);
        return card;
    }

    /**
     * Says which settings these are, and what techniques do, as far as runs that differ in one from
     * the focused run show it.
     */
    public void refresh(RunState focus) {
        boolean same = focus.settings().decisive().equals(model.settings().get().decisive());
        other.setVisible(!same);
        shown.setText(same ? "" : Texts.text("ui.settings.otherShown", focus.name()));
        techniques.forEach(card ->
                card.refresh(focus, model.runs().all(), model.experiment().test().labels()));
        beyond.ifMade(others ->
                others.refresh(focus, model.runs().all(), model.experiment().test().labels()));
    }

    private static List<Option<?>> elsewhere() {
        List<Option<?>> options = new ArrayList<>(ON_CARDS);
        options.addAll(NEURON);
        options.addAll(BeyondEcc.options());
        return options;
    }

    private List<Node> add(WindowPart part, Node node) {
        parts.put(part, node);
        getChildren().add(node);
        show(part, node);
        return List.of(node);
    }

    private void show(WindowPart part, Node node) {
        Shown.set(node, condition.test(part));
    }

    /** Shows the parts for which the condition holds, those that come later too. */
    public void show(Predicate<WindowPart> condition) {
        this.condition = condition;
        parts.forEach(this::show);
    }
}
