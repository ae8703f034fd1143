package org.eccexplorer.ui.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that asks the user something, behind one interface so that a test can answer. */
public interface Dialogs {
    /** Seconds after which a user may have turned to something else and wants to be told. */
    double LONG_WAIT = 5;

    /** What is asked for next probably lies in this folder. */
    default void lookIn(Path folder) {
        // whoever answers knows where things are
    }

    /**
     * Asks for a file.
     *
     * @param kind what it should be, such as "Keras model"
     * @param patterns such as "*.keras"
     */
    Optional<Path> chooseFile(String title, String kind, List<String> patterns);

    /**
     * Asks for files that belong together; empty if none was chosen.
     *
     * @param kind what they should be
     * @param patterns such as "*.keras"
     */
    List<Path> chooseFiles(String title, String kind, List<String> patterns);

    /**
     * Asks where to save a file.
     *
     * @param name that is proposed
     * @param patterns the kinds that can be written, such as "*.svg"
     */
    Optional<Path> saveFile(String title, String name, List<String> patterns);

    /** Asks for a folder. */
    Optional<Path> chooseFolder(String title);

    /** Asks for a line of text. */
    Optional<String> ask(String title, String question, String start);

    /** Asks whether to do something. */
    boolean confirm(String question);

    /**
     * Tells of something that has happened elsewhere, without asking for an answer.
     *
     * @param action name of what can be done about it
     */
    void tell(String title, String text, String action, Runnable taken);

    /** What becomes of something that is in no file before it is given up. */
    enum Keeping {
        SAVE,
        DISCARD,
        /** It is not given up. */
        CANCEL
    }

    /** Asks what becomes of something that is in no file and is about to be given up. */
    Keeping keep(String question);
}
