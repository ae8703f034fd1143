package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ecc paper} writes what {@code ecc run} measures. */
class PaperCommandTest {
    @TempDir private Path folder;

    private static Ecc digits(String command, String... more) {
        return Ecc.run(
                Stream.concat(
                                Stream.of(
                                        command,
                                        "--sample",
                                        "digits",
                                        "--limit",
                                        "6",
                                        "--timesteps",
                                        "32"),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    @Test
    void theValuesAreThoseOfARun() throws Exception {
        Path out = folder.resolve("paper");
        Ecc paper = digits("paper", "--out", out.toString(), "--charts", "csv");
        assertThat(paper.err()).isEmpty();
        assertThat(paper.code()).isZero();
        assertThat(paper.out())
                .startsWith("ECC (all three) on 6 images, CNN ")
                .contains("as trained");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "paper.csv",
                            "chart-paper-accuracy.csv",
                            "chart-paper-operations.csv",
                            "chart-paper-bits.csv",
                            "chart-paper-bits-error.csv",
                            "chart-paper-counts.csv",
                            "chart-paper-largest-counts.csv");
        }
        List<String> lines = Files.readAllLines(out.resolve("paper.csv"));
        assertThat(lines).hasSize(17);
        List<String> header = List.of(lines.getFirst().split(","));
        assertThat(header)
                .startsWith("timesteps", "images", "cnnAccuracy", "accuracy", "accuracyBits:10")
                .contains("accuracyBits:7", "synOps");
        String[] last = lines.getLast().split(",");
        JsonNode run = json();
        assertThat(last[0]).isEqualTo("32");
        assertThat(Double.parseDouble(last[3])).isEqualTo(accuracy(run));
        assertThat(Double.parseDouble(last[header.indexOf("accuracyBits:8")]))
                .isEqualTo(accuracy(json("--bits", "8")));
        assertThat(Files.readString(out.resolve("chart-paper-operations.csv")))
                .contains("timestep")
                .contains("conv2");
        assertThat(digits("paper", "--out", out.toString()).code()).as("not twice").isEqualTo(7);
    }

    private static JsonNode json(String... more) throws Exception {
        String[] arguments =
                Stream.concat(Stream.of("--json"), Arrays.stream(more)).toArray(String[]::new);
        return new ObjectMapper().readTree(digits("run", arguments).out());
    }

    private static double accuracy(JsonNode run) {
        JsonNode all = run.path("accuracy");
        return all.isArray() ? all.get(all.size() - 1).asDouble() : all.asDouble();
    }

    @Test
    void chartsAreSvgUnlessAnotherKindIsGiven() throws Exception {
        assertThat(digits("paper", "--out", folder.toString(), "--quiet").out()).isEmpty();
        assertThat(folder.resolve("paper-bits-error.svg")).exists();
        assertThat(Files.readString(folder.resolve("paper-operations.svg")))
                .contains("operations per image, million");
        assertThat(digits("paper").code()).as("without a folder").isEqualTo(2);
        assertThat(digits("paper", "--out", "x", "--charts", "gif").code()).isEqualTo(2);
    }
}
