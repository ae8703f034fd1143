package org.eccexplorer.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ratios of speeds are compared with those that were kept of the same. */
class KeptSpeedsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");

    private String said = "";

    private static JsonNode output(String cpu, int bits, int images, double first, double second)
            throws IOException {
        return JSON.readTree(
                """
                {"schema": 1, "machine": {"cpu": "%s", "vectorBits": %d}, "of": {"images": %d},
                 "ratios": {"toDense": {"median": %s}, "toFrozen": {"median": %s}}}
                """
                        .formatted(cpu, bits, images, first, second));
    }

    private void keep(String name, JsonNode output) throws IOException {
        JSON.writeValue(folder.resolve(name).toFile(), output);
    }

    private int compare(JsonNode now) throws ProblemException {
        StringWriter out = new StringWriter();
        int code = KeptSpeeds.compare(new PrintWriter(out, true), now, folder);
        said = out.toString();
        return code;
    }

    @Test
    void tellsWhichHasLostTooMuch() throws IOException, ProblemException {
        keep("kept.json", output("A", 512, 4, 8, 1));
        assertThat(compare(output("A", 512, 4, 7, 0.9))).isZero();
        assertThat(said).contains("toDense", "−12.5 %", "No ratio is more than 15 % below");
        assertThat(compare(output("A", 512, 4, 8, 0.84))).isEqualTo(1);
        assertThat(said).contains("−16.0 %", "slower than what was kept: toFrozen");
    }

    @Test
    void whatIsNoLongerMeasuredIsLost() throws IOException, ProblemException {
        keep("kept.json", output("A", 512, 4, 8, 1));
        ObjectNode now = output("A", 512, 4, 8, 1).deepCopy();
        ((ObjectNode) now.path("ratios")).remove("toDense");
        assertThat(compare(now)).isEqualTo(1);
        assertThat(said).contains("kept: toDense");
    }

    @Test
    void onlyTheSameIsCompared() throws IOException, ProblemException {
        keep("bits.json", output("A", 256, 4, 80, 10));
        keep("images.json", output("A", 512, 5, 80, 10));
        assertThat(compare(output("A", 512, 4, 8, 1))).isEqualTo(1);
        assertThat(said).contains("holds nothing that was measured on the same");
        keep("other.json", output("B", 512, 4, 8, 1));
        assertThat(compare(output("A", 512, 4, 8, 1))).isZero();
    }

    @Test
    void theSameProcessorGoesFirst() throws IOException, ProblemException {
        keep("1.json", output("B", 512, 4, 80, 10));
        keep("2.json", output("A", 512, 4, 8, 1));
        assertThat(compare(output("A", 512, 4, 8, 1))).isZero();
        assertThat(compare(output("B", 512, 4, 8, 1))).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsAProblem() throws IOException {
        JsonNode now = output("A", 512, 4, 8, 1);
        Files.writeString(folder.resolve("kept.json"), "{");
        assertThatThrownBy(() -> compare(now))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.UNREADABLE));
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> KeptSpeeds.compare(new PrintWriter(new StringWriter()), now, none))
                .isInstanceOf(ProblemException.class);
    }
}
