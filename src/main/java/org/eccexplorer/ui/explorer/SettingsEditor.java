package org.eccexplorer.ui.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.eccexplorer.app.Settings;
import org.eccexplorer.convert.ConversionOptions;

/** The settings as the user edits them, with undo and redo. Belongs to the FX thread. */
public final class SettingsEditor {
    private final ReadOnlyObjectWrapper<Settings> value;
    private final Deque<Settings> undo = new ArrayDeque<>();
    private final Deque<Settings> redo = new ArrayDeque<>();
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanProperty redoable = new SimpleBooleanProperty();

    public SettingsEditor(Settings start) {
        value = new ReadOnlyObjectWrapper<>(start);
    }

    public Settings get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<Settings> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Takes other settings; equal ones change nothing. */
    public void set(Settings next) {
        if (!next.equals(value.get())) {
            undo.push(value.get());
            redo.clear();
            show(next);
        }
    }

    /** Changes options of the conversion: {@code change(o -> o.theta = 0.3)}. */
    public void change(Consumer<ConversionOptions.Draft> change) {
        set(value.get().with(change));
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable;
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable;
    }

    /** Goes back to the settings before the last change, if there was one. */
    public void undo() {
        move(undo, redo);
    }

    /** Takes back an undo, if there was one. */
    public void redo() {
        move(redo, undo);
    }

    private void move(Deque<Settings> from, Deque<Settings> to) {
        if (!from.isEmpty()) {
            to.push(value.get());
            show(from.pop());
        }
    }

    private void show(Settings next) {
        undoable.set(!undo.isEmpty());
        redoable.set(!redo.isEmpty());
        value.set(next);
    }
}
