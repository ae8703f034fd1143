package org.eccexplorer.container;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The problems that model files can have, worded once. */
public final class ModelFaults {
    private ModelFaults() {}

    public static ProblemException corrupt(Object where, String what, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                String.valueOf(where),
                what,
                why,
                Texts.text("container.saveAgain"));
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
                Texts.text("container.useSmallerModel"));
    }

    public static ProblemException unreadable(Object where, String why) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                String.valueOf(where),
                Texts.text("container.modelUnreadable"),
                why,
                Texts.text("container.checkPath"));
    }
}
