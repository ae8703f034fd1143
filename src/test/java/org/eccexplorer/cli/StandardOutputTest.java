package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.OwnProcess;
import org.eccexplorer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed and does not arrive fails a command. */
final class StandardOutputTest {
    private static final String MODEL =
            Path.of(System.getProperty("ecc.home", "."), "sample-models/digits/digits.keras")
                    .toAbsolutePath()
                    .toString();

    @TempDir private Path folder;

    private static StandardOutput failing(String why) {
        StandardOutput output =
                new StandardOutput(
                        new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException(why);
                            }
                        });
        PrintWriter writer = new PrintWriter(output, true, StandardCharsets.UTF_8);
        writer.println("a line");
        return output;
    }

    @Test
    void saysWhyNotEverythingArrived() {
        Problem problem = failing("No space left on device").problem().orElseThrow();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNWRITABLE);
        assertThat(problem.message()).startsWith("standard output: ").contains("No space left");
    }

    @Test
    void aReaderThatHasEnoughIsNoProblem() {
        assertThat(failing("Broken pipe").problem()).isEmpty();
        assertThat(failing("Datenübergabe unterbrochen (broken pipe)").problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-"})
    @DisabledOnOs(OS.WINDOWS)
    void aCommandWhoseOutputIsLostFails(String redirection)
            throws IOException, InterruptedException {
        assumeTrue(redirection.equals(">&-") || Files.exists(Path.of("/dev/full")));
        OwnProcess.Result result =
                OwnProcess.redirected(folder, redirection, "inspect", "--json", MODEL);
        assertThat(result.code()).isEqualTo(7);
        assertThat(result.err().lines().filter(line -> line.startsWith("ecc: "))).hasSize(1);
        assertThat(result.err()).contains("standard output").doesNotContain("\tat ");
    }
}
