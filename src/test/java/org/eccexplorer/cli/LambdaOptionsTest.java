package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.array.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LambdaOptionsTest {
    @TempDir private Path folder = Path.of("");

    private static Ecc run(String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("run", "--sample", "digits", "--limit", "3", "--timesteps", "4"));
        arguments.addAll(List.of(options));
        return Ecc.run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "--lambda-of, conv9=2",
        "--lambda-of, conv1=0",
        "--lambda-of, conv1=-1",
        "--lambda-of, conv1",
        "--lambda, least",
        "--lambda, percentile",
        "--lambda, p0",
        "--lambda-for, 0.5",
        "--lambda-for, -1",
        "--calibrate, yes"
    })
    void badValuesAreSaid(String option, String value) {
        Ecc ecc = run(option, value);
        assertThat(ecc.code()).isEqualTo(2);
        assertThat(ecc.err()).contains(option);
    }

    @Test
    void whatWasChosenIsInTheResult() throws Exception {
        Ecc ecc =
                run(
                        "--lambda",
                        "mse",
                        "--lambda-for",
                        "3",
                        "--lambda-of",
                        "conv2=1.5",
                        "--calibrate",
                        "bias",
                        "--json");
        assertThat(ecc.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(ecc.out());
        JsonNode settings = json.path("settings");
        assertThat(settings.path("lambdaPercentile").asDouble()).isEqualTo(100);
        assertThat(settings.path("lambdaRule").asText()).isEqualTo("MSE");
        assertThat(settings.path("lambdaFor").asInt()).isEqualTo(3);
        assertThat(settings.path("lambdaOf").path("conv2").asDouble()).isEqualTo(1.5);
        assertThat(settings.path("calibrate").asText()).isEqualTo("BIAS");
        assertThat(json.path("lambda").toString()).contains("1.5");
    }

    @Test
    void whatChangesNothingIsSaid() {
        assertThat(run("--lambda-for", "8").err())
                .containsOnlyOnce("warning: --lambda-for: Changes nothing");
        assertThat(run("--no-tre", "--theta", "0.3", "--lambda", "p99").err())
                .containsOnlyOnce("warning: --theta: Changes nothing")
                .doesNotContain("--lambda");
        assertThat(run("--lambda", "mse", "--lambda-for", "8", "--no-tre", "--theta", "0.5").err())
                .doesNotContain("Changes nothing");
    }

    /** λ for T is another one for another T, and with --lambda-for the same. */
    @Test
    void lambdaDependsOnT() throws Exception {
        JsonNode four = lambda("--lambda", "mse");
        assertThat(lambda("--lambda", "mse", "--lambda-for", "4")).isEqualTo(four);
        assertThat(lambda("--lambda", "mse", "--lambda-for", "64")).isNotEqualTo(four);
        assertThat(lambda("--lambda", "max")).isNotEqualTo(four);
    }

    private static JsonNode lambda(String... options) throws Exception {
        List<String> with = new ArrayList<>(List.of(options));
        with.add("--json");
        Ecc ecc = run(with.toArray(String[]::new));
        assertThat(ecc.code()).isZero();
        return new ObjectMapper().readTree(ecc.out()).path("lambda");
    }

    /** Beside what it depends on stands λ as it would be. */
    @Test
    void calibratePrintsWhatIsChosen() {
        Ecc ecc =
                Ecc.run(
                        "calibrate",
                        "--sample",
                        "digits",
                        "--limit",
                        "1",
                        "--timesteps",
                        "2",
                        "--lambda",
                        "mse");
        assertThat(ecc.code()).isZero();
        assertThat(ecc.out())
                .contains("as set")
                .contains("As set: λ by least squares for T, λ for T = 2");
        assertThat(Ecc.run("calibrate", "--sample", "digits", "--limit", "1").out())
                .doesNotContain("as set");
    }

    /** V(0) of each neuron is exported where it was calibrated, and only there. */
    @Test
    void calibratedPotentialsAreExported() throws Exception {
        Path out = folder.resolve("net");
        Ecc ecc =
                Ecc.run(
                        "export",
                        "--sample",
                        "digits",
                        "--limit",
                        "1",
                        "--timesteps",
                        "4",
                        "--calibrate",
                        "potential",
                        "--out",
                        out.toString());
        assertThat(ecc.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(out.resolve("network.json").toFile());
        float given = (float) json.path("layers").get(0).path("initialPotential").asDouble();
        try (Npz npz = Npz.open(out.resolve("network.npz"))) {
            float[] initial = npz.array("layer0.initial").floats();
            assertThat(initial).hasSize(512);
            double moved = 0;
            for (float v : initial) {
                moved += Math.abs(v - given);
            }
            assertThat(moved).isPositive();
            assertThat(npz.names()).contains("layer1.initial").doesNotContain("layer2.initial");
        }
    }
}
