package org.eccexplorer.ui.lesson;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.Control;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;

/** The controls of a lesson, of which at most one is alive; back to the start of the page. */
final class ControlRow extends HBox {
    private final LessonState state;
    private final Runnable changed;

    ControlRow(LessonState state, Runnable changed, Live live) {
        super(18);
        this.state = state;
        this.changed = changed;
        getStyleClass().addAll("card", "lesson-controls");
        state.page()
                .control()
                .ifPresent(name -> {
                    Control control = state.lesson().controls().get(name);
                    if (control != null && control.names().isEmpty()) {
                        addControl(control, live);
                    } else if (control != null) {
                        addChoice(control, live);
                    }
                });
        state.lesson().controls().values().stream()
                .filter(control -> state.page().control().filter(control.name()::equals).isEmpty())
                .filter(control -> state.lesson().names(state.page()).contains(control.name()))
                .forEach(control -> addOther(control, live));
        boolean alive = state.page().control().isPresent();
        boolean empty = getChildren().isEmpty();
        setVisible(!empty);
        setManaged(!empty);
        Button reset = new Button("↺");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setTooltip(new Tooltip(Texts.text("ui.lesson.resetPage")));
        reset.setAccessibleText(Texts.text("ui.lesson.resetPage"));
        reset.setOnAction(event -> {
            state.reset();
            changed.run();
        });
        reset.setVisible(alive);
        reset.setManaged(alive);
        getChildren().add(reset);
    }

    private String written(Control control) {
        double value = state.now().of(control.name());
        if (!control.names().isEmpty()) {
            return control.names().get(control.nearest(value));
        }
        return control.decimals() < 0
                ? Numbers.compact(value)
                : Numbers.fixed(value, control.decimals());
    }

    private void addControl(Control control, Live live) {
        Slider slider = new Slider(0, control.stops().size() - 1.0, 0);
        slider.setId("lesson-" + control.name());
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty()
                .addListener((property, before, now) -> {
                    int stop = (int) Math.rint(now.doubleValue());
                    double value = control.stops().get(stop);
                    if (value != state.now().of(control.name())) {
                        state.set(control.name(), value);
                        changed.run();
                    }
                });
        slider.valueChangingProperty()
                .addListener((property, before, moving) -> {
                    state.moving(moving);
                    changed.run();
                });
        Label value = new Label();
        value.getStyleClass().addAll("value", "live-value");
        TextSize.scale(value.minWidthProperty(), value, 44);
        live.add(() -> {
            int stop = control.nearest(state.now().of(control.name()));
            if (Math.rint(slider.getValue()) != stop) {
                slider.setValue(stop);
            }
            value.setText(written(control));
            slider.setAccessibleText(
                    Texts.text("ui.lesson.controlIs", control.label(), written(control)));
        });
        Label label = new Label(control.label());
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(10, label, value, slider);
        line.getStyleClass().add("row");
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().add(line);
    }

    /** Values that have names, as buttons of which one is pressed. */
    private void addChoice(Control control, Live live) {
        ToggleGroup group = new ToggleGroup();
        Label label = new Label(control.label());
        label.setMinWidth(USE_PREF_SIZE);
        HBox buttons = new HBox(6);
        buttons.setId("lesson-" + control.name());
        for (int i = 0; i < control.stops().size(); i++) {
            double value = control.stops().get(i);
            ToggleButton button = new ToggleButton(control.names().get(i));
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(
                    Texts.text("ui.lesson.controlIs", control.label(), control.names().get(i)));
            button.setToggleGroup(group);
            button.getStyleClass().add("vary");
            button.setOnAction(event -> {
                state.set(control.name(), value);
                changed.run();
            });
            buttons.getChildren().add(button);
        }
        live.add(() ->
                group.selectToggle(
                        group.getToggles().get(control.nearest(state.now().of(control.name())))));
        Region space = new Region();
        HBox line = new HBox(10, label, buttons, space);
        line.getStyleClass().add("row");
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren().add(line);
    }

    /** What is set but cannot be moved on this page. */
    private void addOther(Control control, Live live) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        live.add(() ->
                label.setText(
                        Texts.text("ui.lesson.controlIs", control.label(), written(control))));
        VBox fixed = new VBox(label);
        fixed.getStyleClass().add("row");
        getChildren().add(fixed);
    }
}
