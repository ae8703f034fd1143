package org.eccexplorer.ui.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eccexplorer.app.run.Settings;

/** The settings as the user edits them; each change can be undone. Belongs to the FX thread. */
public final class SettingsEditor {
    private final ReadOnlyObjectWrapper<Settings> value;
    private final History history;

    /** Edits settings and records each change in a history. */
    SettingsEditor(Settings start, History history) {
        value = new ReadOnlyObjectWrapper<>(start);
        this.history = history;
    }

    public Settings get() {
        return value.get();
    }

    public ReadOnlyObjectProperty<Settings> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** They were for all images, of which there are more from now on; nothing is recorded. */
    void ofImages(int count) {
        value.set(get().withImages(get().images(count)));
    }

    /** Uses other settings; equal ones change nothing. */
    public void set(Settings next) {
        Settings before = value.get();
        if (!next.equals(before)) {
            history.record(
                    SettingsChange.name(before, next),
                    () -> value.set(before),
                    () -> value.set(next));
            value.set(next);
        }
    }
}
