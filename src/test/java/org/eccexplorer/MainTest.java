package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MainTest {
    /** Ends at once with what to do about it, not with an error from the first vector. */
    @Test
    void refusesAJvmWithoutVectors() throws IOException, InterruptedException {
        Process process = start(List.of(), "run", "--limit", "1");
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(err.lines()).hasSize(1);
        assertThat(err)
                .startsWith("ecc: Java " + Runtime.version() + ": ")
                .contains("./ecc", "--add-modules=jdk.incubator.vector");
    }

    @Test
    void runsWithVectors() throws IOException, InterruptedException {
        Process process = start(List.of("--add-modules=jdk.incubator.vector"), "--version");
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out).startsWith("ECC Explorer ");
    }

    private static Process start(List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}
