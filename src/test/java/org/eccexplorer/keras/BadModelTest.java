package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can be wrong with a model file: one typed problem each, never a hang or another exception.
 */
class BadModelTest {
    private static final Duration MOST = Duration.ofSeconds(5);

    @TempDir private Path folder = Path.of("");

    private List<Problem> problems(Path file) {
        ProblemException e =
                assertTimeoutPreemptively(
                        MOST,
                        () ->
                                catchThrowableOfType(
                                        ProblemException.class, () -> KerasModels.read(file)));
        assertThat(e).as("a problem with %s", file).isNotNull();
        assertThat(e.problems()).allSatisfy(BadModelTest::complete);
        return e.problems();
    }

    private static void complete(Problem problem) {
        assertThat(problem.where()).isNotBlank();
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.why()).isNotBlank();
        assertThat(problem.remedy()).isNotBlank();
        assertThat(problem.message()).doesNotContain("\n");
    }

    private Problem problem(byte[] bytes) throws IOException {
        Path file = folder.resolve("model.h5");
        java.nio.file.Files.write(file, bytes);
        return problems(file).getFirst();
    }

    private Problem problem(String text) throws IOException {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    private Network network(byte[] bytes) throws IOException, ProblemException {
        Path file = folder.resolve("good.bin");
        java.nio.file.Files.write(file, bytes);
        return KerasModels.read(file).network();
    }

    private static void is(Problem problem, Kind kind, String... words) {
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    }

    // Files that are no models at all: M1 to M9.

    @Test
    void emptyOrTinyOrRandomFiles() throws IOException {
        is(problem(""), Kind.CORRUPT, "empty", "0 bytes");
        is(problem("x"), Kind.UNSUPPORTED, "no Keras model");
        is(problem("PK"), Kind.UNSUPPORTED, "no Keras model");
        byte[] random = new byte[1_000_000];
        new Random(1).nextBytes(random);
        random[0] = 'x';
        is(problem(random), Kind.UNSUPPORTED, "no Keras model");
    }

    @Test
    void otherThingsUnderAModelsName() throws IOException {
        is(problem("<!DOCTYPE html><html>"), Kind.UNSUPPORTED, "web page", "Download");
        is(problem("version https://git-lfs.github.com/spec/v1\n"), Kind.UNSUPPORTED, "Git LFS");
        is(problem("{\"weight_map\": {}, \"metadata\": {}}"), Kind.UNSUPPORTED, "several files");
        is(problem("{\"class_name\": \"Sequential\"}"), Kind.UNSUPPORTED, "JSON");
    }

    @Test
    void foldersAreNamed() throws IOException {
        is(problems(folder).getFirst(), Kind.UNREADABLE, "folder");
        java.nio.file.Files.createFile(folder.resolve("saved_model.pb"));
        is(problems(folder).getFirst(), Kind.UNSUPPORTED, "SavedModel", "model.save");
    }

    @Test
    void missingAndUnreadableFiles() throws IOException {
        is(problems(folder.resolve("none.h5")).getFirst(), Kind.UNREADABLE, "no such file");
        Path link = folder.resolve("link.h5");
        java.nio.file.Files.createSymbolicLink(link, folder.resolve("gone.h5"));
        is(problems(link).getFirst(), Kind.UNREADABLE, "points to nothing");
        Path locked = folder.resolve("locked.h5");
        java.nio.file.Files.write(locked, new byte[] {1});
        assumeTrue(locked.toFile().setReadable(false) && !locked.toFile().canRead());
        is(problems(locked).getFirst(), Kind.UNREADABLE, "permission denied");
    }

    @Test
    void devicesAndPipesDoNotBlock() throws IOException, InterruptedException {
        assumeTrue(java.nio.file.Files.exists(Path.of("/dev/zero")));
        is(problems(Path.of("/dev/zero")).getFirst(), Kind.UNREADABLE, "not a regular file");
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        is(problems(pipe).getFirst(), Kind.UNREADABLE, "not a regular file");
    }

    @Test
    void oddNamesWork() throws IOException, ProblemException {
        Path file = folder.resolve("модель 100% – ü.h5");
        java.nio.file.Files.write(file, Files.bytes("seq.h5"));
        assertThat(KerasModels.read(file).network().nodes()).isNotEmpty();
    }

    // Damaged HDF5: M11 to M16.

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.9, 0.999})
    void truncatedFilesSayHowMuchIsMissing(double share) throws IOException {
        byte[] bytes = Files.bytes("seq.h5");
        int kept = (int) (bytes.length * share);
        is(
                problem(Arrays.copyOf(bytes, kept)),
                Kind.CORRUPT,
                "truncated",
                "%,d".formatted(bytes.length),
                "%,d".formatted(kept));
    }

    @Test
    void trailingBytesDoNoHarm() throws IOException, ProblemException {
        byte[] bytes = Files.bytes("seq.h5");
        assertThat(network(Arrays.copyOf(bytes, bytes.length + 1000)).nodes()).hasSize(12);
    }

    @Test
    void flippedBytesGiveAProblemOrAModel() throws IOException {
        Random random = new Random(7);
        for (String name : List.of("seq.h5", "k2seq.h5", "old.h5", "fun.keras")) {
            byte[] good = Files.bytes(name);
            for (int i = 0; i < 150; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Path file = folder.resolve("flipped");
                java.nio.file.Files.write(file, bad);
                assertTimeoutPreemptively(
                        MOST,
                        () -> {
                            try {
                                KerasModels.read(file);
                            } catch (ProblemException e) {
                                assertThat(e.problems()).allSatisfy(BadModelTest::complete);
                            }
                        });
            }
        }
    }

    // Configuration: M17 to M23, M28.

    @Test
    void weightsWithoutArchitecture() {
        is(
                problems(Files.fixture("seq.weights.h5")).getFirst(),
                Kind.UNSUPPORTED,
                "without an architecture",
                "model.save");
    }

    @Test
    void aConfigurationThatIsNoJson() throws IOException {
        is(config("{\"class_name\": "), Kind.CORRUPT, "not JSON", "line 1");
        is(config("[]"), Kind.CORRUPT, "not a JSON object");
        is(config(""), Kind.CORRUPT, "not a JSON object");
        Map<String, byte[]> members = Files.members("seq.keras");
        members.put("config.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        is(problem(Files.archive(members)), Kind.CORRUPT, "not valid UTF-8");
    }

    private Problem config(String json) throws IOException {
        return problem(Files.withConfig("seq.keras", config -> json));
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException, ProblemException {
        assertThat(network(Files.withConfig("seq.keras", json -> "\uFEFF" + json)).nodes())
                .hasSize(12);
    }

    @Test
    void aConfigurationThatIsTooDeepOrTooLong() throws IOException {
        is(config("{\"a\":".repeat(100_000)), Kind.LIMIT, "too deeply");
        is(config("{\"a\":\"" + "x".repeat(50 << 20) + "\"}"), Kind.LIMIT, "too large");
    }

    @Test
    void classNamesThatAreMissingOrNoWords() throws IOException {
        is(config("{\"config\":{}}"), Kind.CORRUPT, "no class_name", "missing");
        is(config("{\"class_name\":5}"), Kind.CORRUPT, "no class_name", "5");
        is(
                config("{\"class_name\":\"Sequential\",\"config\":{\"layers\":[{}]}}"),
                Kind.CORRUPT,
                "no class_name");
        is(
                config("{\"class_name\":\"Sequential\",\"config\":{}}"),
                Kind.CORRUPT,
                "nothing as its list of layers");
    }

    @Test
    void anOpenImageSizeIsAskedFor() throws IOException, ProblemException {
        byte[] open =
                Files.withConfig(
                        "seq.keras",
                        json ->
                                json.replace(
                                        "\"batch_shape\": [null, 8, 8, 3]",
                                        "\"batch_shape\": [null, null, null, 3]"));
        is(problem(open), Kind.UNSUPPORTED, "leaves the size", "which size");
        Path file = folder.resolve("open.keras");
        java.nio.file.Files.write(file, open);
        assertThat(KerasModels.read(file, new Shape(8, 8, 3)).network().nodes()).hasSize(12);
    }

    // Weights: M33 to M37.

    @Test
    void missingWeights() throws IOException {
        byte[] lost = Files.replaced(Files.bytes("k2seq.h5"), "moving_mean", "moving_bean");
        is(problem(lost), Kind.CORRUPT, "missing", "moving_mean");
    }

    @Test
    void weightsOfAnotherShape() throws IOException {
        byte[] wider =
                Files.withConfig(
                        "seq.keras", json -> json.replace("\"units\": 10", "\"units\": 11"));
        is(problem(wider), Kind.CORRUPT, "another shape", "[20, 11]", "[20, 10]");
    }

    @Test
    void weightsThatAreNoNumbers() throws IOException, ProblemException {
        Map<String, byte[]> members = Files.members("seq.keras");
        Network network = KerasModels.read(Files.fixture("seq.keras")).network();
        float weight =
                network.nodes().stream()
                        .filter(node -> node.layer() instanceof Layer.Dense)
                        .map(node -> ((Layer.Dense) node.layer()).weights()[3])
                        .findFirst()
                        .orElseThrow();
        byte[] good = members.get("model.weights.h5");
        members.put("model.weights.h5", Files.withFloat(good, weight, Float.NaN));
        is(problem(Files.archive(members)), Kind.CORRUPT, "not numbers", "1 of 200");
        float variance =
                network.nodes().stream()
                        .filter(node -> node.layer() instanceof Layer.BatchNormalization)
                        .map(node -> ((Layer.BatchNormalization) node.layer()).variance()[1])
                        .findFirst()
                        .orElseThrow();
        members.put("model.weights.h5", Files.withFloat(good, variance, -1));
        is(problem(Files.archive(members)), Kind.CORRUPT, "variance is negative", "1 of 4");
    }

    @Test
    void refusedPrecisions() {
        is(
                problems(Files.fixture("bf16.keras")).getFirst(),
                Kind.UNSUPPORTED,
                "dense_2",
                "bfloat16");
        is(
                problems(Files.fixture("int8.keras")).getFirst(),
                Kind.UNSUPPORTED,
                "dense_3",
                "quantised");
    }

    @Test
    void weightsOfAnotherLayer() throws IOException {
        byte[] renamed =
                Files.withConfig("seq.keras", json -> json.replace("\"my_conv\"", "\"no_conv\""));
        is(problem(renamed), Kind.CORRUPT, "contradicts itself", "my_conv", "no_conv");
    }

    // Layers: M39 to M45.

    @Test
    void codeIsRefusedAndNeverRun() throws IOException {
        is(
                problems(Files.fixture("lambda.keras")).getFirst(),
                Kind.UNSUPPORTED,
                "lambda",
                "Lambda");
        is(problems(Files.fixture("lambda.h5")).getFirst(), Kind.UNSUPPORTED, "lambda", "Lambda");
        is(problems(Files.fixture("sub.keras")).getFirst(), Kind.UNSUPPORTED, "class My");
        is(
                problems(Files.fixture("k2fun.h5")).getFirst(),
                Kind.UNSUPPORTED,
                "tf.math.multiply",
                "TFOpLambda");
        byte[] system =
                Files.withConfig(
                        "seq.keras",
                        json ->
                                json.replace(
                                        "\"module\": \"keras.layers\", \"class_name\": \"Flatten\"",
                                        "\"module\": \"os\", \"class_name\": \"system\""));
        is(problem(system), Kind.UNSUPPORTED, "os.system", "never run");
    }

    @Test
    void trainingAtInferenceIsRefused() throws IOException {
        byte[] training =
                Files.withConfig(
                        "fun.keras",
                        json ->
                                json.replaceFirst(
                                        "\"kwargs\": \\{\\}", "\"kwargs\": {\"training\": true}"));
        is(problem(training), Kind.UNSUPPORTED, "training=true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"strides\": [1, 1]|\"strides\": [0, 1]|strides",
                "\"strides\": [1, 1]|\"strides\": [1, -1]|strides",
                "\"strides\": [1, 1]|\"strides\": [2147483648, 1]|strides",
                "\"pool_size\": [2, 2]|\"pool_size\": [99, 99]|does not fit",
                "\"filters\": 4|\"filters\": 1000000000|filters",
                "\"filters\": 4|\"filters\": \"4\"|filters",
                "\"groups\": 1|\"groups\": 2|groups",
                "\"padding\": \"same\"|\"padding\": \"sideways\"|sideways",
                "\"activation\": \"softmax\"|\"activation\": \"tanh\"|tanh",
                "\"max_value\": 6.0|\"max_value\": -1.0|max_value",
                "\"negative_slope\": 0.0|\"negative_slope\": 0.1|negative_slope",
                "\"axis\": -1|\"axis\": 1|axis",
                "\"data_format\": \"channels_last\", \"dilation|\"data_format\": \"channels_first\", \"dilation|axis"
            })
    void settingsAreCheckedBeforeAnythingIsAllocated(String from, String to, String word)
            throws IOException {
        byte[] changed = Files.withConfig("seq.keras", json -> json.replaceFirst(quoted(from), to));
        is(problem(changed), Kind.UNSUPPORTED, word, "layer ");
    }

    private static String quoted(String text) {
        return java.util.regex.Pattern.quote(text);
    }

    @Test
    void unknownSettingsAreRefusedUnlessIdle() throws IOException, ProblemException {
        UnaryOperator<String> active =
                json -> json.replaceFirst("\"units\": 10", "\"units\": 10, \"twist\": 3");
        is(problem(Files.withConfig("seq.keras", active)), Kind.UNSUPPORTED, "twist=3");
        UnaryOperator<String> idle =
                json -> json.replaceFirst("\"units\": 10", "\"units\": 10, \"twist\": null");
        assertThat(network(Files.withConfig("seq.keras", idle)).nodes()).hasSize(12);
    }

    @Test
    void allRefusalsComeAtOnce() throws IOException {
        byte[] twice =
                Files.withConfig(
                        "seq.keras",
                        json ->
                                json.replace(
                                                "\"class_name\": \"Flatten\"",
                                                "\"class_name\": \"LSTM\"")
                                        .replace(
                                                "\"class_name\": \"ReLU\"",
                                                "\"class_name\": \"ELU\""));
        Path file = folder.resolve("twice.keras");
        java.nio.file.Files.write(file, twice);
        assertThat(problems(file))
                .extracting(Problem::message)
                .anyMatch(m -> m.contains("LSTM"))
                .anyMatch(m -> m.contains("ELU"));
    }

    @Test
    void oddLayerNames() throws IOException, ProblemException {
        byte[] broken =
                Files.withConfig(
                        "seq.keras",
                        json ->
                                json.replace(
                                        "\"flatten\"", "\"../\\n\\u202e" + "x".repeat(50) + "\""));
        assertThat(network(broken).nodes())
                .allSatisfy(node -> assertThat(node.name()).doesNotContainPattern("\\p{Cntrl}"));
        byte[] longName =
                Files.withConfig(
                        "seq.keras",
                        json -> json.replace("\"flatten\"", "\"" + "n".repeat(10_000) + "\""));
        is(problem(longName), Kind.LIMIT, "name is too long", "10,000");
        byte[] twin =
                Files.withConfig("seq.keras", json -> json.replace("\"flatten\"", "\"dropout\""));
        is(problem(twin), Kind.CORRUPT, "same name", "dropout");
    }

    @Test
    void brokenConnections() throws IOException {
        byte[] unknown =
                Files.withConfig(
                        "fun.keras",
                        json -> json.replace("[\"conv2d_2\", 0, 0]", "[\"ghost\", 0, 0]"));
        is(problem(unknown), Kind.CORRUPT, "does not exist", "ghost");
        byte[] call =
                Files.withConfig(
                        "fun.keras",
                        json -> json.replace("[\"conv2d_2\", 0, 0]", "[\"conv2d_2\", 7, 0]"));
        is(problem(call), Kind.CORRUPT, "call 7");
        byte[] tensor =
                Files.withConfig(
                        "fun.keras",
                        json -> json.replace("[\"conv2d_2\", 0, 0]", "[\"conv2d_2\", 0, 3]"));
        is(problem(tensor), Kind.CORRUPT, "output 3");
        byte[] cycle =
                Files.withConfig(
                        "fun.keras",
                        json -> json.replace("[\"img\", 0, 0]}", "[\"dense_1\", 0, 0]}"));
        is(problem(cycle), Kind.CORRUPT, "not connected");
    }

    // Archives: M53 to M62.

    @Test
    void truncatedArchives() throws IOException {
        byte[] bytes = Files.bytes("seq.keras");
        is(problem(Arrays.copyOf(bytes, bytes.length / 2)), Kind.CORRUPT, "damaged or cut off");
    }

    @Test
    void aFlippedByteInTheWeights() throws IOException {
        byte[] bytes = Files.bytes("seq.keras").clone();
        bytes[bytes.length / 2] ^= 1;
        is(problem(bytes), Kind.CORRUPT, "damaged", "checksum");
    }

    @Test
    void aMemberThatLiesAboutItsSize() throws IOException {
        byte[] bytes = Files.archive(Files.members("seq.keras"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int directory = text.indexOf("PK\u0001\u0002");
        while (!text.startsWith("model.weights.h5", directory + 46)) {
            directory = text.indexOf("PK\u0001\u0002", directory + 1);
        }
        bytes[directory + 24] -= 10;
        assertThat(problem(bytes).kind()).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void missingMembers() throws IOException {
        Map<String, byte[]> members = Files.members("seq.keras");
        members.remove("model.weights.h5");
        is(problem(Files.archive(members)), Kind.CORRUPT, "no model.weights.h5", "incomplete");
        members.put("model.weights.npz", new byte[] {1});
        is(problem(Files.archive(members)), Kind.UNSUPPORTED, "pickled");
        is(
                problem(Files.archive(Map.of("x/data.pkl", new byte[] {1}))),
                Kind.UNSUPPORTED,
                "PyTorch");
        is(
                problem(Files.archive(Map.of("a.txt", new byte[] {1}))),
                Kind.UNSUPPORTED,
                "no Keras archive");
        Map<String, byte[]> paths = new LinkedHashMap<>(Files.members("seq.keras"));
        paths.put("../evil.h5", new byte[] {1});
        is(problem(Files.archive(paths)), Kind.CORRUPT, "leads out of it");
    }

    @Test
    void hdf5UnderAnotherName() throws IOException, ProblemException {
        assertThat(network(Files.bytes("seq.h5")).nodes()).hasSize(12);
    }
}
