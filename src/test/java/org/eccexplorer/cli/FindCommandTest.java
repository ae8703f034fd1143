package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");

    private static Ecc find(String... more) {
        List<String> arguments = new ArrayList<>(List.of("find", "--sample", "digits"));
        arguments.addAll(List.of("--limit", "20", "--neurons", "plain", "--vary", "scope"));
        arguments.addAll(List.of("--max-timesteps", "8", "--within", "10"));
        arguments.addAll(List.of(more));
        return Ecc.run(arguments.toArray(String[]::new));
    }

    @Test
    void theCommandOfEverySettingGivesTheVeryNumbers() throws IOException {
        Ecc ecc = find("--out", folder.toString());
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out())
                .contains("points of the CNN", "on 20 images it never saw", "of 2 were compared")
                .contains("45 nm", "input MACs counted once", "./ecc run --sample digits");
        JsonNode json = JSON.readTree(folder.resolve("find.json").toFile());
        assertThat(json.path("end").asText()).isEqualTo("complete");
        assertThat(json.path("front")).isNotEmpty();
        for (JsonNode point : json.path("front")) {
            assertSameAsItsCommand(point);
        }
        assertSameAsItsCommand(json.path("winner"));
        assertThat(Files.readAllLines(folder.resolve("front.csv"))).hasSizeGreaterThan(2);
        assertThat(Files.readAllLines(folder.resolve("tried.csv")))
                .hasSizeGreaterThan(5)
                .first()
                .asString()
                .startsWith("setting,neurons,timesteps");
    }

    @Test
    void layersMayWaitForEachOther() throws IOException {
        Ecc ecc = find("--out", folder.toString(), "--vary", "scope,schedule");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out()).contains("latency", "L·T timesteps", "of 4 were compared");
        JsonNode json = JSON.readTree(folder.resolve("find.json").toFile());
        assertThat(json.path("winners").findValuesAsText("schedule"))
                .containsExactlyInAnyOrder("free", "synchronous");
        for (JsonNode point : json.path("front")) {
            assertSameAsItsCommand(point);
        }
        Path report = folder.resolve("report.html");
        assertThat(Ecc.run("report", folder.toString(), "--out", report.toString()).code())
                .isZero();
        assertThat(Files.readString(report))
                .contains("front, plain neurons, layer-synchronous", "2505.01730");
    }

    private static void assertSameAsItsCommand(JsonNode point) throws IOException {
        String command = point.path("command").asText();
        Ecc run = Ecc.ofCommand(command, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = JSON.readTree(run.out());
        int last = result.path("at").size() - 1;
        assertThat(result.path("at").get(last)).isEqualTo(point.path("timesteps"));
        assertThat(result.path("latency")).isEqualTo(point.path("latency"));
        assertThat(result.path("accuracy").get(last).asDouble())
                .isEqualTo(point.path("accuracy").asDouble());
        assertThat(result.path("cnnAccuracy").asDouble())
                .isEqualTo(point.path("cnnAccuracy").asDouble());
        assertThat(result.path("images").asInt()).isEqualTo(point.path("images").asInt());
        assertThat(result.path("energy").get(0).path("ratio").asDouble())
                .isEqualTo(point.path("energyRatio").asDouble());
        assertThat(result.path("synOps").asDouble()).isEqualTo(point.path("synOps").asDouble());
        double spikes =
                StreamSupport.stream(result.path("layers").spliterator(), false)
                        .mapToDouble(layer -> layer.path("spikesPerImage").asDouble())
                        .sum();
        assertThat(spikes).isEqualTo(point.path("spikesPerImage").asDouble());
    }

    @Test
    void aSearchThatIsCompleteIsReadAgain() throws IOException {
        String first = find("--out", folder.toString(), "--json").out();
        Ecc again = find("--out", folder.toString(), "--json", "--threads", "1");
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("going on with the search");
        assertThat(JSON.readTree(again.out())).isEqualTo(JSON.readTree(first));
        assertThat(find("--out", folder.toString(), "--seed", "2").err())
                .contains("another search", "--force");
    }

    @Test
    void whatCannotBeUsedIsSaidBeforeAnythingIsComputed() throws IOException {
        String out = folder.toString();
        assertThat(find("--out", out, "--vary", "luck").err()).contains("luck", "lambda,scope");
        assertThat(find("--out", out, "--budget", "soon").err()).contains("soon", "90s");
        assertThat(find("--out", out, "--budget", "0m").code()).isEqualTo(2);
        assertThat(find("--out", out, "--within", "-1").code()).isEqualTo(2);
        assertThat(find("--out", out, "--max-timesteps", "0").code()).isEqualTo(2);
        assertThat(find("--out", out, "--neurons", "grey").err()).contains("grey", "plain");
        assertThat(find("--out", out, "--least", "effort").err()).contains("effort", "energy");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(find("--out", file.resolve("x").toString()).code()).isEqualTo(7);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void testImagesCannotBeChosenOn() {
        String model = "sample-models/digits/digits.keras";
        String data = "sample-models/digits/digits.npz";
        Path home = Path.of(System.getProperty("ecc.home", "."));
        Ecc ecc =
                Ecc.run(
                        "find",
                        "--model",
                        home.resolve(model).toString(),
                        "--data",
                        home.resolve(data).toString(),
                        "--out",
                        folder.toString());
        assertThat(ecc.code()).isEqualTo(2);
        assertThat(ecc.err()).contains("--calibration");
    }

    @Test
    void whenTheTimeIsUpWhatWasFoundIsChecked() throws IOException {
        Ecc ecc = find("--out", folder.toString(), "--budget", "1s", "--json");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        JsonNode json = JSON.readTree(ecc.out());
        assertThat(json.path("budgetSeconds").asDouble()).isEqualTo(1);
        assertThat(json.path("end").asText()).isIn("complete", "outOfTime");
    }
}
