package org.eccexplorer.ui.lesson;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.lesson.Attempt;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.app.open.Experiment;

/** The window that shows lessons. */
public interface LessonHost {
    /** Gives the window back to the experiment, which is as it was. */
    void leave();

    /** The model and images that the window has open, if it has any. */
    Optional<Experiment> opened();

    /** Shows in the window what a page is about, until the learner comes back. */
    void see(LessonState state);

    /** What was done of a lesson, in this run of the program or before. */
    Progress progress(String lesson);

    /** Keeps what is done of a lesson. */
    void keep(String lesson, Progress progress);

    /** Saves a learner's answers where the learner says; nothing else leaves the machine. */
    void save(List<Attempt> answers);

    /** Whether what was done is really to be forgotten. */
    boolean forgets();

    /** A class looks on from now on, or no longer: the size of its text is not the usual one. */
    void presents(boolean on);

    /** The window fills the whole screen, or no longer does. */
    void fullScreen();

    /** Asks what a class pack is to hold, over the experiment. */
    void pack();

    /** Shows how everything belongs together, on one page of text. */
    void overview();
}
