package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eccexplorer.dataset.NpyArray;
import org.eccexplorer.dataset.Npz;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("ecc.home", "."), "sample-models", "fashion-mnist");

    @TempDir private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    private int ecc(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int code =
                CommandLineProgram.execute(
                        new PrintWriter(output, true), new PrintWriter(errors, true), arguments);
        out = output.toString();
        err = errors.toString();
        return code;
    }

    private static Path resource(String name) {
        return Path.of(
                Objects.requireNonNull(
                                CommandLineTest.class.getResource("/org/eccexplorer/" + name))
                        .getPath());
    }

    @Test
    void runWritesItsFourFiles() throws IOException, ProblemException {
        assertThat(ecc("run", "--limit", "12", "--timesteps", "32", "--out", folder + "/r"))
                .isZero();
        assertThat(out).contains("12 images", "CNN accuracy", "conv2_1_conv", "Energy");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("r/run.json").toFile());
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("images").asInt()).isEqualTo(12);
        assertThat(json.path("partial").asBoolean()).isFalse();
        assertThat(json.path("accuracy")).hasSize(32);
        assertThat(json.path("layers")).hasSize(4);
        assertThat(json.path("model").path("sha256").asText()).hasSize(64);
        assertThat(json.path("layers").get(0).path("errorSplit").has("unevenness")).isTrue();
        assertThat(Files.readAllLines(folder.resolve("r/accuracy.csv"))).hasSize(33);
        assertThat(Files.readAllLines(folder.resolve("r/layers.csv"))).hasSize(5);
        try (Npz npz = Npz.open(folder.resolve("r/outputs.npz"))) {
            NpyArray outputs = npz.array("outputs");
            assertThat(outputs.shape()).containsExactly(12, 10);
            assertThat(npz.array("answers").shape()).containsExactly(12, 32);
        }
        assertThat(Files.list(folder.resolve("r"))).hasSize(4);
    }

    @Test
    void aSecondRunNeedsForce() {
        String[] run = {
            "run", "--limit", "2", "--timesteps", "4", "--quiet", "--out", folder + "/r"
        };
        assertThat(ecc(run)).isZero();
        assertThat(ecc(run)).isEqualTo(7);
        assertThat(err).contains("run.json is there already", "--force");
        String[] forced = Arrays.copyOf(run, run.length + 1);
        forced[run.length] = "--force";
        assertThat(ecc(forced)).isZero();
    }

    @Test
    void jsonOnStandardOutputIsTheSame() throws IOException {
        assertThat(ecc("run", "--limit", "3", "--timesteps", "8", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out).path("images").asInt()).isEqualTo(3);
    }

    @Test
    void closedFormAlone() {
        assertThat(ecc("run", "--limit", "50", "--mode", "closed-form", "--at", "16,64")).isZero();
        assertThat(out).contains("closed form", "16", "64");
    }

    @Test
    void ownModelAndData() {
        assertThat(
                        ecc(
                                "run",
                                "--model",
                                SAMPLE.resolve("fashion-cnn.h5").toString(),
                                "--data",
                                SAMPLE.resolve("test-images-idx3-ubyte.gz").toString(),
                                "--calibration",
                                SAMPLE.resolve("calibration-images-idx3-ubyte.gz").toString(),
                                "--limit",
                                "5",
                                "--timesteps",
                                "16",
                                "--spkeras"))
                .isZero();
        assertThat(out).contains("5 images", "pool1");
    }

    /** Replacing maximum pooling changes the CNN, and both its accuracies are told. */
    @Test
    void replacedPoolingIsMeasuredAgain() throws IOException {
        String model = resource("keras/seq.keras").toString();
        String data = resource("keras/seq.keras.io.npz") + "#in0";
        assertThat(ecc("run", "--model", model, "--data", data, "--timesteps", "8")).isEqualTo(4);
        assertThat(err).contains("max_pooling2d", "average", "gate");
        String[] chosen = {
            "run",
            "--model",
            model,
            "--data",
            data,
            "--timesteps",
            "8",
            "--max-pooling",
            "average",
            "--out",
            folder + "/m"
        };
        assertThat(ecc(chosen)).isZero();
        assertThat(out).contains("With max_pooling2d replaced", "as trained");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("m/run.json").toFile());
        assertThat(json.has("trainedCnnAccuracy")).isTrue();
        assertThat(
                        ecc(
                                "run",
                                "--model",
                                model,
                                "--data",
                                data,
                                "--timesteps",
                                "8",
                                "--max-pooling",
                                "gate"))
                .isZero();
    }

    @Test
    void compareRunsTheChosenCombinations() throws IOException {
        assertThat(
                        ecc(
                                "compare",
                                "--limit",
                                "10",
                                "--timesteps",
                                "16",
                                "--quiet",
                                "--combinations",
                                "cn+tre+cmb,cn,none",
                                "--out",
                                folder + "/c"))
                .isZero();
        assertThat(out).contains("ECC (all three)", "CN ", "none");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("c/compare.json").toFile());
        assertThat(json.path("runs")).hasSize(3);
        assertThat(json.path("runs").get(0).path("closedForm").path("16").asDouble())
                .isBetween(0.5, 1.0);
        assertThat(Files.readAllLines(folder.resolve("c/compare.csv"))).hasSize(4);
        assertThat(ecc("compare", "--limit", "2", "--quiet", "--out", folder + "/c")).isEqualTo(7);
        assertThat(err).contains("compare.json is there already", "--force");
    }

    @Test
    void compareRunsAllEight() {
        assertThat(ecc("compare", "--limit", "2", "--timesteps", "8", "--quiet")).isZero();
        List<String> rows =
                out.lines()
                        .filter(line -> line.contains(".") && !line.contains("accuracy"))
                        .toList();
        assertThat(rows).hasSize(16);
        assertThat(rows).filteredOn(row -> row.startsWith("  closed form")).hasSize(8);
    }

    @Test
    void verifyAcceptsWhatKerasComputed() {
        Path model = resource("keras/seq.keras");
        assertThat(
                        ecc(
                                "verify",
                                model.toString(),
                                "--against",
                                resource("keras/seq.keras.io.npz") + "#in0,out0"))
                .isZero();
        assertThat(out).contains("agrees");
    }

    @Test
    void verifyRefusesOtherOutputs() {
        Path model = resource("keras/seq.keras");
        assertThat(
                        ecc(
                                "verify",
                                model.toString(),
                                "--against",
                                resource("keras/k2seq.h5.io.npz") + "#in0,out0"))
                .isEqualTo(5);
        assertThat(out).contains("DIFFERS");
    }

    @Test
    void inspectShowsLayersAndQuestions() {
        assertThat(ecc("inspect", resource("keras/seq.keras").toString())).isZero();
        assertThat(out).contains("my_conv", "maximum pooling", "asks or refuses", "Choose");
    }

    /** PyTorch's inputs have the channels first. */
    @Test
    void modelsOfPyTorchAreVerifiedAndInspected() {
        for (String name : List.of("residual.pt2", "residual.onnx")) {
            String model = resource("torch/" + name).toString();
            assertThat(
                            ecc(
                                    "verify",
                                    model,
                                    "--against",
                                    resource("torch/residual.io.npz") + "#in0,out0"))
                    .isZero();
            assertThat(out).contains("The import agrees");
            assertThat(ecc("inspect", model)).isZero();
            assertThat(out).contains("convolution 3×3", "Conversion");
        }
        assertThat(ecc("inspect", resource("torch/tanh.onnx").toString())).isEqualTo(4);
        assertThat(err).contains("Tanh", "Sigmoid");
    }

    @Test
    void theConvertedNetworkIsExported() throws Exception {
        Path folder = this.folder.resolve("net");
        assertThat(ecc("export", "--limit", "3", "--out", folder.toString())).isZero();
        assertThat(out).contains("4 layers, 37,770 neurons, 3 images");
        var json = new ObjectMapper().readTree(folder.resolve("network.json").toFile());
        assertThat(json.path("layers")).hasSize(4);
        try (Npz npz = Npz.open(folder.resolve("network.npz"))) {
            assertThat(npz.array("images").shapeText()).isEqualTo("(3, 28, 28, 1)");
            // A 3 × 3 convolution behind 2 × 2 average pooling: nine matrices, a quarter each.
            assertThat(npz.array("layer1.0.weights").shapeText()).isEqualTo("(9, 32, 64)");
            int entries = npz.array("layer1.0.source").values().length;
            assertThat(npz.array("layer1.0.tap").values()).hasSize(entries);
            assertThat(npz.array("layer1.0.start").values()).endsWith(entries);
        }
        assertThat(ecc("export", "--limit", "3", "--out", folder.toString())).isEqualTo(7);
    }

    @Test
    void calibrateShowsWhatLambdaDependsOn() {
        assertThat(ecc("calibrate", "--limit", "2")).isZero();
        assertThat(out).contains("λ on 500 images", "conv1_1_conv", "99.9 %");
    }

    @Test
    void aRangeOfImagesIsTaken() {
        String data =
                Path.of("sample-models", "fashion-mnist", "test-images-idx3-ubyte.gz").toString();
        String model = Path.of("sample-models", "fashion-mnist", "fashion-cnn.keras").toString();
        assertThat(
                        ecc(
                                "calibrate",
                                "--model",
                                model,
                                "--data",
                                data + "@0:4",
                                "--calibration",
                                data + "@10:20"))
                .isZero();
        assertThat(out).contains("λ on 10 images");
        assertThat(ecc("calibrate", "--model", model, "--data", data + "@4:4")).isEqualTo(2);
        assertThat(err).contains("no such range");
    }

    @Test
    void everyOptionOfTheMethodIsAccepted() {
        assertThat(
                        ecc(
                                "run",
                                "--limit",
                                "2",
                                "--timesteps",
                                "8",
                                "--quiet",
                                "--no-cmb",
                                "--epsilon",
                                "0",
                                "--lambda",
                                "p99.9",
                                "--lambda-scope",
                                "channel",
                                "--kappa",
                                "10",
                                "--theta",
                                "0.4",
                                "--tre-mode",
                                "spread",
                                "--bits",
                                "8",
                                "--rounding",
                                "nearest",
                                "--reset",
                                "zero",
                                "--input",
                                "poisson",
                                "--pooling",
                                "spiking",
                                "--readout",
                                "spikes",
                                "--seed",
                                "7",
                                "--threads",
                                "1"))
                .isZero();
        assertThat(err).isEmpty();
    }

    /** C2 to C4: what cannot be parsed or is out of range. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --nonsense",
                "run --timesteps",
                "run --timesteps 1e3",
                "run --timesteps 0",
                "run --timesteps -1",
                "run --timesteps 99999999999",
                "run --theta 1,5",
                "run --theta NaN",
                "run --theta 2",
                "run --kappa -1",
                "run --bits 1",
                "run --lambda p0",
                "run --lambda px",
                "run --lambda half",
                "run --limit 0",
                "run --threads 0",
                "run --threads 1000000",
                "run --at 300 --timesteps 256",
                "run --mode sometimes",
                "run --model x.keras",
                "run --data x.npz",
                "compare --combinations cn+magic",
                "verify x.keras",
                "verify x.keras --against y.npz --tolerance NaN",
                "nonsense"
            })
    void usageErrorsLeaveWithTwo(String line) {
        assertThat(ecc(line.split(" "))).as(line).isEqualTo(2);
        assertThat(err).isNotEmpty().doesNotContain("\tat ");
    }

    /** C5 and C6: files that are not there or cannot be written. */
    @ParameterizedTest
    @CsvSource({
        "inspect /nowhere/model.keras,3",
        "run --model /nowhere/m.h5 --data x,3",
        "run --sample nothing,4",
        "run --limit 1 --out /proc/ecc,7",
        "verify /nowhere/m.h5 --against x.npz,3"
    })
    void fileProblemsHaveTheirCodes(String line, int code) {
        assertThat(ecc(line.split(" "))).as(line).isEqualTo(code);
        assertThat(err).startsWith("ecc: ").doesNotContain("\tat ");
    }

    /** C1: no command is the demonstration; help and version print. */
    @Test
    void helpAndVersion() {
        assertThat(ecc("--help")).isZero();
        assertThat(out).contains("run", "compare", "verify", "inspect", "bench", "Exit codes");
        assertThat(ecc("--version")).isZero();
        assertThat(out).contains("ECC Explorer");
        for (String command :
                List.of("run", "compare", "verify", "inspect", "calibrate", "bench")) {
            assertThat(ecc(command, "--help")).isZero();
            assertThat(out).contains("ecc " + command);
        }
    }

    @Test
    void benchPrintsTheRatio() {
        assertThat(ecc("bench", "--limit", "4", "--timesteps", "16")).isZero();
        assertThat(out).contains("images/s", "mean rate", "times the dense backend", "closed form");
    }
}
