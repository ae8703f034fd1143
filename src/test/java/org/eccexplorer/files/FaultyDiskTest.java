package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.faults.Faults;
import org.eccexplorer.faults.FaultySystem;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are replaced on a disk that does not do what it is asked for. */
class FaultyDiskTest {
    private static final int MOST_OPERATIONS = 100;

    @TempDir private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void old() throws IOException {
        file = Files.writeString(folder.resolve("a.txt"), "old");
    }

    private void write(Faults.Fault fault) throws ProblemException {
        FaultySystem system = new FaultySystem();
        system.faults().arm(fault);
        AtomicFile.write(
                system.path(file),
                out -> out.write("new".getBytes(StandardCharsets.UTF_8)),
                written -> Files.readAllBytes(written));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }

    /** F3: a scanner or an indexer has the target open for a moment. */
    @Test
    void aTargetInUseIsTriedAgain() throws Exception {
        List<Integer> tries = new ArrayList<>();
        write((operation, number, options) -> {
            if (operation.equals("move") && tries.size() < 3) {
                tries.add(number);
                throw new FileSystemException("a.txt", null, "used by another process");
            }
        });
        assertThat(tries).hasSize(3);
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(names()).containsExactly("a.txt");
    }

    /** F3: and if it never lets go, that is told and nothing is lost. */
    @Test
    void aTargetThatStaysInUseIsAProblem() throws IOException {
        assertThatThrownBy(() ->
                        write((operation, number, options) -> {
                            if (operation.equals("move")) {
                                throw new FileSystemException(
                                        "a.txt", null, "used by another process");
                            }
                        }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            Problem problem = e.problems().getFirst();
                            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNWRITABLE);
                            assertThat(problem.why()).contains("used by another process");
                        });
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a.txt");
    }

    /** F4: without atomic renaming the old content stays beside the new. */
    @Test
    void withoutAtomicRenamingTheOldContentIsKept() throws Exception {
        write((operation, number, options) -> {
            if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
                throw new AtomicMoveNotSupportedException("a", "b", "two file stores");
            }
        });
        assertThat(Files.readString(file)).isEqualTo("new");
        assertThat(Files.readString(folder.resolve("a.txt.bak"))).isEqualTo("old");
        assertThat(names()).containsExactly("a.txt", "a.txt.bak");
    }

    /**
     * Whichever operation fails, the file is as it was or as it should be, and it is told which.
     */
    @Test
    void oneFailureAnywhereLeavesOldOrNew() throws IOException {
        int failing = 1;
        while (failing < MOST_OPERATIONS) {
            Files.writeString(file, "old");
            int chosen = failing;
            List<String> failed = new ArrayList<>();
            boolean told = false;
            try {
                write((operation, number, options) -> {
                    if (number == chosen) {
                        failed.add(operation);
                        throw new IOException("Input/output error");
                    }
                });
            } catch (ProblemException e) {
                told = true;
                assertThat(e.problems().getFirst().kind()).isEqualTo(Problem.Kind.UNWRITABLE);
            }
            if (failed.isEmpty()) {
                break;
            }
            String place = failed.getFirst() + " as operation " + failing;
            String content = Files.readString(file);
            assertThat(content).as(place).isIn("old", "new");
            assertThat(told || content.equals("new")).as(place).isTrue();
            if (!failed.contains("delete")) {
                assertThat(names()).as(place).containsExactly("a.txt");
            }
            failing++;
        }
        assertThat(failing).as("operations there are").isBetween(4, MOST_OPERATIONS - 1);
    }
}
