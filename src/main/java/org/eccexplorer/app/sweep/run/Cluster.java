package org.eccexplorer.app.sweep.run;

import java.util.List;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * What is said of a cluster.
 *
 * @param master its address
 */
public record Cluster(String master) {
    /** Where runs are done, for people. */
    public String name() {
        return Texts.text("app.sweep.spark", master);
    }

    /** The problem to report where it cannot be used. */
    public ProblemException unusable(Throwable cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.UNREADABLE,
                        master,
                        Texts.text("app.sweep.noCluster"),
                        firstLine(cause),
                        Texts.text("app.sweep.checkCluster")),
                cause);
    }

    /** The result of a run that ended its process again and again. */
    public TaskResult lost(PlannedTask task, Throwable cause) {
        return new TaskResult(
                task.index(),
                0,
                List.of(),
                new Failure(
                        Problem.Kind.LIMIT.name(),
                        master,
                        Texts.text("app.sweep.executorLost"),
                        firstLine(cause),
                        Texts.text("app.sweep.giveMemory")));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
