package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.faults.FaultLoop;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class packs on disks that fail. */
class PackFaultsTest {
    @TempDir private Path folder;

    private static PackPlan plan(int images) throws ProblemException {
        Experiment all = Experiment.sample("digits", 8);
        return new PackPlan(
                "Monday",
                PackPlan.chosen(all, images, OptionalLong.of(5)),
                Settings.standard(),
                Set.of(),
                List.of(),
                "");
    }

    @Test
    void aPackIsWrittenWholeOrNotAtAll() throws Exception {
        PackPlan old = plan(3);
        PackPlan fresh = plan(4);
        int failures =
                new FaultLoop(folder, in -> PackWriter.write(in.resolve("p.eccx"), old))
                        .every(5)
                        .run(in -> PackWriter.write(in.resolve("p.eccx"), fresh));
        assertThat(failures).isPositive();
    }
}
