package org.eccexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions kept for the case of a crash. */
class RecoveryTest {
    @TempDir private Path folder;

    @Test
    void onlySessionsOfProcessesThatAreGoneAreLeft() throws Exception {
        Path kept = folder.resolve("recovery");
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.left()).isEmpty();
        recovery.save(
                SessionFile.State.of(
                        Experiment.sample("digits", 2), Settings.standard(), Set.of()));
        Path own = kept.resolve(ProcessHandle.current().pid() + ".eccx");
        assertThat(own).exists();
        assertThat(recovery.left()).as("this process still runs").isEmpty();
        Path gone = Files.copy(own, kept.resolve("999999999.eccx"));
        Files.writeString(kept.resolve("notes.eccx"), "not ours");
        assertThat(recovery.left()).contains(gone);
        recovery.forget();
        assertThat(gone).doesNotExist();
        assertThat(kept.resolve("notes.eccx")).exists();
        recovery.discard();
        assertThat(own).doesNotExist();
    }
}
