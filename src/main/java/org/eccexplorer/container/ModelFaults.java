package org.eccexplorer.container;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** The problems that model files can have, worded once. */
public final class ModelFaults {
    private ModelFaults() {}

    public static ProblemException corrupt(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                String.valueOf(where),
                what,
                why,
                "Save or download the model again");
    }

    public static ProblemException unsupported(
            Object where, String what, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.UNSUPPORTED, String.valueOf(where), what, why, remedy);
    }

    public static ProblemException limit(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.LIMIT,
                String.valueOf(where),
                what,
                why,
                "Use a smaller model, or give the program more memory");
    }

    public static ProblemException unreadable(Object where, String why) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                String.valueOf(where),
                "The model cannot be read",
                why,
                "Check the path and that you may read it");
    }
}
