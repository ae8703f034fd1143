package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Results of two commands are never mixed, whatever becomes of the later one. */
final class ResultFolderTest {
    private static final int KILLS = 12;
    private static final String[] FILES = {"accuracy.csv", "layers.csv", "outputs.npz"};
    private static final String LAST = "run.json";

    @TempDir private Path folder;

    @Test
    void earlierResultsAreNoneFromTheFirstFileOn() throws Exception {
        Files.writeString(folder.resolve(LAST), "old");
        try (ResultFolder claimed = ResultFolder.claim(folder, LAST, true)) {
            assertThat(folder.resolve(LAST)).hasContent("old");
            claimed.begin();
            assertThat(folder.resolve(LAST)).doesNotExist();
            claimed.begin();
        }
    }

    @Test
    void aFolderInThePlaceOfTheResultIsRefusedAtOnce() throws Exception {
        Files.createDirectory(folder.resolve(LAST));
        assertThatThrownBy(() -> ResultFolder.claim(folder, LAST, true))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("run.json is there and is not a file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysInWordsWhyAFolderCannotBeMade() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Path dangling =
                Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));
        Path circle = folder.resolve("circle");
        Files.createSymbolicLink(circle, circle);
        for (Path out : new Path[] {file, file.resolve("sub"), dangling, circle}) {
            assertThatThrownBy(() -> ResultFolder.claim(out, LAST, false))
                    .isInstanceOf(ProblemException.class)
                    .satisfies(problem ->
                            assertThat(problem.getMessage().split(out.toString(), -1)).hasSize(2));
        }
    }

    /** As {@code run --force} does it, one result after the other, until it is killed. */
    @Test
    void aKilledCommandLeavesResultsOfOneOrNone() throws Exception {
        Random random = new Random(11);
        int whole = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process writer =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Writer.class.getName(),
                                    folder.toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (BufferedReader ready = writer.inputReader()) {
                ready.readLine();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(40));
                writer.destroyForcibly().waitFor();
            }
            if (Files.exists(folder.resolve(LAST))) {
                whole++;
                String result = Files.readString(folder.resolve(LAST));
                for (String file : FILES) {
                    assertThat(folder.resolve(file)).as("after kill " + kill).hasContent(result);
                }
            }
        }
        assertThat(whole).isLessThan(KILLS);
    }

    /** Writes results one after the other until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws ProblemException {
            Path out = Path.of(arguments[0]);
            for (int i = 0; ; i++) {
                String content = "result " + i;
                try (ResultFolder claimed = ResultFolder.claim(out, LAST, true)) {
                    claimed.begin();
                    for (String file : FILES) {
                        write(out.resolve(file), content);
                    }
                    write(out.resolve(LAST), content);
                }
                if (i == 0) {
                    System.out.println("ready");
                }
            }
        }

        private static void write(Path file, String content) throws ProblemException {
            AtomicFile.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
