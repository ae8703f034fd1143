package org.eccexplorer.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.array.Npz;
import org.eccexplorer.network.Layer;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that PyTorch wrote, as exported programs and as ONNX, and damaged ones. */
class TorchModelTest {
    @TempDir private Path folder;

    private static Path resource(String name) {
        return Resources.path("torch/" + name);
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Resources.path("torch"))) {
            return files.filter(file -> file.toString().matches(".*\\.(pt2|onnx)"))
                    .filter(file -> !file.getFileName().toString().matches("(tanh|normalised).*"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void bothFormatsAreThere() throws IOException {
        assertThat(models()).hasSize(35);
    }

    @ParameterizedTest
    @MethodSource("models")
    void givesTheOutputsOfPyTorch(Path file) throws ProblemException {
        LoadedModel model = LoadedModel.open(file);
        String name = file.getFileName().toString().replaceFirst("(-dynamo)?\\..*", "");
        Shape shape = model.network().inputShape();
        float[] expected;
        float[] pixels;
        try (Npz npz = Npz.open(resource(name + ".io.npz"))) {
            pixels = channelsLast(npz.array("in0").floats(), shape);
            expected = npz.array("out0").floats();
        }
        int count = pixels.length / shape.size();
        float[] outputs = model.cnn().evaluate(pixels, 0, count);
        assertThat(outputs).hasSameSizeAs(expected);
        double largest = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(expected[i] - outputs[i]));
        }
        assertThat(error / largest).isLessThan(1e-5);
        assertThat(model.model().warnings()).isEmpty();
    }

    private static float[] channelsLast(float[] planes, Shape shape) {
        float[] pixels = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            int image = i / shape.size();
            int channel = i % shape.size() / shape.pixels();
            int pixel = i % shape.pixels();
            pixels[image * shape.size() + pixel * shape.channels() + channel] = planes[i];
        }
        return pixels;
    }

    @Test
    void batchNormalisationIsKeptByExportedPrograms() throws ProblemException {
        List<Double> epsilons =
                LoadedModel.open(resource("residual.pt2")).network().nodes().stream()
                        .map(node -> node.layer())
                        .filter(Layer.BatchNormalization.class::isInstance)
                        .map(layer -> ((Layer.BatchNormalization) layer).epsilon())
                        .toList();
        assertThat(epsilons).containsExactly(1e-5, 1e-5, 1e-3);
    }

    @Test
    void normalisationOfEachImageIsRefusedWithItsReason() {
        List<Problem> problems = problems(resource("normalised.pt2"));
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0).why()).contains("group_norm", "statistics of each image");
        assertThat(problems.get(1).why()).contains("layer_norm", "statistics of each image");
        assertThat(problems(resource("normalised-dynamo.onnx")).toString())
                .contains("LayerNormalization divides by statistics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tanh.pt2", "tanh.onnx"})
    void severalSigmoidsAreNamed(String name) {
        List<Problem> problems = problems(resource(name));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problems.getFirst().message())
                .contains("multi-label", "2 sigmoids", "runs without labels");
    }

    private static List<Problem> problems(Path file) {
        return Objects.requireNonNull(
                        catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file)))
                .problems();
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 90, 99})
    void aCutOffModelIsRefused(int percent) throws IOException {
        for (String name : List.of("plain.onnx", "plain.pt2")) {
            byte[] whole = Files.readAllBytes(resource(name));
            Path cut = folder.resolve("cut" + percent + name);
            Files.write(cut, Arrays.copyOf(whole, whole.length * percent / 100));
            assertThat(problems(cut).getFirst().kind().exitCode()).as(name).isBetween(4, 5);
        }
    }

    /** Bits that flip never do more than be refused, or go unnoticed in a weight. */
    @Test
    void damagedModelsNeverDoMoreThanBeRefused() throws IOException {
        byte[] whole = Files.readAllBytes(resource("residual.onnx"));
        Path damaged = folder.resolve("damaged.onnx");
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            byte[] bytes = whole.clone();
            bytes[(int) (i * 31L * whole.length / 400) % whole.length] ^= (byte) (1 << i % 8);
            Files.write(damaged, bytes);
            try {
                LoadedModel.open(damaged);
            } catch (ProblemException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /** M68: weights outside the model's folder are not opened. */
    @ParameterizedTest
    @ValueSource(
            strings = {"../../plain.data", "/etc/passwd0000", "..............onnx", "plain\0data"})
    void weightsElsewhereAreNotRead(String place) throws IOException {
        String own = "plain-dynamo.onnx.data";
        byte[] model = Files.readAllBytes(resource("plain-dynamo.onnx"));
        String text = new String(model, StandardCharsets.ISO_8859_1);
        String padded = (place + "                      ").substring(0, own.length());
        Path file = folder.resolve("elsewhere.onnx");
        Files.write(file, text.replace(own, padded).getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = problems(file).getFirst();
        assertThat(problem.what()).isEqualTo("The weights lie outside the model's folder");
    }

    /** Field 2 of a node names its result; under another number nothing names it. */
    @Test
    void anOperationWithoutAResultIsRefused() throws IOException {
        byte[] model = Files.readAllBytes(resource("plain.onnx"));
        String text = new String(model, StandardCharsets.ISO_8859_1);
        int result = text.indexOf("\u0012\u0010/0/Conv_output_0");
        assertThat(result).isPositive();
        model[result] = 0x4a;
        Path file = Files.write(folder.resolve("nothing.onnx"), model);
        Problem problem = problems(file).getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.why()).contains("has no output");
    }

    @Test
    void missingWeightsAreNamed() throws IOException {
        Path file = folder.resolve("alone.onnx");
        Files.copy(resource("plain-dynamo.onnx"), file);
        Problem problem = problems(file).getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(problem.where()).contains("plain-dynamo.onnx.data");
    }

    @Test
    void aLinkToWeightsIsNotFollowed() throws IOException {
        Path file = folder.resolve("linked.onnx");
        Files.copy(resource("plain-dynamo.onnx"), file);
        Files.createSymbolicLink(
                folder.resolve("plain-dynamo.onnx.data"), resource("plain-dynamo.onnx.data"));
        assertThat(problems(file).getFirst().what()).contains("outside the model's folder");
    }

    /** M69: checkpoints are pickles without an architecture; the way out is told. */
    @Test
    void aCheckpointIsRefusedWithTheLinesThatExportIt() throws IOException {
        Path file = folder.resolve("model.pt");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("model/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 2, '}', '.'});
        }
        Problem problem = problems(file).getFirst();
        assertThat(problem.what()).contains("PyTorch checkpoint");
        assertThat(problem.remedy()).contains("torch.export.export(", "torch.export.save(");
    }

    /** Each by what it is: the framework that made it, and what to write instead. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serialized_exported_program.json|older PyTorch|PyTorch 2.9",
                "model/constants.pkl|TorchScript|Export the module",
                "model/data.pkl|PyTorch checkpoint|torch.export.save("
            })
    void otherArchivesOfPyTorchAreNamed(String member, String what, String remedy)
            throws IOException {
        Path file = folder.resolve("model.pt2");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(new byte[] {'{', '}'});
        }
        Problem problem = problems(file).getFirst();
        assertThat(problem.what()).contains(what);
        assertThat(problem.remedy()).contains(remedy);
    }

    @Test
    void weightsWithoutAModelAreToldBothWays() throws IOException {
        Path file = folder.resolve("model.safetensors");
        Files.write(file, "\0\0\0\0\0\0\0\0{\"a\": {}}".getBytes(StandardCharsets.UTF_8));
        Problem problem = problems(file).getFirst();
        assertThat(problem.what()).contains("safetensors");
        assertThat(problem.remedy()).contains("torch.export.save(", "model.save(");
        Problem old = problems(Resources.path("field/old-checkpoint/old.pt")).getFirst();
        assertThat(old.what()).isEqualTo("This is a PyTorch checkpoint");
        assertThat(old.remedy()).contains("torch.export.save(").doesNotContain("model.save(");
    }

    @Test
    void aModelInTrainingModeIsToldToCallEval() {
        Problem problem = problems(Resources.path("field/training-mode/train.pt2")).getFirst();
        assertThat(problem.why()).contains("training mode");
        assertThat(problem.remedy()).contains("model.eval()");
    }

    @Test
    void pickledTensorsAreNotRead() throws IOException {
        Path file = folder.resolve("pickled.pt2");
        rewrite(
                resource("dense.pt2"),
                file,
                "model_weights_config.json",
                "\"use_pickle\": false",
                "\"use_pickle\": true");
        assertThat(problems(file).getFirst().what()).isEqualTo("A tensor is pickled");
    }

    @Test
    void tensorsMustFitTheirBytes() throws IOException {
        Path file = folder.resolve("large.pt2");
        rewrite(
                resource("dense.pt2"),
                file,
                "model_weights_config.json",
                "{\"as_int\": 9}, {\"as_int\": 7}",
                "{\"as_int\": 2147483647}, {\"as_int\": 2147483647}");
        assertThat(problems(file).getFirst().what()).isEqualTo("A tensor does not fit its data");
    }

    /** No offset, size or stride leads out of the bytes, however they overflow together. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807",
                "\"9223372036854775807\"",
                "9223372036854775808",
                "1e300",
                "-1",
                "-9223372036854775808",
                "2147483648",
                "4611686018427387904",
                "null",
                "true",
                "[0]"
            })
    void placesOfTensorsAreHeldAgainstTheirBytes(String offset) throws IOException {
        Path file = folder.resolve("offset.pt2");
        rewrite(
                resource("dense.pt2"),
                file,
                "model_weights_config.json",
                "\"storage_offset\": {\"as_int\": 0}",
                "\"storage_offset\": {\"as_int\": " + offset + "}");
        Problem problem = problems(file).getFirst();
        assertThat(problem.kind()).as(problem.message()).isEqualTo(Problem.Kind.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "4294967296", "9223372036854775807", "-1", "null"})
    void stridesOfTensorsToo(String stride) throws IOException {
        Path file = folder.resolve("strides.pt2");
        rewrite(
                resource("dense.pt2"),
                file,
                "model_weights_config.json",
                "\"strides\": [{\"as_int\": 1}]",
                "\"strides\": [{\"as_int\": " + stride + "}]");
        Problem problem = problems(file).getFirst();
        assertThat(problem.kind()).as(problem.message()).isEqualTo(Problem.Kind.CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99", "\"7\"x", "null"})
    void onlyPlainNumbersAreRead(String layout) throws IOException {
        Path file = folder.resolve("layout.pt2");
        rewrite(
                resource("dense.pt2"),
                file,
                "model_weights_config.json",
                "\"layout\": 7",
                "\"layout\": " + layout);
        assertThat(problems(file).getFirst().kind())
                .isIn(Problem.Kind.UNSUPPORTED, Problem.Kind.CORRUPT);
    }

    @Test
    void anotherSchemaIsNamed() throws IOException {
        Path file = folder.resolve("newer.pt2");
        rewrite(resource("dense.pt2"), file, "model.json", "\"major\": 8", "\"major\": 9");
        assertThat(problems(file).getFirst().why()).contains("schema version is 9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows|\"as_ints\": [0, 1, 2, 0]|\"as_ints\": [0, 1, 2, 0, 0, 0, 1, 1]|zero padding of rows",
                "windows|\"as_ints\": [0, 1, 2, 0]|\"as_ints\": [0, 1, -2, 0]|it pads by",
                "windows|\"name\": \"output_size\", \"arg\": {\"as_ints\": [1, 1]}|\"name\": \"output_size\", \"arg\": {\"as_ints\": [3, 3]}|only dimensions of length 1 can be removed",
                "windows|{\"name\": \"index\", \"arg\": {\"as_int\": 0}|{\"name\": \"index\", \"arg\": {\"as_int\": 1}|takes index 1 of a dimension of length 1",
                "grown|\"as_ints\": [2, 4]|\"as_ints\": [0, 4]|would make 0 × 4 averages",
                "prepared|torch.ops.aten.div.Tensor|torch.ops.aten.fmod.Tensor|fmod.Tensor is not a supported operation",
                "prepared|{\"as_float\": 0.25}|{\"as_float\": Infinity}|calculates with Infinity",
                "prepared|{\"as_floats\": [2.0, 2.0]}|{\"as_floats\": [1.3, 2.0]}|not a whole number",
            })
    void whatChangesTheResultOtherwiseIsRefused(String name, String text, String by, String why)
            throws IOException {
        Path file = folder.resolve("changed.pt2");
        rewrite(resource(name + ".pt2"), file, "model.json", text, by);
        Problem problem = problems(file).getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.message()).contains(why);
    }

    /** Copies an archive with one text replaced in one member. */
    private static void rewrite(Path from, Path to, String ending, String text, String by)
            throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile());
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().endsWith(ending)) {
                    String before = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(before).contains(text);
                    bytes = before.replace(text, by).getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry written = new ZipEntry(entry.getName());
                written.setMethod(ZipEntry.STORED);
                written.setSize(bytes.length);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                written.setCrc(crc.getValue());
                copy.putNextEntry(written);
                copy.write(bytes);
            }
        }
    }
}
