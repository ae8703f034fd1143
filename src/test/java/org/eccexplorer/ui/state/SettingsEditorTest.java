package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.junit.jupiter.api.Test;

class SettingsEditorTest {
    private final History history = new History();
    private final SettingsEditor editor = new SettingsEditor(Settings.standard(), history);

    @Test
    void changesAreUndoneAndRedone() {
        SampleModel.change(editor, ConversionOptions.THETA, 0.3);
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
        SampleModel.change(editor, ConversionOptions.THETA, 0.3);
        history.undo();
        SampleModel.change(editor, ConversionOptions.THETA, 0.4);
        assertThat(history.redoableProperty().get()).isFalse();
        history.redo();
        assertThat(editor.get().conversion().theta()).isEqualTo(0.4);
    }

    @Test
    void anEqualSettingIsNoChange() {
        SampleModel.change(editor, ConversionOptions.THETA, 0.5);
        assertThat(history.undoableProperty().get()).isFalse();
    }

    @Test
    void eachChangeIsNamedByItsSetting() {
        SampleModel.change(editor, ConversionOptions.KAPPA, 12.5);
        assertThat(history.undoNameProperty().get()).isEqualTo("κ = 12.5");
        SampleModel.change(editor, ConversionOptions.BATCH_NORM_CONSISTENCY, false);
        assertThat(history.undoNameProperty().get()).isEqualTo("Batch-norm consistency off");
        editor.set(editor.get().withTimesteps(64).withSeed(3));
        assertThat(history.undoNameProperty().get()).isEqualTo("several settings");
        history.undo();
        assertThat(history.undoNameProperty().get()).isEqualTo("Batch-norm consistency off");
        assertThat(history.redoNameProperty().get()).isEqualTo("several settings");
    }

    /** Those of several options, and those that are no option. */
    private static final Set<String> OTHERWISE_NAMED =
            Set.of("conversion", "closedForm", "reading", "calibration", "images");

    /** A setting that the names leave out would be changed under the name of none. */
    @Test
    void everySettingHasAName() {
        List<String> components =
                Arrays.stream(Settings.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(name -> !OTHERWISE_NAMED.contains(name))
                        .toList();
        assertThat(Setting.ALL)
                .extracting(setting -> setting.option().key())
                .containsAll(components)
                .contains("extension", "rounded", "readFrom", "earlyExit")
                .containsAll(ConversionOptions.ALL.stream().map(Option::key).toList());
    }
}
