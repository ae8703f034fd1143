package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** All that is wrong with one lesson file, each with its line. */
final class Faults {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /**
     * Notes one.
     *
     * @param line from 1
     * @param what is wrong
     * @param why what was found
     */
    void add(int line, String what, String why) {
        found.add(
                new Problem(
                        Problem.Kind.CORRUPT,
                        Texts.text("lesson.where", file, line),
                        what,
                        why,
                        Texts.text("lesson.remedy")));
    }

    void end() throws ProblemException {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
