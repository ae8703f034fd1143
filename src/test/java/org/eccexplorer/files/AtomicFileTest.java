package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are replaced, and what remains when that fails. */
class AtomicFileTest {
    private static final int KILLS = 10;
    private static final int BYTES = 1 << 20;

    @TempDir private Path folder = Path.of("");

    private static void write(Path file, String text) throws ProblemException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void aFullDiskLeavesTheOldContent() throws Exception {
        Path file = folder.resolve("a.txt");
        write(file, "old");
        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> {
                                    out.write(new byte[1 << 17]);
                                    throw new IOException("No space left on device");
                                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No space left on device; 131\u202f072 bytes were written")
                .hasMessageContaining("are free");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void whatCannotBeReadAgainIsNotKept() throws Exception {
        Path file = folder.resolve("a.txt");
        write(file, "old");
        assertThatThrownBy(() ->
                        AtomicFile.write(
                                file,
                                out -> out.write('x'),
                                written -> {
                                    throw new IOException("not as it was");
                                }))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not as it was");
        assertThat(Files.readString(file)).isEqualTo("old");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aLinkIsWrittenThroughAndPermissionsStay() throws Exception {
        assumeTrue(Resources.hasPermissions());
        Path real = Files.createDirectory(folder.resolve("real")).resolve("a.txt");
        write(real, "old");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("real", "a.txt"));
        write(link, "new");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw----");
        Path dangling = Files.createSymbolicLink(folder.resolve("b.txt"), Path.of("real", "b.txt"));
        write(dangling, "first");
        assertThat(Files.readString(folder.resolve("real").resolve("b.txt"))).isEqualTo("first");
    }

    @Test
    void onlyFilesAreReplaced() {
        assertThatThrownBy(() -> write(folder, "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is not a file");
        assertThatThrownBy(() -> write(folder.resolve("none").resolve("a"), "x"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the folder is gone");
    }

    @Test
    void whatDeadProcessesLeftIsDeleted() throws Exception {
        Files.writeString(folder.resolve(".a.txt.999999999-1.tmp"), "half");
        Files.writeString(folder.resolve(".b.txt.999999999-1.tmp"), "half");
        write(folder.resolve("a.txt"), "whole");
        assertThat(names()).containsExactly(".b.txt.999999999-1.tmp", "a.txt");
    }

    /** What a killed process leaves is always one of its contents as a whole. */
    @Test
    void aKilledProcessLeavesOldOrNewContent() throws Exception {
        Path file = folder.resolve("a.bin");
        Random random = new Random(7);
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Writer.class.getName(),
                                    file.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (BufferedReader ready = writer.inputReader()) {
                ready.readLine();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(60));
                writer.destroyForcibly().waitFor();
            }
            byte[] left = Files.readAllBytes(file);
            byte[] whole = new byte[BYTES];
            Arrays.fill(whole, left[0]);
            assertThat(Arrays.equals(left, whole)).as("after kill " + kill).isTrue();
        }
        write(file, "last");
        assertThat(names()).containsExactly("a.bin");
    }

    /** Writes one content after the other until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws ProblemException {
            Path file = Path.of(arguments[0]);
            for (int i = 0; ; i++) {
                byte[] bytes = new byte[BYTES];
                Arrays.fill(bytes, (byte) i);
                AtomicFile.write(file, out -> out.write(bytes));
                if (i == 0) {
                    System.out.println("ready");
                }
            }
        }
    }
}
