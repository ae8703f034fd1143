package org.eccexplorer.ui.lesson;

import java.util.Set;
import org.eccexplorer.app.lesson.LessonState;

/** The window that shows lessons. */
public interface LessonHost {
    /** Gives the window back to the experiment, which is as it was. */
    void leave();

    /** Shows in the window what a page is about, until the learner comes back. */
    void see(LessonState state);

    /** The tasks of a lesson that were done, in this run of the program or before. */
    Set<String> done(String lesson);

    /** Keeps the tasks of a lesson that are done. */
    void keep(String lesson, Set<String> done);

    /** Saves a learner's answers where the learner says; nothing else leaves the machine. */
    void save(String csv);

    /** Shows how everything belongs together, on one page of text. */
    void overview();
}
