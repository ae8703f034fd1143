package org.eccexplorer.app.sweep.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Failure;
import org.eccexplorer.app.sweep.run.Identity;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.RowColumns;
import org.eccexplorer.app.sweep.run.TaskResult;
import org.eccexplorer.faults.FaultLoop;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a sweep on disks that fail: a run has all of its rows, or is not done. */
class SweepFaultsTest {
    private static final PlannedTask TASK =
            new PlannedTask(0, "ab".repeat(32), new Identity("0".repeat(64), "1".repeat(64), 1));

    @TempDir private Path folder;

    private static void write(Path folder, TaskResult result) throws ProblemException {
        SweepPlan plan =
                PlanReader.read("p.yaml", "models: [digits]\ntimesteps: 8\n", Path.of("/plans"));
        new SweepFolder(folder).write(plan, TASK, result);
    }

    @Test
    void aRunIsDoneWithAllOfItsRowsOrNotAtAll() throws Exception {
        List<String> row = Collections.nCopies(RowColumns.ALL.size(), "1");
        TaskResult done = new TaskResult(0, 1, List.of(row, row), null);
        TaskResult failed =
                new TaskResult(
                        0, 0, List.of(), new Failure("LIMIT", "where", "what", "why", "remedy"));
        new FaultLoop(folder, nothing -> {}).run(in -> write(in, done));
        int failures =
                new FaultLoop(folder, in -> write(in, failed))
                        .orMiddle(in -> write(in, done))
                        .run(in -> write(in, done));
        assertThat(failures).isGreaterThan(10);
    }
}
