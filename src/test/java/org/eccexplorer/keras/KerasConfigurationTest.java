package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;
import static org.eccexplorer.keras.Attempt.problems;
import static org.eccexplorer.keras.Forgery.editedConfig;
import static org.eccexplorer.keras.Forgery.withConfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations that are odd, damaged or made to harm. */
class KerasConfigurationTest {
    private static final String SEQ = "seq.keras";
    private static final String FUN = "fun.keras";

    private static void assertRead(byte[] model) throws ProblemException {
        assertThat(Attempt.model(model).network().nodes()).hasSize(12);
    }

    @Test
    void needsAnArchitecture() {
        assertSays(
                problems(Fixtures.path("seq.weights.h5")).getFirst(),
                Kind.UNSUPPORTED,
                "no architecture",
                "model.save",
                "--weights");
    }

    @Test
    void refusesWhatIsNoJson() {
        String json = new String(Forgery.members(SEQ).get(Forgery.CONFIG), StandardCharsets.UTF_8);
        String cut = json.substring(0, json.length() / 2);
        assertSays(problem(withConfig(SEQ, cut)), Kind.CORRUPT, "not JSON", "line 1");
        assertSays(problem(withConfig(SEQ, "[]")), Kind.CORRUPT, "not a JSON object");
        assertSays(problem(withConfig(SEQ, "")), Kind.CORRUPT, "not a JSON object");
        byte[] wide =
                Forgery.withMember(SEQ, Forgery.CONFIG, json.getBytes(StandardCharsets.UTF_16));
        assertSays(problem(wide), Kind.CORRUPT, "not valid UTF-8");
    }

    /** The same configuration in an .h5 file, cut within. */
    @Test
    void refusesWhatIsNoJsonInHdf5() {
        byte[] bytes =
                Forgery.patched(Fixtures.bytes("k2seq.h5"), "{\"class_name\"", "[\"class_name\"");
        assertSays(problems(bytes).getFirst(), Kind.CORRUPT, "not JSON");
    }

    @Test
    void skipsAByteOrderMark() throws ProblemException {
        assertRead(editedConfig(SEQ, json -> "\uFEFF" + json));
    }

    /** M21: Python writes NaN and Infinity where JSON has neither. */
    @ParameterizedTest
    @CsvSource({"max_value, 6.0, Infinity", "rate, 0.2, NaN"})
    void acceptsNumbersOfPython(String key, String from, String to) throws ProblemException {
        assertRead(
                editedConfig(
                        SEQ, "\"%s\": %s".formatted(key, from), "\"%s\": %s".formatted(key, to)));
    }

    /** M22: of two values of one name none is more right. */
    @Test
    void refusesAKeyThatIsThereTwice() {
        byte[] twice = editedConfig(SEQ, "\"units\": 10", "\"units\": 10, \"units\": 11");
        assertSays(problem(twice), Kind.CORRUPT, "not JSON", "units");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "{\"a\":".repeat(100_000);
        assertSays(problem(withConfig(SEQ, deep)), Kind.LIMIT, "too deeply");
        String text = "{\"a\":\"" + "x".repeat(50 << 20) + "\"}";
        assertSays(problem(withConfig(SEQ, text)), Kind.LIMIT, "too large");
    }

