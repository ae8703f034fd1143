package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import org.eccexplorer.app.session.ClassPack;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.SessionDocument;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** What opening and saving files needs of a window. Belongs to the FX thread. */
public interface Host {
    /** What the window shows now. */
    ExplorerViewModel model();

    /** The whole window's content, to be pictured. */
    Scene scene();

    /** What is read or filled in above the content. */
    Sheets sheets();

    /** Puts a message into the status line. */
    void say(String message);

    /** Explains problems above the content. */
    void explain(String title, List<Problem> problems);

    /** Whether the user is looking at the window, and so sees its status line. */
    boolean isLookedAt();

    /**
     * Does something that discards all runs, unless the user wants to keep them.
     *
     * @param purpose what is done, as a question ends: "before opening x.keras"
     */
    void leave(String purpose, Runnable next);

    /**
     * Shows something else in the window.
     *
     * @param document the session's file, if it came from one
     */
    void replace(ExplorerViewModel next, Optional<SessionDocument> document);

    /** Where class packs are unpacked. */
    Path packs();

    /** Offers the lessons of a class pack, whose model and images are shown already. */
    void teach(ClassPack pack);

    /** What the program remembers from one start to the next. */
    Preferences preferences();

    /** Remembers this from now on. */
    void remember(Preferences changed);

    /** No longer offers what could not be opened because it is gone. */
    void forget(Recent recent, Exception failure);
}
