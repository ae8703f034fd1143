package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;
import static org.eccexplorer.keras.Attempt.problems;
import static org.eccexplorer.keras.Forgery.editedConfig;

import java.util.regex.Pattern;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers and settings that are refused, by name, before any weight is read. */
class KerasLayersTest {
    private static final String SEQ = "seq.keras";

    /** M41: code in a model is named and never run. */
    @ParameterizedTest
    @CsvSource({
        "lambda.keras, lambda, Lambda",
        "lambda.h5, lambda, Lambda",
        "sub.keras, class My, functional API"
    })
    void refusesCode(String file, String place, String words) {
        assertSays(problems(Fixtures.path(file)).getFirst(), Kind.UNSUPPORTED, place, words);
    }

    /** M42: a class of another module is not looked for, whatever its name. */
    @Test
    void refusesClassesOfOtherModules() {
        String flatten = "\"module\": \"keras.layers\", \"class_name\": \"Flatten\"";
        byte[] system =
                editedConfig(SEQ, flatten, "\"module\": \"os\", \"class_name\": \"system\"");
        assertSays(problem(system), Kind.UNSUPPORTED, "os.system", "never run");
        byte[] mine =
                editedConfig(
                        SEQ,
                        json ->
                                json.replaceFirst(
                                        Pattern.quote(flatten)
                                                + "(.*?)\"registered_name\": null, \"build",
                                        "\"module\": null, \"class_name\": \"My\"$1"
                                                + "\"registered_name\": \"pkg>My\", \"build"));
        assertSays(problem(mine), Kind.UNSUPPORTED, "pkg>My is not a class of Keras", "never run");
    }

    @Test
    void refusesTrainingAtInference() {
        byte[] training =
                editedConfig(
                        "fun.keras",
                        json ->
                                json.replaceFirst(
                                        "\"kwargs\": \\{\\}", "\"kwargs\": {\"training\": true}"));
        assertSays(problem(training), Kind.UNSUPPORTED, "training=true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"strides\": [1, 1]|\"strides\": [0, 1]|strides is 0, not a whole number",
                "\"strides\": [1, 1]|\"strides\": [1, -1]|strides",
                "\"strides\": [1, 1]|\"strides\": [2147483648, 1]|strides",
                "\"kernel_size\": [3, 3], \"strides\": [1, 1], \"padding\": \"valid\"|\"kernel_size\": [9, 9], \"strides\": [1, 1], \"padding\": \"valid\"|9×9 window does not fit into 4×4×4",
                "\"dilation_rate\": [1, 1]|\"dilation_rate\": [60000, 1]|spans 120\u202f001 pixels",
                "\"pool_size\": [2, 2]|\"pool_size\": [99, 99]|does not fit",
                "\"filters\": 4|\"filters\": 1000000000|filters is 1000000000",
                "\"filters\": 4|\"filters\": \"4\"|filters is \"4\"",
                "\"filters\": 4|\"filters\": 4.5|filters is 4.5",
                "\"groups\": 1|\"groups\": 2|groups=2 does not divide 3 channels",
                "\"padding\": \"same\"|\"padding\": \"sideways\"|sideways",
                "\"activation\": \"softmax\"|\"activation\": \"glu\"|the activation glu",
                "\"activation\": \"relu\"|\"activation\": \"softmax\"|softmax can only be the last layer",
                "\"max_value\": 6.0|\"max_value\": -1.0|max_value is -1.0",
                "\"negative_slope\": 0.0|\"negative_slope\": 0.1|only one of them",
                "\"threshold\": 0.0|\"threshold\": 0.5|only one of them",
                "\"axis\": -1|\"axis\": 1|axis 1 is not the axis of the channels",
                "\"data_format\": \"channels_last\", \"dilation|\"data_format\": \"channels_first\", \"dilation|axis",
                "\"class_name\": \"Dropout\"|\"class_name\": \"Attention\"|weights activations by other"
            })
    void checksSettingsBeforeAnythingIsAllocated(String from, String to, String words) {
        byte[] changed = editedConfig(SEQ, json -> json.replaceFirst(Pattern.quote(from), to));
        Problem problem = problems(changed).getFirst();
        assertSays(problem, Kind.UNSUPPORTED, words, "layer ");
    }

    @Test
    void refusesUnknownSettingsUnlessTheyAreOff() throws ProblemException {
        String units = "\"units\": 10";
        assertSays(
                problem(editedConfig(SEQ, units, units + ", \"twist\": 3")),
                Kind.UNSUPPORTED,
                "twist=3");
        byte[] off = editedConfig(SEQ, units, units + ", \"twist\": null");
        assertThat(Attempt.model(off).network().nodes()).hasSize(12);
    }

    @Test
    void namesEveryRefusedLayerAtOnce() {
        byte[] several =
                editedConfig(
                        SEQ,
                        json ->
                                json.replace("\"Flatten\"", "\"LSTM\"")
                                        .replace("\"ReLU\"", "\"GroupNormalization\"")
                                        .replace(
                                                "\"activation\": \"softmax\"",
                                                "\"activation\": \"glu\""));
        assertThat(problems(several))
                .extracting(Problem::message)
                .hasSize(3)
                .anyMatch(m -> m.contains("re_lu (GroupNormalization)"))
                .anyMatch(m -> m.contains("flatten (LSTM)"))
                .anyMatch(m -> m.contains("dense (Dense)") && m.contains("glu"));
    }

    /** The weights are not even there. */
    @Test
    void refusesLayersBeforeReadingWeights() {
        var members = Forgery.members("lambda.keras");
        members.remove(Forgery.WEIGHTS);
        assertSays(problem(Forgery.archive(members)), Kind.UNSUPPORTED, "Lambda");
    }

    /** M36: stored in ways that lose or hide digits. */
    @ParameterizedTest
    @CsvSource({"bf16.keras, dense_2, bfloat16", "int8.keras, dense_3, quantised"})
    void refusesPrecisions(String file, String layer, String words) {
        assertSays(problems(Fixtures.path(file)).getFirst(), Kind.UNSUPPORTED, layer, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RNN", "Bidirectional", "Conv2DTranspose", "MultiHeadAttention"})
    void refusesClassesByName(String name) {
        byte[] changed =
                editedConfig(
                        SEQ, "\"class_name\": \"Dropout\"", "\"class_name\": \"" + name + "\"");
        assertSays(problem(changed), Kind.UNSUPPORTED, "dropout (" + name + ")");
    }
}
