package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers from one start to the next, written to its file as it changes. Belongs
 * to the FX thread.
 */
final class RememberedPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedPreferences.class);

    private final Path file;
    private final Consumer<String> say;
    private Preferences now;
    private Point2D wandered = Point2D.ZERO;

    /**
     * Reads them.
     *
     * @param say tells the user why they could not be written
     */
    RememberedPreferences(Path file, Consumer<String> say) {
        this.file = file;
        this.say = say;
        now = PreferencesFile.read(file);
    }

    Preferences get() {
        return now;
    }

    /** Remembers these from now on. */
    void set(Preferences changed) {
        if (!changed.equals(now)) {
            now = changed;
            Background.save(
                    () -> {
                        PreferencesFile.write(file, changed);
                        return changed;
                    },
                    done -> {},
                    failure -> say.accept(String.valueOf(failure.getMessage())));
        }
    }

    /** No longer offers what could not be opened, if it is gone. */
    void forget(Recent recent, Exception failure) {
        boolean gone =
                ProblemException.of("", failure).getFirst().kind() == Problem.Kind.UNREADABLE;
        if (gone && now.recent().contains(recent)) {
            set(now.without(recent));
        }
    }

    /** Where a window is asked for, it lies so far beside. */
    void windowWandered(Point2D by) {
        wandered = by;
    }

    /** Remembers where a window is, before it closes. */
    void placeOf(Stage stage) {
        now =
                stage.isMaximized()
                        ? now.withWholeScreen()
                        : now.withWindow(
                                stage.getX() - wandered.getX(),
                                stage.getY() - wandered.getY(),
                                stage.getScene().getWidth(),
                                stage.getScene().getHeight());
        try {
            PreferencesFile.write(file, now);
        } catch (ProblemException e) {
            LOG.warn("The window's place is not remembered: {}", e.getMessage());
        }
    }
}
