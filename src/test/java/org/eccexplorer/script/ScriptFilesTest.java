package org.eccexplorer.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.export.ScriptRun;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.SpikingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a script, without running it. */
class ScriptFilesTest {
    private static final int IMAGES = 3;

    @TempDir private Path folder;

    @Test
    void theHeaderOfTensorsIsAsTheFormatSays() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("a.bias", NpyArray.of(new float[] {1, -2.5f, 3, 4}, 2, 2));
        arrays.put("a.start", NpyArray.of(new int[] {0, 7, -1}, 3));
        assertThat(new String(SafeTensors.header(arrays), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"__metadata__\":{\"format\":\"pt\"},"
                                + "\"a.bias\":{\"dtype\":\"F32\",\"shape\":[2,2],"
                                + "\"data_offsets\":[0,16]},"
                                + "\"a.start\":{\"dtype\":\"I32\",\"shape\":[3],"
                                + "\"data_offsets\":[16,28]}}      ");
        assertThat(SafeTensors.header(arrays).length % 8).isZero();
    }

    @Test
    void theTensorsFollowTheHeader() throws IOException, ProblemException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("x", NpyArray.of(new float[] {1, -2.5f}, 2));
        arrays.put("n", NpyArray.of(new int[] {-7}, 1));
        SafeTensors.write(folder.resolve("t.safetensors"), arrays);
        ByteBuffer all =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("t.safetensors")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long header = all.getLong();
        assertThat(header % 8).isZero();
        all.position((int) (8 + header));
        assertThat(all.getFloat()).isEqualTo(1);
        assertThat(all.getFloat()).isEqualTo(-2.5f);
        assertThat(all.getInt()).isEqualTo(-7);
        assertThat(all.remaining()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ScriptKind.class)
    void aFolderHasAllThatAScriptNeeds(ScriptKind kind) throws IOException, ProblemException {
        Prepared prepared = prepared(ConversionOptions.THETA, 0.5);
        Experiment experiment = Experiment.sample("digits", IMAGES);
        Expected expected =
                ScriptRun.expected(
                        prepared,
                        experiment.test(),
                        Reading.from(2),
                        done -> {},
                        new Cancellation());
        ScriptFiles.write(folder, kind, prepared.network(), experiment.test(), expected);
        assertThat(folder)
                .isDirectoryContaining("glob:**/run.py")
                .isDirectoryContaining("glob:**/network.json")
                .isDirectoryContaining("glob:**/README.md");
        assertThat(Files.readString(folder.resolve("run.py")))
                .as("what is written is what was tested")
                .isEqualTo(resource(kind.word() + ".py"));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("experiment.json").toFile());
        assertThat(json.get("timesteps").asInt()).isEqualTo(8);
        assertThat(json.get("readFrom").asInt()).isEqualTo(2);
        assertThat(json.at("/expected/answers")).hasSize(IMAGES);
        assertThat(json.at("/expected/spikes")).hasSize(prepared.network().layers().size());
        String header = header(folder.resolve("images.safetensors"));
        assertThat(header).contains("\"images\":{\"dtype\":\"F32\",\"shape\":[3,8,8,1]");
        assertThat(header).contains("\"counts.2\":{\"dtype\":\"F32\",\"shape\":[3,10]");
    }

    /** The counts that are written are those whose sum is written. */
    @Test
    void theCountsAddUpToTheSpikes() throws ProblemException {
        Prepared prepared = prepared(ConversionOptions.THETA, 0.5);
        Expected expected =
                ScriptRun.expected(
                        prepared,
                        Experiment.sample("digits", IMAGES).test(),
                        Reading.PLAIN,
                        done -> {},
                        new Cancellation());
        for (int l = 0; l < prepared.network().layers().size(); l++) {
            double sum = 0;
            for (List<float[]> image : expected.counts()) {
                for (float count : image.get(l)) {
                    sum += count;
                }
            }
            assertThat(sum).isEqualTo(expected.spikes()[l]);
        }
        assertThat(expected.spikes()[0]).isPositive();
    }

    @Test
    void whatASimulatorDoesNotHaveIsRefusedWithTheWayOut() throws ProblemException {
        SpikingNetwork signed = prepared(ConversionOptions.NEURONS, Neurons.SIGNED).network();
        SpikingNetwork leaky = prepared(ConversionOptions.LEAK, 0.1).network();
        SpikingNetwork random = prepared(ConversionOptions.INPUT, InputCoding.POISSON).network();
        refused(ScriptKind.SPIKINGJELLY, signed, "--neurons plain");
        refused(ScriptKind.BRIAN2, signed, "--neurons plain");
        refused(ScriptKind.SPIKINGJELLY, leaky, "--leak");
        refused(ScriptKind.BRIAN2, random, "--input constant");
        ScriptFiles.check(ScriptKind.PYTORCH, signed);
        ScriptFiles.check(ScriptKind.PYTORCH, random);
        ScriptFiles.check(ScriptKind.BRIAN2, leaky);
        ScriptFiles.check(ScriptKind.SPIKINGJELLY, random);
    }

    private static void refused(ScriptKind kind, SpikingNetwork network, String wayOut) {
        assertThatThrownBy(() -> ScriptFiles.check(kind, network))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> {
                            assertThat(e.problems().getFirst().kind())
                                    .isEqualTo(Problem.Kind.UNSUPPORTED);
                            assertThat(e.problems().getFirst().remedy()).contains(wayOut);
                        });
    }

    private static <T> Prepared prepared(Option<T> option, T value) throws ProblemException {
        Experiment experiment = Experiment.sample("digits", IMAGES);
        Settings settings =
                Settings.standard()
                        .withTimesteps(8)
                        .withThreads(1)
                        .with(ConversionOptions.ecc().with(option, value));
        return Prepared.of(
                experiment.model(), experiment.calibration(), settings, new Cancellation());
    }

    private static String resource(String name) throws IOException {
        try (var in = ScriptFiles.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String header(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        return new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
    }
}
