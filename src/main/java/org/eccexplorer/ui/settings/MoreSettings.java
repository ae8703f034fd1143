package org.eccexplorer.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.Folded;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SettingsEditor;

/** The settings that are seldom changed, folded away at first. */
final class MoreSettings {
    private static final List<Setting<?>> NEURONS =
            List.of(
                    Setting.of(ConversionOptions.LEAK),
                    Setting.of(ConversionOptions.LAMBDA_PERCENTILE),
                    Setting.of(ConversionOptions.ROUNDING),
                    Setting.of(ConversionOptions.AVERAGE_POOLING),
                    Setting.of(ConversionOptions.MAXIMUM_POOLING),
                    Setting.of(ConversionOptions.OTHER_ACTIVATIONS),
                    Setting.of(ConversionOptions.OUTPUT),
                    Setting.SEED,
                    Setting.of(ConversionOptions.SHARED_ADD_SCALE));

    private static final List<Setting<?>> CLOSED_FORM =
            List.of(
                    Setting.EXTENSION,
                    Setting.ROUNDED,
                    Setting.of(ConversionOptions.FLOORED_INPUT));

    private static final List<Setting<?>> MACHINE = List.of(Setting.THREADS, Setting.KERNELS);

    private MoreSettings() {}

    /**
     * The pane.
     *
     * @param placed options that stand elsewhere in the window; those that stand neither there nor
     *     in a list above are appended to the first
     */
    static TitledPane pane(
            ExplorerViewModel model, SettingControls controls, List<Option<?>> placed) {
        TitledPane pane = new Folded(() -> rows(model, controls, placed));
        pane.setText(Texts.text("ui.settings.more"));
        return pane;
    }

    private static VBox rows(
            ExplorerViewModel model, SettingControls controls, List<Option<?>> placed) {
        VBox rows = new VBox(9);
        rows.getStyleClass().add("more");
        add(rows, controls, NEURONS);
        add(rows, controls, unplaced(placed));
        rows.getChildren().add(Rows.heading(Texts.text("ui.settings.closedForm")));
        add(rows, controls, CLOSED_FORM);
        rows.getChildren().add(Rows.heading(Texts.text("ui.settings.machine")));
        add(rows, controls, MACHINE);
        rows.getChildren().add(dense(model));
        rows.getChildren().add(spKeras(model.settings()));
        return rows;
    }

    private static void add(VBox rows, SettingControls controls, List<Setting<?>> settings) {
        settings.forEach(setting -> rows.getChildren().add(controls.row(setting)));
    }

    private static List<Setting<?>> unplaced(List<Option<?>> placed) {
        List<Option<?>> rest = new ArrayList<>(ConversionOptions.ALL);
        rest.removeAll(placed);
        NEURONS.forEach(setting -> rest.remove(setting.option()));
        CLOSED_FORM.forEach(setting -> rest.remove(setting.option()));
        List<Setting<?>> settings = new ArrayList<>();
        rest.forEach(option -> settings.add(Setting.of(option)));
        return settings;
    }

    /** It is a preference of this machine, no setting of a run. */
    private static HBox dense(ExplorerViewModel model) {
        ChoiceBox<DenseChoice> dense = Choices.of(List.of(DenseChoice.values()), Texts::name);
        dense.valueProperty().bindBidirectional(model.dense().choiceProperty());
        return Rows.setting(
                Texts.text("ui.settings.dense"), Texts.text("ui.settings.denseMeaning"), dense);
    }

    private static Hyperlink spKeras(SettingsEditor settings) {
        Hyperlink link = new Hyperlink(Texts.text("ui.settings.spKeras"));
        link.setTooltip(new Tooltip(Texts.text("ui.settings.spKerasTooltip")));
        link.setOnAction(
                event -> settings.set(settings.get().with(settings.get().conversion().spKeras())));
        return link;
    }
}
