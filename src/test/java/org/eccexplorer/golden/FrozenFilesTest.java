package org.eccexplorer.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.CrashedSession;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.app.session.ViewState;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.cli.CommandLineProgram;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that version 0.1.0 wrote are read, and those of today are like them. */
class FrozenFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What differs from machine to machine, and from run to run. */
    private static final Pattern INCIDENTAL =
            Pattern.compile("versions\\..*|model\\.file|data|calibration|seconds\\..*");

    /** What later versions write besides. */
    private static final Pattern LATER =
            Pattern.compile(
                    "calibratedOnTest|preparation|inputMacsCounted|imagesCrc32c"
                            + "|(runs\\[]\\.)?(command|imagesToDo|inputNeurons)|labelled"
                            + "|runs\\[]\\.(errorUnit|layers|conversion|macs"
                            + "|inputMacsPerTimestep|paperMops)([.\\[].*)?"
                            + "|energy\\[].(ratio|inputMacs|synapticOperations|neuronUpdates).*"
                            + "|runs\\[]\\.energy(\\..*)?|.*\\.cost\\.inputNeurons"
                            + "|.*\\.snapshot\\.(reading|early|votes)([.\\[].*)?"
                            + "|runs\\[\\d*]\\.(style|closedFormImages)"
                            + "|(.*\\.)?settings\\.images"
                            + "|.*\\.(lambdaRule|lambdaFor|lambdaOf|calibrate|otherActivations)"
                            + "|otherActivations|(.*\\.)?settings\\.(conversion\\.)?neurons"
                            + "|layers\\[]\\.signs|(.*\\.)?thresholds|.*\\.shape\\.sequence"
                            + "|quantisedCnn(\\..*)?"
                            + "|(.*\\.)?(readFrom|earlyExit|schedule|latency|reading(\\..*)?)");

    /** The file that later versions write besides. */
    private static final String LATER_FILE = "measures.npz";

    /**
     * What later versions have in another way: Loihi's updates of neurons are counted, and ε is
     * written as elsewhere.
     */
    private static final Pattern CHANGED =
            Pattern.compile("schema|energy\\[1]\\..*|(runs\\[\\d*]\\.)?cnnStages\\[1]\\.what");

    private static final double CLOSE = 1e-6;

    /** Where the model of energy stands that version 0.1.0 had not. */
    private static final int LATER_MODEL = 2;

    @TempDir private Path folder;

    private static Path frozen(String name) {
        return Resources.path("frozen/" + name);
    }

    /** A copy, because whoever reads some files may write beside them. */
    private Path copy(String name) throws IOException {
        Path from = frozen(name);
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static JsonNode session(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return JSON.readTree(in.readAllBytes());
        }
    }

    /** What was read is written as it was, apart from where model and images are now. */
    private void assertWrittenAlike(Path original, SessionState state) throws Exception {
        Path again = folder.resolve("again.eccx");
        SessionFile.write(again, state);
        ObjectNode before = (ObjectNode) session(original);
        ObjectNode after = (ObjectNode) session(again);
        List<String> places = List.of("format", "program", "model", "data", "calibration");
        assertThat(after.remove(places)).isNotNull();
        assertThat(before.remove(places)).isNotNull();
        for (JsonNode run : before.path("runs")) {
            outputsWithoutRate(run.path("snapshot").path("layers"), "rate", "error");
        }
        assertThat(shape(after)).isEqualTo(shape(before));
        Map<String, String> wanted = leaves(before);
        Map<String, String> found = leaves(after);
        // Only what differs: a session has thousands of values.
        found.keySet().removeIf(path -> LATER.matcher(path).matches());
        found.forEach((path, value) -> assertThat(value).as(path).isEqualTo(wanted.remove(path)));
        assertThat(wanted).isEmpty();
    }

    /** Version 0.1.0 gave a rate and clipping to outputs that never fire, the last layer. */
    private static void outputsWithoutRate(JsonNode layers, String rate, String error) {
        ObjectNode outputs = (ObjectNode) layers.get(layers.size() - 1);
        outputs.putNull(rate);
        outputs.put("clippedShare", 0.0);
        ObjectNode split = (ObjectNode) outputs.path(error);
        for (String cause : List.of("clipping", "quantisation", "unevenness")) {
            split.putObject(cause).put("mean", 0.0).put("meanAbsolute", 0.0).put("share", 0.0);
        }
        split.set("inherited", split.path("total").deepCopy());
    }

    /** A run.json of schema 1 whose scales are λ as it is written today. */
    private static ObjectNode asToday(Path run) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(run.toFile());
        json.put("schema", 2);
        json.put("errorUnit", "lambda");
        if (json.path("settings").path("output").asText().equals("CURRENT")) {
            outputsWithoutRate(json.path("layers"), "meanRate", "errorSplit");
        }
        return json;
    }

    private static Map<String, String> leaves(JsonNode json) {
        Map<String, String> leaves = new TreeMap<>();
        collect(
                "",
                json,
                (path, value) -> {
                    if (value.isValueNode()) {
                        leaves.put(path, value.toString());
                    }
                });
        return leaves;
    }

    private static int[] right(RunState run) {
        return run.snapshot().orElseThrow().right();
    }

    @Test
    void aSessionOfASampleOpens() throws Exception {
        Path file = frozen("session-digits.eccx");
        SavedSession.Opened opened = SavedSession.read(file).open();
        assertThat(opened.warnings()).isEmpty();
        SessionState state = opened.state();
        assertThat(state.experiment().test().count()).isEqualTo(12);
        assertThat(state.experiment().calibration().count()).isEqualTo(500);
        assertThat(state.experiment().classNames())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(state.hidden()).isEqualTo(Set.of(WindowPart.COST));
        assertThat(state.look())
                .usingRecursiveComparison()
                .isEqualTo(
                        new ViewState(
                                PageId.ERROR,
                                true,
                                List.of(7, 4),
                                1,
                                86,
                                3,
                                null,
                                11,
                                4,
                                List.of(1)));
        assertThat(state.runs()).extracting(RunState::id).containsExactly(0, 1, 4, 7);
        assertThat(state.runs())
                .extracting(RunState::name)
                .containsExactly(
                        "ECC (all three)",
                        "CN + CMB",
                        "Per channel",
                        "ECC (all three) · λ 99.9 % · λ per channel · 8 bits · leak 0.01"
                                + " · closed form T + 2");
        assertThat(state.runs()).allMatch(run -> run.phase() == RunState.Phase.COMPLETE);
        assertThat(state.runs()).allMatch(run -> run.network().isPresent());
        assertResults(state.runs());
        assertThat(state.settings()).isEqualTo(state.runs().get(3).settings());
        assertWrittenAlike(file, state);
    }

    private static void assertResults(List<RunState> runs) {
        assertThat(right(runs.get(0)))
                .containsExactly(1, 5, 7, 9, 11, 11, 12, 11, 12, 12, 12, 12, 12, 12, 12, 12);
        assertThat(right(runs.get(1)))
                .containsExactly(1, 1, 2, 1, 3, 3, 5, 5, 6, 7, 8, 8, 9, 10, 11, 11);
        assertThat(right(runs.get(2)))
                .containsExactly(8, 9, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12);
        assertThat(right(runs.get(3)))
                .containsExactly(7, 6, 10, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12);
        assertThat(runs.get(1).closedForm().accuracy())
                .isEqualTo(
                        Map.of(1, 1 / 12.0, 2, 1 / 12.0, 4, 1 / 12.0, 8, 4 / 12.0, 16, 11 / 12.0));
        RunSnapshot first = runs.getFirst().snapshot().orElseThrow();
        assertThat(first.isComplete()).isTrue();
        assertThat(first.accuracy(4)).isEqualTo(0.75);
        assertThat(first.cnnAccuracy()).isEqualTo(1);
        assertThat(first.layers())
                .extracting(layer -> layer.name())
                .containsExactly("conv1", "conv2", "digit");
        ConversionOptions options = runs.get(3).settings().conversion();
        assertThat(options)
                .isEqualTo(
                        ConversionOptions.ecc()
                                .with(ConversionOptions.LAMBDA_PERCENTILE, 99.9)
                                .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL)
                                .with(ConversionOptions.WEIGHT_BITS, 8)
                                .with(ConversionOptions.LEAK, 0.01));
        assertThat(runs.get(3).settings().closedForm()).isEqualTo(new ClosedForm.Variant(2, true));
        assertThat(runs.get(1).settings().conversion().residualElimination()).isFalse();
    }

    @Test
    void aSessionOfFilesOpensOnceTheyAreFound() throws Exception {
        SavedSession saved = SavedSession.read(copy("custom").resolve("session-custom.eccx"));
        assertThat(saved.hasModel()).isTrue();
        assertThat(saved.hasWeights()).isTrue();
        assertThat(saved.hasData()).isTrue();
        assertThat(saved.hasCalibration()).isFalse();
        assertThat(saved.content().sample()).isNull();
        assertThat(saved.content().model()).isEqualTo("model/digits.keras");
        assertThat(saved.content().data()).isEqualTo("model/digits.npz");
        assertThat(saved.calibration()).isEqualTo("/home/user/images/calibration.npz");
        assertThatThrownBy(saved::open)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("calibration.npz");

        Path calibration = folder.resolve("custom/calibration.npz");
        SavedSession.Opened opened = saved.withCalibration(calibration.toString()).open();
        assertThat(opened.warnings()).isEmpty();
        SessionState state = opened.state();
        assertThat(state.experiment().test().count()).isEqualTo(12);
        assertThat(state.experiment().calibration().count()).isEqualTo(500);
        assertThat(state.hidden()).isEmpty();
        assertThat(state.runs())
                .extracting(RunState::name)
                .containsExactly("First λ elsewhere", "ECC (all three) · θ spread · Poisson");
        assertThat(right(state.runs().getFirst()))
                .containsExactly(1, 5, 7, 9, 11, 11, 12, 11, 12, 12, 12, 12);
        assertThat(right(state.runs().getLast()))
                .containsExactly(1, 2, 2, 3, 4, 6, 8, 10, 10, 10, 12, 11);
        ViewState look = state.look();
        assertThat(look.page()).isEqualTo(PageId.NEURON);
        assertThat(look.layer()).isEqualTo(2);
        assertThat(look.sample()).isEqualTo(-1);
        assertThat(look.own()).hasSize(64).contains(0.9682132f).startsWith(0, 0, 0, 0.5895127f);
        assertWrittenAlike(folder.resolve("custom/session-custom.eccx"), state);
    }

    @Test
    void aSessionOfFilesMayFindAllOfThemElsewhere() throws Exception {
        Path alone = Files.copy(frozen("custom/session-custom.eccx"), folder.resolve("alone.eccx"));
        SavedSession saved = SavedSession.read(alone);
        assertThat(saved.hasModel()).isFalse();
        assertThat(saved.hasData()).isFalse();
        SavedSession found =
                saved.withModel(frozen("custom/model/digits.keras"))
                        .withData(frozen("custom/model/digits.npz").toString())
                        .withCalibration(frozen("custom/calibration.npz").toString());
        SavedSession.Opened opened = found.open();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.state().runs()).hasSize(2);
    }

    @Test
    void whatACrashLeftIsOffered() throws Exception {
        Path kept = copy("recovery");
        Path left = kept.resolve("25692-2b1e87d2.eccx");
        Recovery recovery = new Recovery(kept);
        assertThat(recovery.left()).containsExactly(left);
        CrashedSession crashed = CrashedSession.read(left);
        assertThat(crashed.model()).isEqualTo("digits.keras");
        String last =
                "ECC (all three) · λ 99.9 % · λ per channel · 8 bits · leak 0.01"
                        + " · closed form T + 2";
        assertThat(crashed.runs())
                .containsExactly("ECC (all three)", "CN + CMB", "Per channel", last, last);
        SessionState state = SavedSession.read(left).open().state();
        assertThat(state.settings().timesteps()).isEqualTo(8);
        assertThat(state.look().comparing()).isFalse();
        assertThat(state.look().focus()).isEqualTo(8);
        assertThat(right(state.runs().getLast())).containsExactly(7, 6, 10, 12, 12, 12, 12, 12);
        assertWrittenAlike(frozen("recovery/25692-2b1e87d2.eccx"), state);
        recovery.forget(left);
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void preferencesAreRead() throws Exception {
        Path file = frozen("preferences.json");
        Preferences read = PreferencesFile.read(file);
        assertThat(read.theme()).isEqualTo(Preferences.Theme.DARK);
        assertThat(List.of(read.x(), read.y(), read.width(), read.height()))
                .containsExactly(0.0, 0.0, 1438.0, 875.0);
        assertThat(read.maximised()).isFalse();
        assertThat(read.greeted()).isTrue();
        assertThat(read.recent())
                .extracting(Recent::title)
                .containsExactly(
                        "session-custom.eccx",
                        "twelve-custom.eccx",
                        "opened.eccx",
                        "digits.keras · digits.npz",
                        "session-digits.eccx",
                        "twelve.eccx");
        assertThat(read.recent().get(3).source().file().toString()).endsWith("digits.keras");
        assertPreferencesWrittenAlike(file);
    }

    @Test
    void preferencesOfAFirstStartAreRead() throws Exception {
        Path file = frozen("preferences-first.json");
        assertThat(PreferencesFile.read(file)).isEqualTo(Preferences.standard().withGreeted(true));
        assertPreferencesWrittenAlike(file);
    }

    private void assertPreferencesWrittenAlike(Path file) throws Exception {
        Path again = folder.resolve("preferences.json");
        PreferencesFile.write(again, PreferencesFile.read(file));
        ObjectNode written = (ObjectNode) JSON.readTree(again.toFile());
        // Came after 0.1.0; what an older file lacks is the standard.
        assertThat(written.remove("dense").asText()).isEqualTo("VECTOR");
        assertThat(written.remove("textPercent").asInt()).isEqualTo(100);
        assertThat(written.remove("energy").path("inputMacs").asText()).isEqualTo("ONCE");
        assertThat(written.remove("figure").get("kind").asText()).isEqualTo("SVG");
        assertThat(written).isEqualTo(JSON.readTree(file.toFile()));
    }

    @Test
    void aRunIsWrittenAsBefore() throws Exception {
        assertSameRun("run-ecc");
    }

    @Test
    void aRunWithOtherSettingsIsWrittenAsBefore() throws Exception {
        assertSameRun(
                "run-changed",
                "--no-tre",
                "--lambda=p99.9",
                "--lambda-scope=channel",
                "--bits=8",
                "--leak=0.01",
                "--at=1,4,16");
    }

    @Test
    void aRunInClosedFormIsWrittenAsBefore() throws Exception {
        assertSameRun(
                "run-closed-form", "--mode=closed-form", "--spkeras", "--extension=2", "--no-cmb");
    }

    private void assertSameRun(String name, String... options) throws Exception {
        Path out = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("run", "--sample=digits", "--limit=20", "--timesteps=16"));
        arguments.add("--input-macs=every-timestep");
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--quiet", "--out=" + out));
        ecc(arguments);
        assertSameFiles(name, out);
        assertSameJson(asToday(frozen(name + "/run.json")), out.resolve("run.json"));
        assertSameCsv(frozen(name + "/accuracy.csv"), out.resolve("accuracy.csv"));
        assertSameLayers(frozen(name + "/layers.csv"), out.resolve("layers.csv"));
        assertSameArrays(frozen(name + "/outputs.npz"), out.resolve("outputs.npz"));
    }

    @Test
    void aComparisonIsWrittenAsBefore() throws Exception {
        Path out = folder.resolve("compare");
        ecc(
                List.of(
                        "compare",
                        "--sample=digits",
                        "--limit=20",
                        "--timesteps=8",
                        "--input-macs=every-timestep",
                        "--quiet",
                        "--out=" + out));
        assertSameFiles("compare", out);
        assertSameJson(frozen("compare/compare.json"), out.resolve("compare.json"));
        assertSameCsv(frozen("compare/compare.csv"), out.resolve("compare.csv"));
    }

    @Test
    void aNetworkIsExportedAsBefore() throws Exception {
        Path out = folder.resolve("export");
        ecc(List.of("export", "--sample=digits", "--limit=3", "--out=" + out));
        assertSameFiles("export", out);
        assertSameJson(frozen("export/network.json"), out.resolve("network.json"));
        assertSameArrays(frozen("export/network.npz"), out.resolve("network.npz"));
    }

    @Test
    void aModelIsDescribedAsBefore() throws Exception {
        Path out = folder.resolve("inspect.json");
        String model = frozen("custom/model/digits.keras").toString();
        Files.writeString(out, ecc(List.of("inspect", model, "--json")));
        assertSameJson(frozen("inspect.json"), out);
    }

    private static String ecc(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                CommandLineProgram.execute(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        arguments.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    private static void assertSameFiles(String name, Path out) throws IOException {
        List<String> written = new ArrayList<>(names(out));
        written.remove(LATER_FILE);
        assertThat(written).isEqualTo(names(frozen(name)));
    }

    /** The fields of a document by path, each with its type; elements of an array are one. */
    private static Map<String, String> shape(JsonNode json) {
        Map<String, String> shape = new TreeMap<>();
        collect(
                "",
                json,
                (path, value) ->
                        shape.merge(
                                path.replaceAll("\\[\\d+]", "[]"),
                                type(value),
                                (a, b) -> a.contains(b) ? a : a + " or " + b));
        shape.keySet().removeIf(path -> LATER.matcher(path).matches());
        return shape;
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber()
                ? "whole number"
                : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private interface Field {
        void at(String path, JsonNode value);
    }

    private static void collect(String path, JsonNode node, Field field) {
        if (!path.isEmpty()) {
            field.at(path, node);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect("%s[%d]".formatted(path, i), node.get(i), field);
            }
        }
        String start = path.isEmpty() ? "" : path + ".";
        node.properties()
                .forEach(entry -> collect(start + entry.getKey(), entry.getValue(), field));
    }

    private static void assertSameJson(Path expected, Path actual) throws IOException {
        assertSameJson(JSON.readTree(expected.toFile()), actual);
    }

    private static void assertSameJson(JsonNode before, Path actual) throws IOException {
        JsonNode now = JSON.readTree(actual.toFile());
        if (now.path("energy") instanceof ArrayNode models) {
            models.remove(LATER_MODEL);
        }
        assertThat(shape(now)).isEqualTo(shape(before));
        Map<String, JsonNode> values = new TreeMap<>();
        collect("", now, values::put);
        collect("", before, (path, value) -> assertSameValue(path, value, values.get(path)));
    }

    private static void assertSameValue(String path, JsonNode before, @Nullable JsonNode now) {
        assertThat(now).as(path).isNotNull();
        if (now == null || INCIDENTAL.matcher(path).matches() || CHANGED.matcher(path).matches()) {
            return;
        }
        if (before.isFloatingPointNumber()) {
            assertClose(path, before.doubleValue(), now.doubleValue());
        } else if (before.isObject()) {
            assertThat(now.isObject()).as(path).isTrue();
        } else if (before.isArray()) {
            assertThat(now.size()).as(path).isEqualTo(before.size());
        } else {
            assertThat(now).as(path).isEqualTo(before);
        }
    }

    /** Sums may be added up in another order on another processor. */
    private static void assertClose(String what, double before, double now) {
        assertThat(now).as(what).isCloseTo(before, within(CLOSE * Math.max(1, Math.abs(before))));
    }

    /** Columns came at the end; the last row is of outputs, which have no rate any more. */
    private static void assertSameLayers(Path expected, Path actual) throws IOException {
        List<String> before = new ArrayList<>(Files.readAllLines(expected));
        List<String> now = new ArrayList<>(Files.readAllLines(actual));
        int columns = before.getFirst().split(",", -1).length;
        now.replaceAll(line -> String.join(",", List.of(line.split(",", -1)).subList(0, columns)));
        assertThat(before.removeLast()).startsWith("digit,");
        assertThat(now.removeLast()).startsWith("digit,");
        assertSameCsv(before, now, actual);
    }

    private static void assertSameCsv(Path expected, Path actual) throws IOException {
        assertSameCsv(Files.readAllLines(expected), Files.readAllLines(actual), actual);
    }

    private static void assertSameCsv(List<String> before, List<String> now, Path actual) {
        assertThat(now).hasSameSizeAs(before);
        // Later versions may add columns at the end.
        assertThat(now.getFirst()).startsWith(before.getFirst());
        for (int i = 1; i < before.size(); i++) {
            List<String> cells = List.of(before.get(i).split(",", -1));
            List<String> others = List.of(now.get(i).split(",", -1));
            assertThat(others).hasSizeGreaterThanOrEqualTo(cells.size());
            for (int c = 0; c < cells.size(); c++) {
                String what = "%s: line %d, cell %d".formatted(actual, i + 1, c + 1);
                if (cells.get(c).matches("-?\\d+\\.\\d+(E-?\\d+)?")) {
                    double value = Double.parseDouble(cells.get(c));
                    assertClose(what, value, Double.parseDouble(others.get(c)));
                } else {
                    assertThat(others.get(c)).as(what).isEqualTo(cells.get(c));
                }
            }
        }
    }

    private static void assertSameArrays(Path expected, Path actual) throws ProblemException {
        try (Npz before = Npz.open(expected);
                Npz now = Npz.open(actual)) {
            assertThat(now.names()).isEqualTo(before.names());
            for (String name : before.names()) {
                NpyArray array = before.array(name);
                NpyArray other = now.array(name);
                assertThat(other.type()).as(name).isEqualTo(array.type());
                assertThat(other.shape()).as(name).isEqualTo(array.shape());
                for (int i = 0; i < array.values().length; i++) {
                    assertClose(name, array.values()[i], other.values()[i]);
                }
            }
        }
    }
}
