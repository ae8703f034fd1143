package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: Ctrl-C, and an output that nobody reads. */
class InterruptionTest {
    private static final int SIGINT = 2;

    @TempDir private Path folder = Path.of("");

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-Decc.home=" + home());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("org.eccexplorer.Main");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    /** How long this machine takes for a run of one image, and half as much. */
    private long untilImagesAreDone() throws IOException, InterruptedException {
        long start = System.nanoTime();
        assertThat(start("run", "--limit", "1", "--quiet").waitFor()).isZero();
        return (System.nanoTime() - start) * 3 / 2;
    }

    /**
     * Whether there is a kill command, and a process that is started here heeds Ctrl-C. Shells
     * start what runs in the background without job control so that it does not, and it is passed
     * on.
     */
    private static boolean canInterrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(Path.of("/bin/kill"))) {
            return false;
        }
        return !Files.exists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                        .noneMatch(ignored -> (ignored & 1L << (SIGINT - 1)) != 0);
    }

    /** C8: stopped before there is anything to keep. */
    @Test
    void controlCWhileLambdaIsMeasuredLeavesNothing() throws IOException, InterruptedException {
        assumeTrue(canInterrupt());
        Path out = folder.resolve("early");
        Process process = start("run", "--sample", "cifar10-vgg", "--out", out.toString());
        while (!Files.exists(out) && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out).isEmptyDirectory();
        assertThat(Files.readString(folder.resolve("err")))
                .contains("ecc: stopped before anything was complete");
    }

    /** C8: while images are read, which a folder of many can make last. */
    @Test
    void controlCWhileImagesAreReadEndsAtOnce() throws IOException, InterruptedException {
        assumeTrue(canInterrupt());
        Path pictures = Files.createDirectories(folder.resolve("pictures").resolve("shirts"));
        Path first = pictures.resolve("0.png");
        ImageIO.write(
                new BufferedImage(1500, 1500, BufferedImage.TYPE_INT_RGB), "png", first.toFile());
        for (int i = 1; i < 5000; i++) {
            Files.createLink(pictures.resolve(i + ".png"), first);
        }
        Path out = folder.resolve("early");
        Process process =
                start(
                        "run",
                        "--model",
                        model(),
                        "--data",
                        folder.resolve("pictures").toString(),
                        "--out",
                        out.toString());
        while (!Files.exists(out) && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(process.isAlive()).as("it reads").isTrue();
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        long start = System.nanoTime();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(4));
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out).isEmptyDirectory();
    }

    /** C10: two runs never write into one folder; a killed one does not bar it. */
    @Test
    void aFolderIsWrittenIntoByOneRunAtATime() throws IOException, InterruptedException {
        Path out = folder.resolve("both");
        Process process = start("run", "--timesteps", "2000", "--out", out.toString());
        while (!Files.exists(out.resolve(".ecc.lock")) && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        String[] second = {
            "run", "--sample", "digits", "--limit", "2", "--timesteps", "4", "--out", out.toString()
        };
        Ecc refused = Ecc.run(second);
        assertThat(refused.code()).isEqualTo(7);
        assertThat(refused.err()).contains("Another run is writing into this folder");
        process.destroyForcibly().waitFor();
        assertThat(out.resolve(".ecc.lock")).exists();
        assertThat(Ecc.run(second).code()).isZero();
        assertThat(out.resolve("run.json")).exists();
        assertThat(out.resolve(".ecc.lock")).doesNotExist();
    }

    /** C8: what is complete is kept and marked partial; the exit code is that of an interrupt. */
    @Test
    void controlCKeepsWhatIsComplete() throws IOException, InterruptedException {
        assumeTrue(canInterrupt());
        Path out = folder.resolve("run");
        long enough = untilImagesAreDone();
        Process process = start("run", "--timesteps", "2000", "--out", out.toString());
        TimeUnit.NANOSECONDS.sleep(enough);
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        long start = System.nanoTime();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(process.exitValue()).isEqualTo(130);
        JsonNode json = new ObjectMapper().readTree(out.resolve("run.json").toFile());
        assertThat(json.path("partial").asBoolean()).isTrue();
        int images = json.path("images").asInt();
        assertThat(images).isBetween(1, 999);
        assertThat(json.path("closedFormAccuracy")).isNotEmpty();
        for (JsonNode share : json.path("closedFormAccuracy")) {
            double right = images * share.asDouble();
            assertThat(right).isCloseTo(Math.rint(right), within(1e-6));
        }
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "run.json",
                            "accuracy.csv",
                            "layers.csv",
                            "outputs.npz",
                            "measures.npz");
        }
    }

    /** C1 and C11: no arguments and no display. */
    @Test
    void withoutADisplayTheSampleRuns() throws IOException, InterruptedException {
        assumeTrue(canInterrupt());
        long enough = untilImagesAreDone();
        Process process = start();
        TimeUnit.NANOSECONDS.sleep(enough);
        new ProcessBuilder("/bin/kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(out).contains("Results: " + folder.resolve("ecc-results"));
        assertThat(folder.resolve("ecc-results/run.json")).exists();
    }

    /** C7: as in "ecc inspect … | head". */
    @Test
    void aClosedOutputIsNoError() throws IOException, InterruptedException {
        Process process = start("inspect", model());
        process.getInputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("\tat ");
    }

    private static Path home() {
        return Path.of(System.getProperty("ecc.home", ".")).toAbsolutePath();
    }

    private static String model() {
        return home().resolve("sample-models/fashion-mnist/fashion-cnn.keras").toString();
    }
}
