package org.eccexplorer.dataset;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** The problems that data files can have, worded once. */
final class Faults {
    private Faults() {}

    static ProblemException corrupt(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                String.valueOf(where),
                what,
                why,
                "Download or export the file again");
    }

    static ProblemException unsupported(Object where, String what, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.UNSUPPORTED, String.valueOf(where), what, why, remedy);
    }

    static ProblemException limit(Object where, String what, String why, String remedy) {
        return new ProblemException(Problem.Kind.LIMIT, String.valueOf(where), what, why, remedy);
    }

    static ProblemException unreadable(Object where, String why) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                String.valueOf(where),
                "The data cannot be read",
                why,
                "Check the path and that you may read it");
    }
}
