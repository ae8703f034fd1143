package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.junit.jupiter.api.Test;

class SettingsEditorTest {
    private final History history = new History();
    private final SettingsEditor editor = new SettingsEditor(Settings.standard(), history);

    @Test
    void changesAreUndoneAndRedone() {
        editor.change(o -> o.theta = 0.3);
        editor.set(editor.get().withTimesteps(64));
        history.undo();
        assertThat(editor.get().timesteps()).isEqualTo(256);
        assertThat(editor.get().conversion().theta()).isEqualTo(0.3);
        history.undo();
        assertThat(editor.get()).isEqualTo(Settings.standard());
        assertThat(history.undoableProperty().get()).isFalse();
        history.undo();
        history.redo();
        history.redo();
        history.redo();
        assertThat(editor.get().timesteps()).isEqualTo(64);
        assertThat(history.redoableProperty().get()).isFalse();
    }

    @Test
    void aNewChangeForgetsWhatWasUndone() {
        editor.change(o -> o.theta = 0.3);
        history.undo();
        editor.change(o -> o.theta = 0.4);
        assertThat(history.redoableProperty().get()).isFalse();
        history.redo();
        assertThat(editor.get().conversion().theta()).isEqualTo(0.4);
    }

    @Test
    void anEqualSettingIsNoChange() {
        editor.change(o -> o.theta = 0.5);
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void eachChangeIsNamedByItsSetting() {
        editor.change(o -> o.kappa = 12.5);
        assertThat(history.undoNameProperty().get()).isEqualTo("κ = 12.5");
        editor.change(o -> o.batchNormConsistency = false);
        assertThat(history.undoNameProperty().get()).isEqualTo("batch-norm consistency off");
        editor.set(editor.get().withTimesteps(64).withSeed(3));
        assertThat(history.undoNameProperty().get()).isEqualTo("several settings");
        history.undo();
        assertThat(history.undoNameProperty().get()).isEqualTo("batch-norm consistency off");
        assertThat(history.redoNameProperty().get()).isEqualTo("several settings");
    }

    /** A setting that the names leave out would be changed under the name of none. */
    @Test
    void everySettingHasAName() {
        int components = ConversionOptions.class.getRecordComponents().length;
        int others = Settings.class.getRecordComponents().length - 1;
        assertThat(SettingsChange.count()).isEqualTo(components + others);
    }
}
