package org.eccexplorer.channelsfirst;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** Everything in a model that cannot be read, to be told at once. */
public final class Refusals {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    public Refusals(String file) {
        this.file = file;
    }

    /** An operation that is not on the list. */
    public void operation(String node, String operation) {
        problems.add(problem(node, "the operation " + UnknownOperations.why(operation)));
    }

    private Problem problem(String node, String why) {
        return new Problem(
                Problem.Kind.UNSUPPORTED,
                file + ", " + SafeText.text(node),
                "The operation cannot be read",
                why,
                "Use convolutions, linear layers, batch normalisation, ReLU and average pooling");
    }

    /** Throws if anything was refused. */
    public void check() throws ProblemException {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    public ProblemException because(String node, Unreadable reason) {
        return new ProblemException(List.of(problem(node, reason.why())));
    }
}
