package org.eccexplorer.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.words.Effect;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.option.Option;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Folded;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.SettingsEditor;

/**
 * Techniques that are not the paper's, folded away at first and all off. While something in here is
 * chosen the title says so.
 */
final class BeyondEcc {
    private static final List<Setting<?>> SETTINGS =
            List.of(
                    Setting.of(ConversionOptions.LAMBDA_RULE),
                    Setting.of(ConversionOptions.LAMBDA_SCOPE),
                    Setting.of(ConversionOptions.LAMBDA_OF),
                    Setting.of(ConversionOptions.NEURONS),
                    Setting.of(ConversionOptions.THRESHOLDS),
                    Setting.of(ConversionOptions.CALIBRATE),
                    Setting.of(ConversionOptions.LAMBDA_FOR),
                    Setting.READ_FROM,
                    Setting.EARLY_EXIT,
                    Setting.SCHEDULE);

    private final Label effect = WrappedText.wrapped("", "effect");
    private final Folded pane;

    BeyondEcc(SettingsEditor editor, SettingControls controls) {
        effect.managedProperty().bind(effect.visibleProperty());
        effect.setVisible(false);
        pane = new Folded(() -> rows(controls));
        // A long title is cut; without this it would push every control of the pane out of sight.
        pane.setMinWidth(0);
        Tooltip tooltip = new Tooltip();
        pane.setTooltip(tooltip);
        tooltip.textProperty().bind(pane.textProperty());
        pane.textProperty().bind(editor.valueProperty().map(BeyondEcc::title));
    }

    /** What the window shows of it. */
    TitledPane pane() {
        return pane;
    }

    private VBox rows(SettingControls controls) {
        VBox rows = new VBox(9, WrappedText.wrapped(Texts.text("ui.settings.beyondWhat"), "muted"));
        rows.getStyleClass().add("more");
        SETTINGS.forEach(setting -> rows.getChildren().add(row(controls, setting)));
        rows.getChildren().add(effect);
        return rows;
    }

    private static HBox row(SettingControls controls, Setting<?> setting) {
        return setting.equals(Setting.EARLY_EXIT)
                ? controls.row(
                        setting,
                        controls.choice(
                                Setting.EARLY_EXIT,
                                ReadingChoice.EPSILONS,
                                ReadingChoice.EARLY_EXIT::shown))
                : controls.row(setting);
    }

    /** The options that stand here. */
    static List<Option<?>> options() {
        return List.copyOf(SETTINGS.stream().map(Setting::option).toList());
    }

    private static String title(Settings settings) {
        String chosen =
                SETTINGS.stream()
                        .flatMap(setting -> chosen(setting, settings).stream())
                        .collect(Collectors.joining(", "));
        return chosen.isEmpty()
                ? Texts.text("ui.settings.beyond")
                : Texts.text("ui.settings.beyondChosen", chosen);
    }

    /** What is chosen for a setting, if that is not the usual and changes anything. */
    private static <T> Optional<String> chosen(Setting<T> setting, Settings settings) {
        T value = setting.get().apply(settings);
        boolean idle = settings.conversion().whyIdle(setting.option()).isPresent();
        return idle || value.equals(setting.option().standard())
                ? Optional.empty()
                : Optional.of(
                        ConversionOptions.ALL.contains(setting.option())
                                ? settings.conversion().named(setting.option())
                                : setting.option().named(value));
    }

    /** Says what the options do, as far as runs that differ from a run in one of them show it. */
    void refresh(RunState run, List<RunState> all, int[] labels) {
        String text =
                options().stream()
                        .filter(ConversionOptions.ALL::contains)
                        .flatMap(option -> Effect.ofChange(option, run, all, labels).stream())
                        .filter(Effect::isTelling)
                        .map(Effect::text)
                        .collect(Collectors.joining("\n"));
        effect.setVisible(!text.isEmpty());
        effect.setText(text);
    }
}
