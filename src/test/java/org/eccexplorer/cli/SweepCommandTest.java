package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SMALL =
            """
            models: [digits]
            images: 12
            timesteps: 8
            at: [2, 8]
            settings:
              lambda: [max, p99]
              theta: [0, 0.5]
              techniques: [all, cn]
            """;

    @TempDir private Path folder = Path.of("");

    private Path plan(String text) throws IOException {
        return Files.writeString(folder.resolve("plan.yaml"), text);
    }

    private static Ecc sweep(Path plan, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("sweep", plan.toString()));
        arguments.addAll(List.of("--out", out.toString(), "--no-spark"));
        arguments.addAll(List.of(more));
        return Ecc.run(arguments.toArray(String[]::new));
    }

    /** The cells of a line, without the quotes around those that have commas. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(
                    cell.startsWith("\"")
                            ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"")
                            : cell);
        }
        return cells;
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = cells(lines.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            assertThat(cells).hasSameSizeAs(columns);
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < cells.size(); c++) {
                row.put(columns.get(c), cells.get(c));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Whatever a run can be set to: the very numbers of its command. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings: {techniques: [all, cn+cmb, none]}\nimages: [10, 10:20]",
                "settings: {lambda: [mse, p99.5], lambda-scope: channel, neurons: [signed, multi]}",
                "settings: {read-from: [0, auto], early-exit: 0.02}\nat: [1, 5]",
                "settings: {schedule: synchronous, bits: [0, 6]}",
                "settings: {input: poisson, spkeras: [true, false]}\nseeds: [1, 7]",
                "settings: {calibrate: potential, no-cmb: true}\ninput-macs: every-timestep"
            })
    void everyRowIsWhatItsCommandGives(String settings) throws IOException {
        String images = settings.contains("images") ? "" : "\nimages: 9";
        Path plan = plan("models: [digits]\ntimesteps: 8\n" + settings + images);
        Path out = folder.resolve("out");
        Ecc ecc = sweep(plan, out, "--threads", "2");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        Map<String, JsonNode> runs = new TreeMap<>();
        for (Map<String, String> row : table(out.resolve("sweep.csv"))) {
            String command = row.get("command");
            if (!runs.containsKey(command)) {
                Ecc run = Ecc.ofCommand(command, "--json");
                assertThat(run.code()).as(command + run.err()).isZero();
                runs.put(command, JSON.readTree(run.out()));
            }
            assertSame(row, runs.get(command));
        }
        assertThat(runs).isNotEmpty();
    }

    private static void assertSame(Map<String, String> row, JsonNode run) {
        String t = row.get("t");
        int at = 0;
        while (run.path("at").get(at).asInt() != Integer.parseInt(t)) {
            at++;
        }
        assertNumber(row, "accuracy", run.path("accuracy").get(at));
        assertNumber(row, "cnnAccuracy", run.path("cnnAccuracy"));
        JsonNode closed = run.path("closedFormAccuracy").path(t);
        assertThat(row.get("closedFormAccuracy"))
                .isEqualTo(closed.isMissingNode() ? "" : closed.asText());
        assertThat(row.get("images")).isEqualTo(run.path("images").asText());
        assertThat(row.get("modelSha256")).isEqualTo(run.path("model").path("sha256").asText());
        assertThat(row.get("inputMacsCounted")).isEqualTo(run.path("inputMacsCounted").asText());
        if (t.equals(row.get("timesteps"))) {
            JsonNode energy = run.path("energy").get(0);
            assertNumber(row, "energyRatio", energy.path("ratio"));
            assertNumber(row, "energyMicrojoules", energy.path("snnMicrojoules"));
            assertNumber(row, "cnnMicrojoules", energy.path("cnnMicrojoules"));
            assertNumber(row, "synOps", run.path("synOps"));
            assertNumber(row, "meanTimesteps", run.path("reading").path("meanTimesteps"));
            assertThat(row.get("latency")).isEqualTo(run.path("latency").asText());
            if (run.path("reading").path("thresholds").isNull()) {
                double spikes =
                        StreamSupport.stream(run.path("layers").spliterator(), false)
                                .mapToDouble(layer -> layer.path("spikesPerImage").asDouble())
                                .sum();
                assertThat(Double.parseDouble(row.get("spikesPerImage"))).isEqualTo(spikes);
            }
        }
    }

    private static void assertNumber(Map<String, String> row, String column, JsonNode expected) {
        assertThat(Double.parseDouble(row.get(column))).as(column).isEqualTo(expected.asDouble());
    }

    @Test
    void shardsMergeToTheBytesOfOneProcess() throws IOException {
        Path plan = plan(SMALL);
        Path whole = folder.resolve("whole");
        Ecc ecc = sweep(plan, whole, "--threads", "2");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out()).contains("8 runs done", "Results: ");
        List<String> merge = new ArrayList<>(List.of("merge"));
        for (int i = 3; i >= 1; i--) {
            Path part = folder.resolve("part" + i);
            assertThat(sweep(plan, part, "--threads", "1", "--shard", i + "/3").code()).isZero();
            merge.add(part.toString());
        }
        Path two = folder.resolve("two");
        Ecc some = Ecc.run("merge", merge.get(1), merge.get(2), "--out", two.toString());
        assertThat(some.code()).isEqualTo(8);
        assertThat(some.err()).contains("3 runs not done yet");
        Path all = folder.resolve("all");
        merge.addAll(List.of("--out", all.toString(), "--json"));
        Ecc merged = Ecc.run(merge.toArray(String[]::new));
        assertThat(merged.code()).as(merged.err()).isZero();
        for (String file : List.of("sweep.csv", "failures.csv", "sweep.json")) {
            assertThat(all.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
        assertThat(JSON.readTree(merged.out()).path("done").asInt()).isEqualTo(8);
        assertThat(Ecc.run("merge", folder.toString(), "--out", two + "x").code()).isEqualTo(3);
        Path other = folder.resolve("other");
        plan(SMALL.replace("p99", "p98"));
        assertThat(sweep(plan, other).code()).isZero();
        Ecc mixed = Ecc.run("merge", whole.toString(), other.toString(), "--out", two + "y");
        assertThat(mixed.code()).isEqualTo(5);
        assertThat(mixed.err()).contains("another sweep");
    }

    private static Map<Path, FileTime> rows(Path out) throws IOException {
        Map<Path, FileTime> rows = new TreeMap<>();
        if (Files.exists(out.resolve("rows"))) {
            try (Stream<Path> files = Files.walk(out.resolve("rows"))) {
                for (Path file : files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                    rows.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return rows;
    }

    /** Killed at any moment: what is done is kept, and nothing is done twice or left out. */
    @Test
    void aKilledSweepGoesOnWhereItWas() throws IOException, InterruptedException {
        Path plan = plan(SMALL.replace("images: 12", "images: 400"));
        Path out = folder.resolve("killed");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-Decc.home=" + System.getProperty("ecc.home", "."));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.eccexplorer.Main", "sweep", plan.toString()));
        command.addAll(List.of("--out", out.toString(), "--no-spark", "--threads", "1"));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        while (rows(out).size() < 3 && process.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        process.destroyForcibly().waitFor();
        Map<Path, FileTime> before = rows(out);
        assertThat(before).as(Files.readString(folder.resolve("log"))).hasSizeBetween(3, 7);
        assertThat(out.resolve("sweep.csv")).doesNotExist();
        Ecc ecc = sweep(plan, out, "--threads", "2");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.err()).contains("Going on", before.size() + " runs done already");
        assertThat(rows(out)).hasSize(8).containsAllEntriesOf(before);
        Path whole = folder.resolve("whole");
        assertThat(sweep(plan, whole, "--threads", "2").code()).isZero();
        assertThat(out.resolve("sweep.csv")).hasSameBinaryContentAs(whole.resolve("sweep.csv"));
        assertThat(table(out.resolve("sweep.csv"))).hasSize(16);
    }

    /** A plan that has more now keeps what is done; --force forgets it. */
    @Test
    void aPlanCanGrow() throws IOException {
        Path plan = plan(SMALL.replace("[0, 0.5]", "[0]"));
        Path out = folder.resolve("out");
        assertThat(sweep(plan, out).code()).isZero();
        Map<Path, FileTime> before = rows(out);
        plan(SMALL);
        assertThat(sweep(plan, out).err()).contains("4 runs to do", "4 runs done already");
        assertThat(rows(out)).hasSize(8).containsAllEntriesOf(before);
        assertThat(sweep(plan, out, "--force").err()).contains("8 runs to do");
    }

    @Test
    void whatFailsIsRecordedAndTriedAgain() throws IOException {
        Path data = Path.of(System.getProperty("ecc.home", ".")).toAbsolutePath();
        String text =
                """
                models:
                  - digits
                  - {model: later.keras, data: %s}
                images: 5
                timesteps: 4
                settings: {read-from: [0, 4]}
                """
                        .formatted(data.resolve("sample-models/digits/digits.npz"));
        Path plan = plan(text);
        Path out = folder.resolve("out");
        Ecc ecc = sweep(plan, out);
        assertThat(ecc.code()).isEqualTo(8);
        assertThat(ecc.err())
                .contains("later.keras cannot be run", "3 runs failed", "failures.csv");
        List<Map<String, String>> failures = table(out.resolve("failures.csv"));
        assertThat(failures)
                .extracting(row -> row.get("kind"))
                .containsExactly("USAGE", "UNREADABLE", "USAGE");
        assertThat(failures.getFirst())
                .containsEntry("model", "digits")
                .containsEntry("read-from", "4")
                .containsEntry("where", "read-from");
        assertThat(table(out.resolve("sweep.csv"))).hasSize(3);
        JsonNode json = JSON.readTree(out.resolve("sweep.json").toFile());
        assertThat(json.path("failed").asInt()).isEqualTo(3);
        assertThat(json.path("models").get(1).path("problem").path("kind").asText())
                .isEqualTo("UNREADABLE");
        Files.copy(
                data.resolve("sample-models/digits/digits.keras"), folder.resolve("later.keras"));
        Ecc again = sweep(plan, out);
        assertThat(again.code()).isEqualTo(8);
        assertThat(again.err()).contains("2 runs failed");
        assertThat(table(out.resolve("sweep.csv"))).hasSize(6);
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeAnythingIsComputed() throws IOException {
        Path plan = plan(SMALL);
        Path out = folder.resolve("out");
        assertThat(Ecc.run("sweep", plan.toString()).err()).contains("--out", "--dry-run");
        assertThat(sweep(plan, out, "--shard", "0/3").err()).contains("0/3", "1/16");
        assertThat(sweep(plan, out, "--shard", "3").code()).isEqualTo(2);
        assertThat(sweep(plan, out, "--threads", "0").code()).isEqualTo(2);
        assertThat(sweep(plan, out, "--master", "yarn").err()).contains("--master", "Spark");
        assertThat(sweep(folder.resolve("none.yaml"), out).code()).isEqualTo(3);
        plan(SMALL.replace("theta", "thta"));
        Ecc broken = sweep(plan, out);
        assertThat(broken.code()).isEqualTo(5);
        assertThat(broken.err()).contains("plan.yaml, line 7", "thta", "docs/sweep.md");
        plan("models: [{model: none.keras, data: none.npz}]\n");
        assertThat(sweep(plan, out).code()).isEqualTo(3);
        assertThat(out.resolve("sweep.csv")).doesNotExist();
    }

    @Test
    void aDryRunSaysHowMuchThereIs() throws IOException {
        Ecc ecc = Ecc.run("sweep", plan(SMALL).toString(), "--dry-run", "--threads", "3");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out())
                .contains(
                        "8 runs, 96 images", "lambda: 2 (max, p99)", "MB a run", "for 3 at a time");
        assertThat(Files.list(folder)).hasSize(1);
    }
}
