package org.eccexplorer.ui.state;

import java.util.Set;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.ProblemException;

/** The bundled network with few images and timesteps, with nothing run yet. */
public final class SampleModel {
    private SampleModel() {}

    public static ExplorerViewModel of(int images, int timesteps) throws ProblemException {
        return new ExplorerViewModel(
                SessionState.of(
                        Experiment.sample("fashion-mnist", images),
                        Settings.standard().withTimesteps(timesteps),
                        Set.of()));
    }

    /**
     * Changes an option of the conversion: {@code change(editor, ConversionOptions.THETA, 0.3)}.
     */
    public static <T> void change(SettingsEditor editor, Option<T> option, T next) {
        editor.set(editor.get().with(option, next));
    }
}
