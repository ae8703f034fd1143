package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How classes are read: on the command line, in its tables, and in its files. */
class ReadingOptionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");

    private static Ecc digits(String command, String... more) {
        Stream<String> usual =
                Stream.of(command, "--sample", "digits", "--limit", "20", "--timesteps", "16");
        return Ecc.run(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
    }

    private JsonNode run(String... more) throws Exception {
        Ecc ecc =
                digits(
                        "run",
                        Stream.concat(
                                        Stream.of(more),
                                        Stream.of("--out", folder.toString(), "--force"))
                                .toArray(String[]::new));
        assertThat(ecc.code()).as(ecc.err()).isZero();
        return JSON.readTree(folder.resolve("run.json").toFile());
    }

    @Test
    void aDelayedReadingIsSaidEverywhere() throws Exception {
        JsonNode json = run("--read-from", "6");
        assertThat(json.at("/settings/readFrom").asInt()).isEqualTo(6);
        assertThat(json.at("/settings/earlyExit").asText()).isEqualTo("off");
        assertThat(json.at("/reading/from").asInt()).isEqualTo(6);
        assertThat(json.at("/reading/calibrationImages").asInt()).isZero();
        assertThat(json.at("/reading/meanTimesteps").asDouble()).isEqualTo(16);
        assertThat(json.at("/reading/thresholds").isNull()).isTrue();
        assertThat(
                        RecordedRun.read(folder.resolve("run.json"))
                                .session()
                                .open()
                                .state()
                                .settings()
                                .reading())
                .isEqualTo(ReadingChoice.PLAIN.withFrom(6));
        assertThat(digits("run", "--read-from", "6").out())
                .contains(
                        "Classes are read from the outputs of t = 7 to T (t₀ = 6), up to t₀ from"
                                + " the last 4 timesteps.");
    }

    @Test
    void anEarlyExitEndsWhatIsCounted() throws Exception {
        JsonNode plain = run();
        JsonNode json = run("--early-exit", "0.05", "--read-from", "auto");
        assertThat(json.at("/settings/readFrom").asText()).isEqualTo("auto");
        assertThat(json.at("/settings/earlyExit").asDouble()).isEqualTo(0.05);
        assertThat(json.at("/reading/calibrationImages").asInt()).isEqualTo(200);
        double mean = json.at("/reading/meanTimesteps").asDouble();
        assertThat(mean).isBetween(1.0, 15.9);
        assertThat(json.at("/reading/thresholds")).hasSize(16);
        assertThat(json.at("/reading/answeredEarly").asInt()).isBetween(1, 20);
        assertThat(json.at("/synOps").asDouble())
                .isLessThan(plain.at("/synOps").asDouble() * (mean + 1) / 16);
        assertThat(json.at("/energy/0/ratio").asDouble())
                .isLessThan(plain.at("/energy/0/ratio").asDouble());
        assertThat(json.at("/layers")).isEqualTo(plain.at("/layers"));
        List<String> lines = Files.readAllLines(folder.resolve("accuracy.csv"));
        assertThat(lines.getFirst()).endsWith(",meanTimesteps");
        assertThat(Double.parseDouble(lines.getLast().replaceAll(".*,", ""))).isEqualTo(mean);
        assertThat(
                        RecordedRun.read(folder.resolve("run.json"))
                                .session()
                                .open()
                                .state()
                                .settings()
                                .reading())
                .isEqualTo(new ReadingChoice(ReadingChoice.AUTO, 0.05));
        assertThat(digits("run", "--early-exit", "0.05").out())
                .contains("mean t", "(ε = 0.05)", "Synaptic operations and energy end");
    }

    @Test
    void comparedRunsAreReadAlike() throws Exception {
        Ecc ecc =
                digits(
                        "compare",
                        "--combinations",
                        "cn+tre+cmb,cn",
                        "--read-from",
                        "4",
                        "--out",
                        folder.toString());
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(ecc.out()).contains("ECC (all three): Classes are read", "CN: Classes are read");
        JsonNode json = JSON.readTree(folder.resolve("compare.json").toFile());
        assertThat(json.at("/readFrom").asInt()).isEqualTo(4);
        assertThat(json.at("/runs/1/reading/from").asInt()).isEqualTo(4);
        JsonNode alone = run("--read-from", "4");
        assertThat(json.at("/runs/0/accuracy")).isEqualTo(alone.at("/accuracy"));
    }

    @ParameterizedTest
    @CsvSource({
        "--read-from 16, T is 16",
        "--read-from -1, it is -1",
        "--read-from soon, 0 to 100000 or auto",
        "--early-exit 1, it is 1",
        "--early-exit never, 0 to below 1 or off",
        "--read-from 3 --mode closed-form --at 16, no timesteps to read from",
        "--early-exit 0 --mode closed-form --at 16, no timesteps to read from"
    })
    void whatCannotBeReadIsRefused(String arguments, String why) {
        Ecc ecc = digits("run", arguments.split(" "));
        assertThat(ecc.code()).isEqualTo(2);
        assertThat(ecc.err()).contains(arguments.split(" ")[0]).contains(why);
    }
}
