package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.SilentDialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** The program's window with nobody before it, who would keep nothing: for measurements. */
public final class UnattendedWindow implements AutoCloseable {
    private final OpenWindow window;

    /** Shows a view-model in a scene, whose root is replaced. */
    public UnattendedWindow(Scene scene, Path preferencesFile, ExplorerViewModel model) {
        window =
                new OpenWindow(
                        scene, new SilentDialogs(Dialogs.Keeping.DISCARD), preferencesFile, model);
    }

    /**
     * Runs as soon as the window has its content, as the program does.
     *
     * @param name of what is opened
     */
    public void begin(String name) {
        ExplorerView view = window.view();
        view.cover(OpeningPane.label(name));
        view.whenThere(() -> {
            view.uncover();
            window.begin();
        });
    }

    /** Whether the window has all that does not show runs. */
    public boolean isThere() {
        return window.view().isThere();
    }

    /** Whether all parts of the window are there. */
    public boolean isWhole() {
        return window.view().isWhole();
    }

    /** What is shown now. */
    public ExplorerViewModel model() {
        return window.model();
    }

    /** Opens files as if they were dropped onto the window. */
    public void open(List<Path> files) {
        window.opener().files(files);
    }

    /** Whether something is shown above the content: a problem, or a question. */
    public boolean isAsking() {
        return window.sheets().isVisible();
    }

    /** Takes that away. */
    public void dismiss() {
        window.sheets().close();
    }

    @Override
    public void close() {
        model().runs().stop();
        window.mayClose();
    }
}
