package org.eccexplorer.app.sweep.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;

/** What does the runs of a sweep: threads of this process, or a cluster. */
public interface Engine extends AutoCloseable {
    /**
     * Does them in any order, and returns when the last one ended or all were stopped.
     *
     * @param done gets each result as its run ends, one at a time; what was stopped has none
     */
    void run(
            SweepPlan plan,
            List<PlannedTask> tasks,
            Consumer<TaskResult> done,
            Cancellation cancellation)
            throws ProblemException;

    /** Where the runs are done, for people. */
    String name();

    /** Writes the table of a folder in further formats, if this engine knows any. */
    default void writeTables(Path folder) throws ProblemException {}

    @Override
    default void close() {}
}
