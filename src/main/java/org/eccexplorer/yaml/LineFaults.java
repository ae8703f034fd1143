package org.eccexplorer.yaml;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** All that is wrong with one text file, each with its line. */
public final class LineFaults {
    private final String file;
    private final String remedy;
    private final List<Problem> found = new ArrayList<>();

    /**
     * None yet.
     *
     * @param file its name in messages
     * @param remedy what to do about each of them
     */
    public LineFaults(String file, String remedy) {
        this.file = file;
        this.remedy = remedy;
    }

    /**
     * Notes one.
     *
     * @param line from 1
     * @param what is wrong
     * @param why what was found
     */
    public void add(int line, String what, String why) {
        found.add(
                new Problem(
                        Problem.Kind.CORRUPT,
                        Texts.text("yaml.where", file, line),
                        what,
                        why,
                        remedy));
    }

    /**
     * Refuses the file if anything was noted.
     *
     * @throws ProblemException with all of it
     */
    public void end() throws ProblemException {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
