package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
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
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/**
 * The controls of a lesson, of which at most one is alive; back to the start of the page. All stand
 * in one line where there is room, else what is moved stands below its name.
 */
final class ControlRow extends VBox {
    /** Below this width, at the usual size of text, there are two lines. */
    private static final double NARROW = 420;

    private final LessonState state;
    private final Runnable changed;
    private final ObservableValue<Double> textSize = TextSize.of(this);
    private final HBox first = line();
    private final HBox second = line();
    private final List<Node> named = new ArrayList<>();
    private final List<Node> moved = new ArrayList<>();
    private final List<Node> others = new ArrayList<>();

    ControlRow(LessonState state, Runnable changed, Live live) {
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
        boolean empty = moved.isEmpty() && others.isEmpty();
        Shown.set(this, !empty);
        setMinHeight(USE_PREF_SIZE);
        widthProperty().addListener(o -> lay());
        textSize.addListener(o -> lay());
        lay();
    }

    private static HBox line() {
        HBox line = new HBox();
        line.getStyleClass().addAll("row", "control-line");
        return line;
    }

    private void lay() {
        boolean narrow = getWidth() > 0 && getWidth() < NARROW * textSize.getValue();
        boolean two = narrow && !moved.isEmpty();
        int lines = two ? 2 : 1;
        if (getChildren().size() == lines) {
            return;
        }
        first.getChildren().clear();
        second.getChildren().clear();
        first.getChildren().addAll(named);
        (two ? second : first).getChildren().addAll(moved);
        first.getChildren().addAll(others);
        if (!moved.isEmpty()) {
            (two ? second : first).getChildren().add(reset());
        }
        getChildren().setAll(two ? List.of(first, second) : List.of(first));
    }

    private Button reset() {
        Button reset = new Button("↺");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setTooltip(new Tooltip(Texts.text("ui.lesson.resetPage")));
        reset.setAccessibleText(Texts.text("ui.lesson.resetPage"));
        reset.setOnAction(event -> {
            state.reset();
            changed.run();
        });
        return reset;
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
        value.setMinWidth(USE_PREF_SIZE);
        TextSize.scale(value.prefWidthProperty(), value, 44);
        live.add(() -> {
            int stop = control.nearest(state.now().of(control.name()));
            if (Math.rint(slider.getValue()) != stop) {
                slider.setValue(stop);
            }
            value.setText(written(control));
            slider.setAccessibleText(
                    Texts.text("ui.lesson.controlIs", control.label(), written(control)));
        });
        HBox name = new HBox(10, WrappedText.wrapped(control.label(), "control-name"), value);
        name.getStyleClass().add("row");
        named.add(name);
        moved.add(slider);
    }

    /** Values that have names, as buttons of which one is pressed. */
    private void addChoice(Control control, Live live) {
        ToggleGroup group = new ToggleGroup();
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
        HBox.setHgrow(buttons, Priority.ALWAYS);
        named.add(WrappedText.wrapped(control.label(), "control-name"));
        moved.add(buttons);
    }

    /** What is set but cannot be moved on this page. */
    private void addOther(Control control, Live live) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        live.add(() ->
                label.setText(
                        Texts.text("ui.lesson.controlIs", control.label(), written(control))));
        others.add(label);
    }
}
