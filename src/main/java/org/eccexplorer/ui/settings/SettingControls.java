package org.eccexplorer.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionOptions.Draft;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.state.SettingsEditor;
import org.jspecify.annotations.Nullable;

/** Makes controls that show the settings as they are and change them through their editor. */
final class SettingControls {
    private final SettingsEditor editor;

    SettingControls(SettingsEditor editor) {
        this.editor = editor;
    }

    /** A switch of something other than the conversion. */
    ToggleSwitch otherToggle(
            Predicate<Settings> get, BiFunction<Settings, Boolean, Settings> changed) {
        ToggleSwitch toggle = new ToggleSwitch();
        follow(settings -> toggle.setSelected(get.test(settings)));
        toggle.selectedProperty()
                .addListener((property, before, on) -> editor.set(changed.apply(editor.get(), on)));
        return toggle;
    }

    /** Calls back with the settings now and after each change. */
    private void follow(Consumer<Settings> show) {
        show.accept(editor.get());
        editor.valueProperty().addListener((property, before, after) -> show.accept(after));
    }

    ToggleSwitch toggle(Function<ConversionOptions, Boolean> get, BiConsumer<Draft, Boolean> set) {
        ToggleSwitch toggle = new ToggleSwitch();
        follow(settings -> toggle.setSelected(get.apply(settings.conversion())));
        toggle.selectedProperty()
                .addListener((property, before, on) -> editor.change(o -> set.accept(o, on)));
        return toggle;
    }

    @SafeVarargs
    final <T> ChoiceBox<T> choice(
            Function<ConversionOptions, T> get,
            BiConsumer<Draft, T> set,
            Function<T, String> naming,
            T... values) {
        List<T> all = new ArrayList<>();
        for (T value : values) {
            all.add(value);
        }
        return box(
                all,
                settings -> get.apply(settings.conversion()),
                value -> editor.change(o -> set.accept(o, value)),
                naming);
    }

    /** A choice of something other than the conversion. */
    <T> ChoiceBox<T> otherChoice(
            Function<Settings, T> get,
            BiFunction<Settings, T, Settings> changed,
            Function<T, String> naming,
            List<T> values) {
        return box(values, get, value -> editor.set(changed.apply(editor.get(), value)), naming);
    }

    /** A choice whose first entry stands for null. */
    @SafeVarargs
    final <T> ChoiceBox<Optional<T>> optional(
            Function<ConversionOptions, @Nullable T> get,
            BiConsumer<Draft, @Nullable T> set,
            String none,
            Function<T, String> naming,
            T... values) {
        List<Optional<T>> all = new ArrayList<>();
        all.add(Optional.empty());
        for (T value : values) {
            all.add(Optional.of(value));
        }
        return box(
                all,
                settings -> Optional.ofNullable(get.apply(settings.conversion())),
                value -> editor.change(o -> set.accept(o, value.orElse(null))),
                value -> value.map(naming).orElse(none));
    }

    private <T> ChoiceBox<T> box(
            List<T> values,
            Function<Settings, T> get,
            Consumer<T> taken,
            Function<T, String> naming) {
        ChoiceBox<T> box = Choices.of(values, naming);
        follow(settings -> {
            T value = get.apply(settings);
            if (!box.getItems().contains(value)) {
                box.getItems().add(value);
            }
            box.setValue(value);
        });
        box.valueProperty().addListener((property, before, value) -> taken.accept(value));
        return box;
    }

    NumberField number(
            String meaning,
            double low,
            double high,
            ToDoubleFunction<ConversionOptions> get,
            BiConsumer<Draft, Double> set) {
        NumberField field =
                new NumberField(
                        meaning,
                        low,
                        high,
                        false,
                        value -> editor.change(o -> set.accept(o, value)));
        follow(settings -> field.show(get.applyAsDouble(settings.conversion())));
        return field;
    }

    /** A whole number other than of the conversion. */
    NumberField whole(
            String meaning,
            double low,
            double high,
            ToDoubleFunction<Settings> get,
            BiFunction<Settings, Long, Settings> changed) {
        NumberField field =
                new NumberField(
                        meaning,
                        low,
                        high,
                        true,
                        value -> editor.set(changed.apply(editor.get(), (long) value)));
        follow(settings -> field.show(get.applyAsDouble(settings)));
        return field;
    }

    /** A share from 0 to 1: its value and a slider, which acts where the thumb is let go. */
    HBox slider(
            String meaning,
            ToDoubleFunction<ConversionOptions> get,
            BiConsumer<Draft, Double> set) {
        Label value = new Label();
        value.getStyleClass().add("value");
        Slider slider = new Slider(0, 1, 0);
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(meaning + ", 0 to 1");
        value.textProperty().bind(slider.valueProperty().asString(Locale.ROOT, "%.2f"));
        follow(settings -> slider.setValue(get.applyAsDouble(settings.conversion())));
        Runnable take =
                () -> {
                    double rounded = Math.rint(slider.getValue() * 100) / 100;
                    editor.change(o -> set.accept(o, rounded));
                };
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

    /** Adds a line with a setting's name and its control. */
    void row(Pane parent, String name, String tooltip, Node control) {
        parent.getChildren().add(Rows.setting(name, tooltip, control));
    }
}
