package org.eccexplorer.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramFilesTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void thisProgramIsWhatItWas() {
        assertThat(ProgramFiles.changedSinceStart()).isEmpty();
    }

    /** Also by a build of the same length, and by one that is older. */
    @Test
    void aFileThatIsReplacedOrRemovedIsNoticed() throws Exception {
        Path jar = Files.writeString(folder.resolve("a.jar"), "classes");
        ProgramFiles started = ProgramFiles.of(jar);
        assertThat(started.changed()).isEmpty();
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertThat(started.changed())
                .get()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
                    assertThat(problem.message()).contains("a.jar", "rebuilt", "Start it again");
                });
        Files.delete(jar);
        assertThat(started.changed()).get().extracting(Problem::why).asString().contains("gone");
    }

    /** Classes in a folder come and go while a program is written. */
    @Test
    void ofAFolderOnlyItsLossIsNoticed() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        ProgramFiles started = ProgramFiles.of(classes);
        Files.writeString(classes.resolve("A.class"), "");
        assertThat(started.changed()).isEmpty();
        FolderTree.delete(classes);
        assertThat(started.changed()).isPresent();
    }
}
