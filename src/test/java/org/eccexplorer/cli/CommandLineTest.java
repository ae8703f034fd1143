package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    private int ecc(String... arguments) {
        Ecc ecc = Ecc.run(arguments);
        out = ecc.out();
        err = ecc.err();
        return ecc.code();
    }

    private static Path resource(String name) {
        return Resources.path(name);
    }

    @Test
    void runWritesItsFiles() throws IOException, ProblemException {
        assertThat(ecc("run", "--limit", "12", "--timesteps", "32", "--out", folder + "/r"))
                .isZero();
        assertThat(out).contains("12 images", "CNN accuracy", "conv2_1_conv", "Energy");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("r/run.json").toFile());
        assertThat(json.path("schema").asInt()).isEqualTo(2);
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
        assertThat(Files.list(folder.resolve("r"))).hasSize(5);
    }

    @Test
    void aSecondRunNeedsForce() {
        String[] run = {
            "run", "--limit", "2", "--timesteps", "4", "--quiet", "--out", folder + "/r"
        };
        assertThat(ecc(run)).isZero();
        assertThat(ecc(run)).isEqualTo(7);
        assertThat(err).contains("run.json already exists", "--force");
        String[] forced = Arrays.copyOf(run, run.length + 1);
        forced[run.length] = "--force";
        assertThat(ecc(forced)).isZero();
    }

    @Test
    void jsonOnStandardOutputIsTheSame() throws IOException {
        assertThat(ecc("run", "--limit", "3", "--timesteps", "8", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out).path("images").asInt()).isEqualTo(3);
    }

    /** Without any time in it: accuracy for each T of --at, all else at the largest. */
    @Test
    void closedFormWritesTheSameFiles() throws IOException, ProblemException {
        String[] run = {"run", "--limit", "50", "--mode", "closed-form", "--at", "64,16"};
        assertThat(ecc(run)).isZero();
        assertThat(out).contains("50 images", "    16 ", "    64 ", "by the closed form");
        String[] written = Arrays.copyOf(run, run.length + 3);
        System.arraycopy(
                new String[] {"--json", "--out", folder + "/c"}, 0, written, run.length, 3);
        assertThat(ecc(written)).isZero();
        JsonNode json = new ObjectMapper().readTree(folder.resolve("c/run.json").toFile());
        assertThat(new ObjectMapper().readTree(out)).isEqualTo(json);
        assertThat(json.path("mode").asText()).isEqualTo("closed-form");
        assertThat(json.path("at").valueStream().map(JsonNode::asInt)).containsExactly(16, 64);
        assertThat(json.path("accuracy")).hasSize(2);
        assertThat(json.path("accuracy").get(1).asDouble()).isGreaterThan(0.8);
        JsonNode layer = json.path("layers").get(1);
        assertThat(layer.path("spikesPerImage").asDouble()).isPositive();
        assertThat(layer.path("residual").asDouble()).isPositive();
        assertThat(layer.path("errorSplit").path("unevenness").path("share").asDouble()).isZero();
        assertThat(Files.readAllLines(folder.resolve("c/accuracy.csv"))).hasSize(3);
        try (Npz npz = Npz.open(folder.resolve("c/outputs.npz"))) {
            assertThat(npz.array("answers").shape()).containsExactly(50, 2);
        }
    }

    /** spike_ext and noneloss of SpKeras: rates without loss are those of the CNN. */
    @Test
    void variantsOfTheClosedFormAreEvaluated() throws IOException {
        String[] run = {
            "run", "--limit", "50", "--mode", "closed-form", "--at", "2", "--json", "--unrounded"
        };
        assertThat(ecc(run)).isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.path("closedForm").path("rounded").asBoolean()).isFalse();
        assertThat(json.path("closedForm").path("extension").asInt()).isZero();
        assertThat(json.path("accuracy").get(0).asDouble())
                .isEqualTo(json.path("cnnAccuracy").asDouble());
        JsonNode layer = json.path("layers").get(1);
        assertThat(layer.path("residual").asDouble()).isLessThan(0.5);
        assertThat(layer.path("errorSplit").path("quantisation").path("share").asDouble()).isZero();
        assertThat(layer.path("errorSplit").path("unevenness").path("share").asDouble()).isZero();

        String[] simulation = {
            "run", "--limit", "5", "--timesteps", "8", "--extension", "-1", "--out", folder + "/e"
        };
        assertThat(ecc(simulation)).isZero();
        assertThat(out).contains("With closed form unclipped");
        json = new ObjectMapper().readTree(folder.resolve("e/run.json").toFile());
        assertThat(json.path("closedForm").path("extension").asInt()).isEqualTo(-1);
        assertThat(json.path("closedForm").path("rounded").asBoolean()).isTrue();
    }

    @Test
    void aLeakIsWritten() throws IOException {
        assertThat(ecc("run", "--limit", "5", "--timesteps", "16", "--json", "--leak", "0.2"))
                .isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.path("settings").path("leak").asDouble()).isEqualTo(0.2);
        String[] closedForm = {
            "run", "--limit", "5", "--mode", "closed-form", "--at", "16", "--json", "--leak", "0.2"
        };
        assertThat(ecc(closedForm)).isZero();
        for (JsonNode layer : new ObjectMapper().readTree(out).path("layers")) {
            JsonNode unevenness = layer.path("errorSplit").path("unevenness");
            assertThat(unevenness.path("share").asDouble()).as("no leak in it").isZero();
        }
    }

    /** A bundled sample's images for another model of the same input. */
    @Test
    void samplesAreDataToo() {
        String model = Ecc.sample("fashion-cnn.h5").toString();
        assertThat(
                        ecc(
                                "calibrate",
                                "--model",
                                model,
                                "--data",
                                "fashion-mnist@0:7",
                                "--calibration",
                                "fashion-mnist#calibration"))
                .isZero();
        assertThat(out).contains("λ measured on 500 images of fashion-mnist#calibration");
    }

    @Test
    void lambdaOfTestImagesIsWarnedOfUnderTheTable() throws IOException {
        String model = Ecc.sample("fashion-cnn.keras").toString();
        String[] run = {"run", "--model", model, "--data", "fashion-mnist@0:3", "--timesteps", "4"};
        assertThat(ecc(run)).isZero();
        assertThat(out).contains("λ was measured on images that are tested", "--calibration");
        String[] other = Arrays.copyOf(run, run.length + 2);
        other[run.length] = "--calibration";
        other[run.length + 1] = "fashion-mnist#calibration@0:3";
        assertThat(ecc(other)).isZero();
        assertThat(out).doesNotContain("λ was measured");
    }

    /** Each rewrite makes another CNN, and how good that one is is told. */
    @Test
    void anotherEpsilonIsMeasured() throws IOException {
        assertThat(ecc("run", "--limit", "50", "--timesteps", "4", "--no-cmb", "--epsilon", "0.01"))
                .isZero();
        assertThat(out).contains("%   as trained", "%   with ε = 0.01 in batch normalisation");
        assertThat(ecc("run", "--limit", "2", "--timesteps", "4", "--no-cmb", "--epsilon", "1e-3"))
                .isZero();
        assertThat(out).as("ε as trained").doesNotContain("as trained");
    }

    @Test
    void ownModelAndData() {
        assertThat(
                        ecc(
                                "run",
                                "--model",
                                Ecc.sample("fashion-cnn.h5").toString(),
                                "--data",
                                Ecc.sample("test-images-idx3-ubyte.gz").toString(),
                                "--calibration",
                                Ecc.sample("calibration-images-idx3-ubyte.gz").toString(),
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
        assertThat(out).contains("100.00 %   as trained", "with max_pooling2d replaced by average");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("m/run.json").toFile());
        assertThat(json.path("trainedCnnAccuracy").asDouble()).isEqualTo(1);
        assertThat(json.path("cnnStages")).hasSize(2);
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
        assertThat(out).contains("my_conv", "maximum pooling", "needs a decision", "Choose");
    }

    @Test
    void weightsMayLieInAFileOfTheirOwn() {
        String model = resource("keras/parts/architecture.json").toString();
        String data = resource("keras/parts/io.npz") + "#in0,out0";
        String weights = resource("keras/parts/sharded.weights.json").toString();
        assertThat(ecc("verify", model, "--weights", weights, "--against", data)).isZero();
        assertThat(ecc("inspect", model, "--weights", weights)).isZero();
        assertThat(out).contains("weights in sharded.weights.json", "inner/conv2d");
        assertThat(ecc("inspect", model)).isEqualTo(4);
        assertThat(err).contains("--weights");
        assertThat(
                        ecc(
                                "run",
                                "--model",
                                model,
                                "--weights",
                                weights,
                                "--data",
                                data.replace(",out0", ""),
                                "--timesteps",
                                "4"))
                .isZero();
        assertThat(ecc("run", "--weights", weights)).isEqualTo(2);
    }

    /** M28: a model that leaves the size of its images open is opened with one. */
    @Test
    void anOpenSizeIsGiven() throws IOException {
        String text = Files.readString(resource("keras/parts/architecture.json"));
        Path open = folder.resolve("open.json");
        Files.writeString(
                open,
                text.replace(
                        "\"batch_shape\": [null, 8, 8, 2]",
                        "\"batch_shape\": [null, null, null, 2]"));
        String[] inspect = {
            "inspect", open.toString(), "--weights", resource("keras/parts/legacy.h5").toString()
        };
        assertThat(ecc(inspect)).isEqualTo(4);
        assertThat(err).contains("leaves the size of its images open", "--size 32x32x3");
        String[] sized = Arrays.copyOf(inspect, 6);
        sized[4] = "--size";
        sized[5] = "8x8x2";
        assertThat(ecc(sized)).isZero();
        assertThat(out).contains("8×8×2");
        String onnx = resource("torch/plain.onnx").toString();
        assertThat(ecc("inspect", onnx, "--size", "9x9x9")).isEqualTo(2);
        assertThat(err).contains("9×9×9 was requested");
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
        assertThat(err).contains("multi-label");
    }

    @Test
    void theConvertedNetworkIsExported() throws Exception {
        Path folder = this.folder.resolve("net");
        assertThat(ecc("export", "--limit", "3", "--leak", "0.1", "--out", folder.toString()))
                .isZero();
        assertThat(out).contains("4 layers, 37\u202f770 neurons, 3 images");
        var json = new ObjectMapper().readTree(folder.resolve("network.json").toFile());
        assertThat(json.path("layers")).hasSize(4);
        assertThat(json.path("leak").asDouble()).isEqualTo(0.1);
        assertThat(json.path("reset").asText()).isEqualTo("SUBTRACTION");
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
    void theNameOfAFileOfTracesSaysItsFormat() throws IOException {
        Path hdf = folder.resolve("t.h5");
        Path npz = folder.resolve("t.npz");
        Path asked = folder.resolve("asked.h5");
        for (Path file : List.of(hdf, npz)) {
            assertThat(trace(file)).as(err).isZero();
        }
        assertThat(trace(asked, "--format", "npz")).as(err).isZero();
        assertThat(Files.readAllBytes(hdf)).startsWith(0x89, 'H', 'D', 'F');
        assertThat(Files.readAllBytes(npz)).startsWith('P', 'K');
        assertThat(Files.readAllBytes(asked)).startsWith('P', 'K');
    }

    private int trace(Path file, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("trace", "--sample=digits", "--limit=2", "--timesteps=4"));
        arguments.addAll(List.of("--out", file.toString()));
        arguments.addAll(List.of(more));
        return ecc(arguments.toArray(String[]::new));
    }

    @Test
    void aFormatThatIsNoneIsRefusedBeforeAnythingIsWritten() {
        Path folder = this.folder.resolve("none");
        assertThat(ecc("export", "--format", "nif", "--out", folder.toString())).isEqualTo(2);
        assertThat(err).contains("--format", "\"nif\"", "Write one of network");
        assertThat(folder).doesNotExist();
    }

    @Test
    void calibrateShowsWhatLambdaDependsOn() {
        assertThat(ecc("calibrate", "--limit", "2")).isZero();
        assertThat(out).contains("λ measured on 500 images", "conv1_1_conv", "99.9 %");
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
        assertThat(out).contains("λ measured on 10 images");
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
                                "--leak",
                                "0.01",
                                "--extension",
                                "-1",
                                "--unrounded",
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

    /** Descriptions come from the texts, by keys that nothing else checks. */
    @Test
    void everyCommandAndOptionIsDescribed() {
        CommandLine all = CommandLineProgram.commandLine("");
        assertThat(all.getSubcommands()).hasSize(17);
        List<CommandLine.Model.CommandSpec> commands = new ArrayList<>();
        commands.add(all.getCommandSpec());
        all.getSubcommands().values().forEach(c -> commands.add(c.getCommandSpec()));
        for (CommandLine.Model.CommandSpec command : commands) {
            assertThat(command.usageMessage().description()).as(command.name()).isNotEmpty();
            for (CommandLine.Model.ArgSpec argument : command.args()) {
                assertThat(String.join("", argument.description()))
                        .as(command.name() + " " + argument)
                        .isNotBlank();
            }
        }
        assertThat(all.getUsageMessage().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void benchPrintsTheRatio() {
        assertThat(ecc("bench", "--limit", "4", "--timesteps", "16")).isZero();
        assertThat(out)
                .contains("images/s", "mean rate", "times as fast as the dense", "closed form");
    }
}
