package org.eccexplorer.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.option.Choice;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.PerName;
import org.eccexplorer.option.Percentile;
import org.eccexplorer.option.Range;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.option.Whole;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.SettingsEditor;

/** Makes controls that show settings as they are and change them through their editor. */
final class SettingControls {
    /** So many whole numbers are offered in a box, more are typed. */
    private static final int FEW = 20;

    /** Width of a field for text, which leaves room for its name. */
    private static final int COLUMNS = 8;

    /** Whole numbers up to here are exact while they are typed, as double. */
    private static final long MAX_TYPED = 1_000_000_000_000_000L;

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final SettingsEditor editor;

    SettingControls(SettingsEditor editor) {
        this.editor = editor;
    }

    /** A setting's name and its control, both with what it means. */
    HBox row(Setting<?> setting) {
        return row(setting, control(setting));
    }

    /** A setting's name and a control other than the usual of its kind. */
    HBox row(Setting<?> setting, Node control) {
        Option<?> option = setting.option();
        return whileItMatters(setting, Rows.setting(option.name(), option.tooltip(), control));
    }

    /**
     * A setting's line, disabled while the setting changes nothing under the others; its tooltip
     * then says why.
     */
    HBox whileItMatters(Setting<?> setting, HBox row) {
        Option<?> option = setting.option();
        Tooltip tooltip = new Tooltip();
        Consumer<Settings> show =
                settings -> {
                    Optional<String> idle = settings.conversion().whyIdle(option);
                    row.getChildren().forEach(child -> child.setDisable(idle.isPresent()));
                    row.setAccessibleHelp(idle.orElse(null));
                    idle.ifPresentOrElse(
                            why -> {
                                tooltip.setText(why + "\n" + option.tooltip());
                                Tooltip.install(row, tooltip);
                            },
                            () -> Tooltip.uninstall(row, tooltip));
                };
        show.accept(editor.get());
        editor.valueProperty().addListener((property, before, after) -> show.accept(after));
        return row;
    }

    /** The control that goes with the kind of a setting. */
    <T> Node control(Setting<T> setting) {
        return switch (setting.option()) {
            case Toggle _ -> toggle(setting);
            case Choice<?> choice -> box(setting, choice.values());
            case Whole whole when !whole.words().isEmpty() ->
                    box(setting, usual(whole.standard(), whole.words()));
            case Real real when !real.words().isEmpty() ->
                    box(setting, usual(real.standard(), real.words()));
            case Whole whole when whole.high() - whole.low() < FEW && whole.low() >= 0 ->
                    box(setting, values(whole));
            case Whole whole ->
                    field(
                            setting,
                            (double) Math.max(Math.min(whole.low(), whole.standard()), -MAX_TYPED),
                            (double) Math.min(whole.high(), MAX_TYPED),
                            true);
            case Real real -> field(setting, real.limits());
            case Percentile _ -> field(setting, Percentile.LIMITS);
            case PerName numbers -> text(setting, numbers);
        };
    }

    /** The standard and what is written as words; others are chosen elsewhere. */
    private static <T> List<T> usual(T standard, Map<T, String> words) {
        List<T> usual = new ArrayList<>(List.of(standard));
        words.keySet().stream().filter(value -> !value.equals(standard)).forEach(usual::add);
        return usual;
    }

    private static List<Long> values(Whole whole) {
        TreeSet<Long> values = new TreeSet<>(List.of(whole.standard()));
        LongStream.rangeClosed(whole.low(), whole.high()).forEach(values::add);
        return List.copyOf(values);
    }

    /** Calls back with a setting's value now and after each change. */
    private <T> void follow(Setting<T> setting, Consumer<T> show) {
        show.accept(setting.get().apply(editor.get()));
        editor.valueProperty()
                .addListener((property, before, after) -> show.accept(setting.get().apply(after)));
    }

    private <T> void take(Setting<T> setting, Object value) {
        Settings changed = setting.set().apply(editor.get(), setting.option().type().cast(value));
        editor.set(changed);
    }

    ToggleSwitch toggle(Setting<?> setting) {
        ToggleSwitch toggle = new ToggleSwitch();
        follow(setting, value -> toggle.setSelected(Boolean.TRUE.equals(value)));
        toggle.selectedProperty().addListener((property, before, on) -> take(setting, on));
        return toggle;
    }

    private <T> ChoiceBox<T> box(Setting<T> setting, List<?> values) {
        List<T> typed = new ArrayList<>();
        values.forEach(value -> typed.add(setting.option().type().cast(value)));
        return choice(setting, typed, setting.option()::shown);
    }

    /** A box of some values; it also shows one that is none of them. */
    <T> ChoiceBox<T> choice(Setting<T> setting, List<T> values, Function<T, String> naming) {
        ChoiceBox<T> box = Choices.of(values, naming);
        follow(
                setting,
                value -> {
                    if (!box.getItems().contains(value)) {
                        box.getItems().add(value);
                    }
                    box.setValue(value);
                });
        box.valueProperty().addListener((property, before, value) -> take(setting, value));
        return box;
    }

    /** A text as the command line takes it, checked as it is typed. */
    private TextField text(Setting<?> setting, PerName option) {
        TextField field = new TextField();
        field.getStyleClass().add("number-field");
        field.setPromptText(option.label());
        field.setPrefColumnCount(COLUMNS);
        follow(setting, value -> field.setText(option.written(option.type().cast(value))));
        field.textProperty()
                .addListener(o ->
                        field.pseudoClassStateChanged(
                                INVALID, typed(field.getText(), option).isEmpty()));
        Runnable take = () -> typed(field.getText(), option).ifPresent(v -> take(setting, v));
        field.setOnAction(event -> take.run());
        field.focusedProperty()
                .addListener(o -> {
                    if (!field.isFocused()) {
                        take.run();
                    }
                });
        return field;
    }

    private static Optional<NamedNumbers> typed(String text, PerName option) {
        try {
            return Optional.of(option.checked(option.parse(text.strip())));
        } catch (IllegalArgumentException invalid) {
            return Optional.empty();
        }
    }

    private NumberField field(Setting<?> setting, Range range) {
        return field(setting, range.smallest(), range.largest(), false);
    }

    private NumberField field(Setting<?> setting, double low, double high, boolean whole) {
        NumberField field =
                new NumberField(
                        setting.option().name(),
                        low,
                        high,
                        whole,
                        value -> {
                            if (whole) {
                                take(setting, (long) value);
                            } else {
                                take(setting, value);
                            }
                        });
        follow(setting, value -> field.show(((Number) value).doubleValue()));
        return field;
    }

    /** A share from 0 to 1: its value and a slider, which acts where the thumb is let go. */
    HBox slider(Setting<Double> setting) {
        Label value = new Label();
        value.getStyleClass().add("value");
        Slider slider = new Slider(0, 1, 0);
        TextSize.scale(slider.prefWidthProperty(), slider, 90);
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(
                Texts.text(
                        "ui.settings.slider", setting.option().name(), setting.option().range()));
        value.textProperty()
                .bind(slider.valueProperty().map(v -> Numbers.fixed(v.doubleValue(), 2)));
        follow(setting, slider::setValue);
        Runnable take = () -> take(setting, Math.rint(slider.getValue() * 100) / 100);
        slider.valueProperty()
                .addListener(o -> {
                    if (!slider.isValueChanging()) {
                        take.run();
                    }
                });
        slider.valueChangingProperty()
                .addListener(o -> {
                    if (!slider.isValueChanging()) {
                        take.run();
                    }
                });
        HBox box = new HBox(6, value, slider);
        box.getStyleClass().add("row");
        return box;
    }
}
