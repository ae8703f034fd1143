package org.eccexplorer.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.problem.Problem;

/** Everything that asks the user something, behind one interface so that a test can answer. */
public interface Dialogs {

    /**
     * Asks for a file.
     *
     * @param kind what it should be, such as "Keras model"
     * @param patterns such as "*.keras"
     */
    Optional<Path> chooseFile(String title, String kind, List<String> patterns);

    /** Asks whether to do something. */
    boolean confirm(String question);

    /** Shows problems, each with place, cause and remedy. */
    void show(String title, List<Problem> problems);
}