    @Test
    void refusesTooManyLayersAndTooMuchNesting() {
        String model =
                "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"m%d\",\"layers\":[%s]}}";
        StringBuilder layers = new StringBuilder("{\"class_name\":\"Dropout\",\"config\":{}}");
        for (int i = 0; i < 20_000; i++) {
            layers.append(",{\"class_name\":\"Dropout\",\"config\":{}}");
        }
        byte[] many = withConfig(SEQ, model.formatted(0, layers));
        assertSays(problem(many), Kind.LIMIT, "too many layers", "20\u202f000");
        String nested = "{\"class_name\":\"Dropout\",\"config\":{}}";
        for (int i = 0; i < 18; i++) {
            nested = model.formatted(i, nested);
        }
        assertSays(problem(withConfig(SEQ, nested)), Kind.LIMIT, "nested too deeply", "16 levels");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"config\":{}}|no class_name: it is missing",
                "{\"class_name\":5}|no class_name: it is 5",
                "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[{}]}}|no class_name",
                "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[7]}}|no class_name",
                "{\"class_name\":\"Sequential\",\"config\":{}}|nothing as its list of layers",
                "{\"class_name\":\"Sequential\",\"config\":{\"layers\":{}}}|list of layers"
            })
    void needsClassNamesAndLayers(String json, String words) {
        assertSays(problem(withConfig(SEQ, json)), Kind.CORRUPT, words);
    }

    @Test
    void asksForASizeThatIsOpen(@TempDir Path folder) throws IOException, ProblemException {
        byte[] open =
                editedConfig(
                        SEQ,
                        "\"batch_shape\": [null, 8, 8, 3]",
                        "\"batch_shape\": [null, null, null, 3]");
        assertSays(problem(open), Kind.UNSUPPORTED, "leaves the size", "which size");
        Path file = Files.write(folder.resolve("open.keras"), open);
        assertThat(KerasModels.read(file, new Shape(8, 8, 3)).network().nodes()).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[null, 0, 8, 3]|CORRUPT|impossible",
                "[null, -8, 8, 3]|CORRUPT|impossible",
                "[null, 1e9, 8, 3]|CORRUPT|impossible",
                "[null, 60000, 60000, 3]|LIMIT|2 billion values",
                "[null, 8, 8, 8, 3]|UNSUPPORTED|not an image, a sequence or a vector"
            })
    void checksTheShapeOfTheInput(String shape, Kind kind, String words) {
        byte[] changed =
                editedConfig(SEQ, "\"batch_shape\": [null, 8, 8, 3]", "\"batch_shape\": " + shape);
        assertSays(problem(changed), kind, words);
    }

    /** M26 and M27: names and forms of other versions. */
    @Test
    void readsOldNames() throws ProblemException {
        Draft draft =
                new Draft()
                        .input("[null, 2, 2, 3]")
                        .layer("BatchNormalizationV1", "bn", "\"axis\":[3],\"epsilon\":0.001")
                        .layer("Flatten", "flat", "")
                        .layer("Dense", "d", "\"units\":2");
        byte[] legacy =
                draft.weight("bn/bn/gamma:0", new float[] {1, 1, 1})
                        .weight("bn/bn/beta:0", new float[] {0, 0, 0})
                        .weight("bn/bn/moving_mean:0", new float[] {0, 0, 0})
                        .weight("bn/bn/moving_variance:0", new float[] {1, 1, 1})
                        .weight("d/d/kernel:0", new float[12][2])
                        .weight("d/d/bias:0", new float[] {1, 2})
                        .legacy();
        assertThat(Attempt.model(legacy).network().nodes()).hasSize(4);
        assertThat(Attempt.model(legacy).warnings()).singleElement().asString().contains("zero");
        byte[] model =
                editedConfig(FUN, "\"class_name\": \"Functional\"", "\"class_name\": \"Model\"");
        assertThat(Attempt.model(model).network().nodes()).isNotEmpty();
    }

    @Test
    void oddLayerNamesAreShownHarmlessly() throws ProblemException {
        String odd = "\"../\\n\\u202e" + "x".repeat(50) + "\"";
        assertThat(Attempt.model(editedConfig(SEQ, "\"flatten\"", odd)).network().nodes())
                .allSatisfy(node -> assertThat(node.name()).doesNotContainPattern("\\p{Cntrl}"));
        byte[] longName = editedConfig(SEQ, "\"flatten\"", "\"" + "n".repeat(10_000) + "\"");
        assertSays(problem(longName), Kind.LIMIT, "name is too long", "10\u202f000");
        byte[] twin = editedConfig(SEQ, "\"flatten\"", "\"dropout\"");
        assertSays(problem(twin), Kind.CORRUPT, "same name", "dropout");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"conv2d_2\", 0, 0]|[\"ghost\", 0, 0]|layer that does not exist: \"ghost\"",
                "[\"conv2d_2\", 0, 0]|[\"conv2d_2\", 7, 0]|call 7 of conv2d_2",
                "[\"conv2d_2\", 0, 0]|[\"conv2d_2\", -1, 0]|call −1 of conv2d_2",
                "[\"conv2d_2\", 0, 0]|[\"conv2d_2\", 0, 3]|output 3 of conv2d_2",
                "[\"conv2d_2\", 0, 0]|[\"conv2d_2\", \"0\", 0]|malformed",
                "[\"img\", 0, 0]}|[\"dense_1\", 0, 0]}|not connected"
            })
    void checksConnections(String from, String to, String words) {
        assertSays(problem(editedConfig(FUN, from, to)), Kind.CORRUPT, words);
    }

    /** M40: what one image and one answer cannot serve. */
    @Test
    void takesOneInputAndOneOutput() {
        String input =
                "{\"class_name\":\"InputLayer\",\"name\":\"%1$s\",\"config\":{\"name\":\"%1$s\","
                        + "\"batch_shape\":[null,4]},\"inbound_nodes\":[]}";
        String model =
                "{\"class_name\":\"Functional\",\"config\":{\"name\":\"m\",\"layers\":[%s],"
                        + "\"input_layers\":[%s],\"output_layers\":[%s]}}";
        String two = input.formatted("a") + "," + input.formatted("b");
        byte[] inputs =
                withConfig(SEQ, model.formatted(two, "[\"a\",0,0],[\"b\",0,0]", "[\"a\",0,0]"));
        assertSays(problem(inputs), Kind.UNSUPPORTED, "The model has 2 inputs", "a, b");
        byte[] outputs =
                withConfig(
                        SEQ,
                        model.formatted(
                                input.formatted("a"), "[\"a\",0,0]", "[\"a\",0,0],[\"a\",0,0]"));
        assertSays(problem(outputs), Kind.UNSUPPORTED, "The model has 2 outputs", "a, a");
    }

    /**
     * M28: as in every other format, a size that contradicts the model is a fault of who gave it.
     */
    @Test
    void aSizeThatContradictsTheModelIsAFaultOfUse() {
        for (Shape other : new Shape[] {new Shape(8, 8, 1), new Shape(9, 8, 3)}) {
            ProblemException e =
                    catchThrowableOfType(
                            ProblemException.class,
                            () -> KerasModels.read(Fixtures.path(SEQ), other));
            assertThat(e.problems().getFirst().kind()).isEqualTo(Kind.USAGE);
        }
    }

    /** M44: types that do not exist, in each of the forms that a layer may say its own in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"float128\"",
                "16",
                "[\"float32\"]",
                "{\"class_name\": \"DTypePolicy\", \"config\": {\"name\": \"float9\"}}"
            })
    void refusesUnknownTypesOfValues(String type) {
        byte[] model =
                editedConfig(
                        SEQ,
                        config ->
                                config.replaceFirst(
                                        "(\"name\": \"conv2d\".{1,40}\"dtype\": )\\{.*?\\}, "
                                                + "\"registered_name\": null"
                                                + "(, \"shared_object_id\": \\d+)?\\}",
                                        "$1" + type));
        assertSays(problems(model).getFirst(), Kind.UNSUPPORTED, "its type of values");
    }
}
