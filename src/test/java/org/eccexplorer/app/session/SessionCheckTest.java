package org.eccexplorer.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** P8, P9: a session with anything wrong in it is refused on opening, and says which field. */
class SessionCheckTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "damaged/session-good.eccx";

    /** What may be missing: added after the first version, or told by null. */
    private static final Set<String> OPTIONAL =
            Set.of(
                    "sample",
                    "weights",
                    "inputSize",
                    "look",
                    "own",
                    "compared",
                    "page",
                    "id",
                    "style",
                    "closedFormImages",
                    "snapshot",
                    "rate",
                    "inputNeurons",
                    "reading",
                    "early",
                    "votes",
                    "maximumPooling",
                    "closedForm"); // of settings; that of runs is there since the first version

    @TempDir private Path folder = Path.of("");

    private static ObjectNode json(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    private Path written(JsonNode json) throws IOException {
        Path file = folder.resolve("session.eccx");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            JSON.writeValue(out, json);
        }
        return file;
    }

    private Problem refusal(JsonNode json) throws IOException {
        Path file = written(json);
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> SavedSession.read(file));
        assertThat(e).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.where()).isEqualTo(file.toString());
        assertThat(problem.message()).doesNotContain("Exception", "org.eccexplorer", "java.");
        return problem;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "frozen/session-digits.eccx",
                "frozen/custom/session-custom.eccx",
                "frozen/recovery/25692-2b1e87d2.eccx"
            })
    void goodSessionsOpen(String name) throws ProblemException {
        SavedSession saved = SavedSession.read(Resources.path(name));
        assertThat(saved.content().runs()).isNotEmpty();
    }

    @Test
    void aGoodSessionKeepsItsResults() throws ProblemException {
        SavedSession.Opened opened = SavedSession.read(Resources.path(GOOD)).open();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.state().runs())
                .isNotEmpty()
                .allMatch(run -> run.snapshot().isPresent())
                .extracting(RunState::images)
                .containsOnly(40);
    }

    private static Arguments of(String path, Object value, String field) {
        return arguments(path, value, field);
    }

    static Stream<Arguments> wrong() {
        String run = "/runs/0/";
        String results = run + "snapshot/";
        String layer = results + "layers/1/";
        return Stream.of(
                of("/limit", Integer.MIN_VALUE, "limit is -2147483648"),
                of("/limit", 0, "limit is 0, not at least 1"),
                of("/limit", 39, "runs[0].snapshot.images is 40, not from 0 to 39"),
                of("/model", "a\0b", "model holds a character that no path has"),
                of("/data", "x\ny.npz", "data holds a character"),
                of("/calibration", "\u001b[2J", "calibration holds a character"),
                of("/settings/threads", Integer.MAX_VALUE, "settings threads is"),
                of("/settings/timesteps", 0, "settings timesteps is 0"),
                of("/settings/timesteps", 100_001, "settings timesteps is"),
                of("/settings/conversion/kappa", 1e-300, "settings.conversion kappa"),
                of("/settings/conversion/kappa", 1e-40, "settings.conversion kappa"),
                of("/settings/conversion/kappa", "NaN", "settings.conversion kappa"),
                of("/settings/conversion/theta", 1e-320, "settings.conversion theta"),
                of("/classNames/3", null, "classNames[3] is missing"),
                of(run + "id", -1, "runs[0].id is -1, not at least 0"),
                of(run + "id", 1, "runs[1].id is 1, as that of another run"),
                of(run + "seconds", "NaN", "runs[0].seconds is NaN"),
                of(run + "seconds", -1, "runs[0].seconds is -1"),
                of(run + "closedForm/32", 1.5, "runs[0].closedForm.32 is 1.5, not from 0 to 1"),
                of(run + "closedForm/32", null, "runs[0].closedForm.32 is missing"),
                of(results + "images", -1, "runs[0].snapshot.images is -1"),
                of(results + "images", 41, "runs[0].snapshot.images is 41"),
                of(results + "images", 39, "runs[0].snapshot.cnnRight is 40, not from 0 to 39"),
                of(results + "total", 0, "runs[0].snapshot.total is 0"),
                of(results + "timesteps", 65536, "runs[0].snapshot.timesteps is 65536, not 32"),
                of(results + "timesteps", -1, "runs[0].snapshot.timesteps is -1, not 32"),
                of(results + "cnnRight", 41, "runs[0].snapshot.cnnRight is 41"),
                of(results + "right/31", 41, "runs[0].snapshot.right[31] is 41"),
                of(results + "agreeing/0", -1, "runs[0].snapshot.agreeing[0] is -1"),
                of(results + "answers/39/31", 10, "answers[39][31] is 10, not from -1 to 9"),
                of(results + "answers/7", null, "runs[0].snapshot.answers[7] is missing"),
                of(results + "cnnAnswers/0", -1, "runs[0].snapshot.cnnAnswers[0] is -1"),
                of(results + "outputs/5", "Infinity", "runs[0].snapshot.outputs[5] is Infinity"),
                of(results + "layers/1", null, "runs[0].snapshot has a part that is missing"),
                of(run + "closedForm", null, "runs[0].closedForm is missing"),
                of(run + "phase", "LOST", "runs[0].phase is LOST, which it cannot be"),
                of(run + "seconds", "soon", "runs[0].seconds is soon, which it cannot be"),
                of(run + "label", JSON.createArrayNode(), "runs[0].label"),
                of(layer + "threshold", 0, "layers[1].threshold is 0"),
                of(layer + "shape/width", 0, "layers[1].shape"),
                of(layer + "spikesPerStep/4", "NaN", "layers[1].spikesPerStep[4] is NaN"),
                of(layer + "current/counts/3", -1, "layers[1].current.counts[3] is -1"),
                of(layer + "current/high", -2.0, "layers[1].current.high is -2"),
                of(layer + "rate/mean", "-Infinity", "layers[1].rate.mean is -Infinity"),
                of(layer + "agreement/rates/0", "NaN", "agreement.rates[0] is NaN"),
                of(layer + "role", "HIDDEN", "layers[1].role"),
                of(results + "cost/macs", -1, "runs[0].snapshot.cost.macs is -1"),
                of(results + "cost/synOps", "NaN", "runs[0].snapshot.cost.synOps is NaN"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongValueIsNamed(String path, Object value, String field) throws IOException {
        ObjectNode json = json(Resources.path(GOOD));
        int end = path.lastIndexOf('/');
        JsonNode parent = json.at(path.substring(0, end));
        String last = path.substring(end + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(last), JSON.<JsonNode>valueToTree(value));
        } else {
            assertThat(parent.has(last)).as(path).isTrue();
            ((ObjectNode) parent).set(last, JSON.valueToTree(value));
        }
        String why = refusal(json).why();
        if (field.startsWith("runs") || field.contains(" is ") || !field.contains(" ")) {
            assertThat(why).contains(field);
        } else {
            assertThat(why).contains(field.split(" ")[0], field.split(" ")[1]);
        }
    }

    /** Every field of every record, taken away and set to null. */
    @Test
    void nothingMayBeMissing() throws IOException {
        ObjectNode good = json(Resources.path(GOOD));
        List<String> taken = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        collect(good, "", paths);
        assertThat(paths).hasSizeGreaterThan(150);
        for (String path : paths) {
            int end = path.lastIndexOf('/');
            String name = path.substring(end + 1);
            for (boolean nothing : new boolean[] {false, true}) {
                ObjectNode json = good.deepCopy();
                ObjectNode parent = (ObjectNode) json.at(path.substring(0, end));
                if (nothing) {
                    parent.putNull(name);
                } else {
                    parent.remove(name);
                }
                if (opens(json)) {
                    taken.add(name);
                } else {
                    refusal(json);
                }
            }
        }
        assertThat(taken).isSubsetOf(OPTIONAL);
    }

    private boolean opens(JsonNode json) throws IOException {
        try {
            SavedSession.read(written(json));
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** The fields of records; of lists only those of the first entry. */
    private static void collect(JsonNode node, String path, List<String> paths) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String field = path + "/" + entry.getKey();
            // What is counted by T is no field, and two come from methods that records have.
            if (!path.endsWith("closedForm") || path.contains("settings")) {
                if (!Set.of("vector", "complete").contains(entry.getKey())) {
                    paths.add(field);
                }
            }
            JsonNode value = entry.getValue();
            collect(
                    value.isArray() && !value.isEmpty() ? value.get(0) : value,
                    value.isArray() ? field + "/0" : field,
                    paths);
        }
    }

    /** Every array, one value shorter and one longer. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyArrayHasTheLengthThatItMust(boolean longer) throws IOException {
        ObjectNode good = json(Resources.path(GOOD));
        List<String> arrays = new ArrayList<>();
        arrays(good.at("/runs/0/snapshot"), "/runs/0/snapshot", arrays);
        assertThat(arrays).hasSizeGreaterThan(15);
        for (String path : arrays) {
            ObjectNode json = good.deepCopy();
            ArrayNode array = (ArrayNode) json.at(path);
            if (longer) {
                array.add(array.get(0));
            } else {
                array.remove(array.size() - 1);
            }
            boolean layers = path.endsWith("/layers");
            assertThat(opens(json)).as("%s %s", path, longer).isEqualTo(layers);
        }
    }

    private static void arrays(JsonNode node, String path, List<String> arrays) {
        if (node.isArray()) {
            arrays.add(path);
            arrays(node.path(0), path + "/0", arrays);
        }
        node.properties().forEach(e -> arrays(e.getValue(), path + "/" + e.getKey(), arrays));
    }

    /** As many layers as the file says, but not as many as the network has: told on opening. */
    @Test
    void resultsThatDoNotFitTheNetworkAreLeftOutWithAWord() throws Exception {
        ObjectNode json = json(Resources.path(GOOD));
        ((ArrayNode) json.at("/runs/0/snapshot/layers")).remove(1);
        ((ObjectNode) json.at("/runs/1/snapshot/layers/0/shape")).put("height", 7);
        SavedSession.Opened opened = SavedSession.read(written(json)).open();
        assertThat(opened.warnings())
                .extracting(Problem::what)
                .containsExactly(
                        "The results of run 0 are left out", "The results of run 1 are left out");
        assertThat(opened.state().runs().getFirst().snapshot()).isEmpty();
    }
}
