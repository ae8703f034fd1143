package org.eccexplorer.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What the user did, to be taken back in order and done again. Belongs to the FX thread. */
public final class History {
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanProperty redoable = new SimpleBooleanProperty();

    private record Change(Runnable undo, Runnable redo) {}

    /** Remembers what has just been done; what was taken back before can no longer be redone. */
    void did(Runnable undo, Runnable redo) {
        done.push(new Change(undo, redo));
        undone.clear();
        follow();
    }

    /** Takes the last change back, if there is one. */
    public void undo() {
        if (!done.isEmpty()) {
            Change change = done.pop();
            undone.push(change);
            follow();
            change.undo().run();
        }
    }

    /** Does again what was taken back last, if there is something. */
    public void redo() {
        if (!undone.isEmpty()) {
            Change change = undone.pop();
            done.push(change);
            follow();
            change.redo().run();
        }
    }

    /** Gives up what could be taken back or done again. */
    public void forget() {
        done.clear();
        undone.clear();
        follow();
    }

    private void follow() {
        undoable.set(!done.isEmpty());
        redoable.set(!undone.isEmpty());
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable;
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable;
    }
}
