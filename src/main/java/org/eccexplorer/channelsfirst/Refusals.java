package org.eccexplorer.channelsfirst;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.ProblemGroups;
import org.eccexplorer.text.Texts;

/** Everything in a model that cannot be read, said at once. */
public final class Refusals {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    public Refusals(String file) {
        this.file = file;
    }

    /** An operation that is not on the list. */
    public void operation(String node, String operation) {
        problems.add(problem(node, operation, UnknownOperations.reason(operation)));
    }

    private Problem problem(String node, String operation, Unreadable reason) {
        return new Problem(
                Problem.Kind.UNSUPPORTED,
                Texts.text("channelsfirst.place", file, SafeText.text(node)),
                Texts.text("channelsfirst.operationNotRead", SafeText.text(operation)),
                reason.why(),
                reason.remedy());
    }

    /** Throws if anything was refused. */
    public void check() throws ProblemException {
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemGroups.byReason(problems));
        }
    }

    /** The problem that an operation on the list cannot be read as it is. */
    public ProblemException refusal(String node, String operation, Unreadable reason) {
        return new ProblemException(List.of(problem(node, operation, reason)));
    }
}
