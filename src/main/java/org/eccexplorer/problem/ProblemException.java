package org.eccexplorer.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.eccexplorer.text.Texts;

/**
 * Carries one or more {@link Problem}s to whatever shows them: all that were found, not only the
 * first.
 */
public sealed class ProblemException extends Exception permits ChoiceNeeded, SizeLeftOpen {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public ProblemException(List<Problem> problems) {
        super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a ProblemException needs a problem");
        }
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem, Throwable cause) {
        this(List.of(problem));
        initCause(cause);
    }

    public ProblemException(
            Problem.Kind kind, String where, String what, String why, String remedy) {
        this(new Problem(kind, where, what, why, remedy));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The problems to show for a failure: those it carries, or that it is an internal error. */
    public static List<Problem> of(String where, Exception failure) {
        return failure instanceof ProblemException known
                ? known.problems()
                : List.of(
                        new Problem(
                                Problem.Kind.CORRUPT,
                                where,
                                Texts.text("problem.internalError"),
                                String.valueOf(failure),
                                Texts.text("problem.report")));
    }
}
