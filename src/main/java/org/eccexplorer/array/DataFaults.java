package org.eccexplorer.array;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** The problems that data files can have, worded once. */
public final class DataFaults {
    private DataFaults() {}

    public static ProblemException corrupt(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                String.valueOf(where),
                what,
                why,
                "Download or export the file again");
    }

    public static ProblemException unsupported(
            Object where, String what, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.UNSUPPORTED, String.valueOf(where), what, why, remedy);
    }

    public static ProblemException limit(Object where, String what, String why, String remedy) {
        return new ProblemException(Problem.Kind.LIMIT, String.valueOf(where), what, why, remedy);
    }

    public static ProblemException unreadable(Object where, String why) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                String.valueOf(where),
                "The data cannot be read",
                why,
                "Check the path and that you may read it");
    }
}
