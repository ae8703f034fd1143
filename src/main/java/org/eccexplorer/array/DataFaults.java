package org.eccexplorer.array;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The problems that data files can have, worded once. */
public final class DataFaults {
    private DataFaults() {}

    public static ProblemException corrupt(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                String.valueOf(where),
                what,
                why,
                Texts.text("array.exportAgain"));
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
                Texts.text("array.dataUnreadable"),
                why,
                Texts.text("array.checkPath"));
    }
}
