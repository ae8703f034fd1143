package org.eccexplorer.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.app.Settings;
import org.junit.jupiter.api.Test;

class SettingsEditorTest {
    private final SettingsEditor editor = new SettingsEditor(Settings.standard());

    @Test
    void changesAreUndoneAndRedone() {
        editor.change(o -> o.theta = 0.3);
        editor.set(editor.get().withTimesteps(64));
        editor.undo();
        assertThat(editor.get().timesteps()).isEqualTo(256);
        assertThat(editor.get().conversion().theta()).isEqualTo(0.3);
        editor.undo();
        assertThat(editor.get()).isEqualTo(Settings.standard());
        assertThat(editor.undoableProperty().get()).isFalse();
        editor.undo();
        editor.redo();
        editor.redo();
        editor.redo();
        assertThat(editor.get().timesteps()).isEqualTo(64);
        assertThat(editor.redoableProperty().get()).isFalse();
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        editor.change(o -> o.theta = 0.3);
        editor.undo();
        editor.change(o -> o.theta = 0.4);
        assertThat(editor.redoableProperty().get()).isFalse();
        editor.redo();
        assertThat(editor.get().conversion().theta()).isEqualTo(0.4);
    }

    @Test
    void anEqualSettingIsNoChange() {
        editor.change(o -> o.theta = 0.5);
        assertThat(editor.undoableProperty().get()).isFalse();
    }
}
