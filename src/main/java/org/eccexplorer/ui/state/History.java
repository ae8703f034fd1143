package org.eccexplorer.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the user did, to be undone in order and redone. Belongs to the FX thread. */
public final class History {
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");

    private record Change(String name, Runnable undo, Runnable redo) {}

    /**
     * Remembers what has just been done; what was undone before can no longer be redone.
     *
     * @param name what was done, for a menu
     */
    void record(String name, Runnable undo, Runnable redo) {
        done.push(new Change(name, undo, redo));
        undone.clear();
        publish();
    }

    /** Undoes the last change, if there is one. */
    public void undo() {
        if (!done.isEmpty()) {
            Change change = done.pop();
            undone.push(change);
            publish();
            change.undo().run();
        }
    }

    /** Redoes what was undone last, if there is something. */
    public void redo() {
        if (!undone.isEmpty()) {
            Change change = undone.pop();
            done.push(change);
            publish();
            change.redo().run();
        }
    }

    /** Forgets everything that could be undone or redone. */
    public void forget() {
        done.clear();
        undone.clear();
        publish();
    }

    private void publish() {
        undoName.set(done.isEmpty() ? "" : done.element().name());
        redoName.set(undone.isEmpty() ? "" : undone.element().name());
        undoable.set(!done.isEmpty());
        redoable.set(!undone.isEmpty());
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** What {@link #undo} would undo, empty if nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What {@link #redo} would redo, empty if nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }
}
