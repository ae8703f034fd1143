package org.eccexplorer.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.HdfValues;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written against the format's own definition: nir/ir and nir/serialization.py, 1.0.7. */
class WrittenFileTest {
    private static final int T = 8;

    /** The fields of each class; its constructor refuses a file with any other. */
    private static final Map<String, Set<String>> FIELDS =
            Map.of(
                    "Input", Set.of("shape"),
                    "Output", Set.of("shape"),
                    "Affine", Set.of("weight", "bias"),
                    "Conv2d",
                            Set.of(
                                    "input_shape",
                                    "weight",
                                    "bias",
                                    "stride",
                                    "padding",
                                    "dilation",
                                    "groups"),
                    "IF", Set.of("r", "v_threshold", "v_reset"),
                    "SumPool2d", Set.of("kernel_size", "stride", "padding"),
                    "AvgPool2d", Set.of("kernel_size", "stride", "padding"),
                    "Flatten", Set.of("start_dim", "end_dim", "input_type"));

    @TempDir private Path folder = Path.of("");

    private Path written(Profile profile) throws ProblemException {
        SpikingNetwork network =
                Converted.of(RandomNetworks.wide(3, 5), ConversionOptions.ecc(), 1).spiking();
        Path file = folder.resolve(profile.word() + ".nir");
        NirWriter.write(file, NirWriter.bytes(GraphBuilder.write(network, profile, T).graph()));
        return file;
    }

    @ParameterizedTest
    @EnumSource(value = Profile.class, mode = EnumSource.Mode.EXCLUDE, names = "SPINNAKER2")
    void everyNodeHasTheFieldsOfItsClassAndNoOthers(Profile profile) throws Exception {
        Path file = written(profile);
        Set<String> types = new TreeSet<>();
        try (HdfContainer hdf = HdfContainer.open(file)) {
            assertThat(hdf.children("/")).containsOnlyKeys("version", "node");
            assertThat(hdf.children("/node"))
                    .containsOnlyKeys("type", "edges", "nodes", "metadata");
            assertThat(text(hdf, "/version")).isEqualTo("1.0.7");
            assertThat(text(hdf, "/node/type")).isEqualTo("NIRGraph");
            for (String name : hdf.children("/node/nodes").keySet()) {
                assertThat(name).matches("[A-Za-z0-9_]+");
                String path = "/node/nodes/" + name;
                String type = text(hdf, path + "/type");
                types.add(type);
                Set<String> fields = new TreeSet<>(hdf.children(path).keySet());
                fields.remove("type");
                assertThat(fields).as(type).isEqualTo(new TreeSet<>(FIELDS.get(type)));
            }
        }
        assertThat(types)
                .contains(profile.averages() ? "AvgPool2d" : "SumPool2d")
                .doesNotContain(profile.averages() ? "SumPool2d" : "AvgPool2d");
        assertThat(types.contains("Flatten")).isEqualTo(profile.flattens());
    }

    private static String text(HdfContainer hdf, String path) throws ProblemException {
        return HdfValues.text(path, Objects.requireNonNull(hdf.dataset(path)));
    }

    /** Type inference of the format takes the rows of a kernel for its columns too. */
    @Test
    void kernelsAreSquareAndFitWhatTheyRead() throws Exception {
        for (long seed = 0; seed < 40; seed++) {
            SpikingNetwork network =
                    Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed).spiking();
            GraphBuilder.Written written;
            try {
                written = GraphBuilder.write(network, Profile.PLAIN, T);
            } catch (ProblemException refused) {
                assertThat(refused.problems().getFirst().message()).contains("convolution");
                continue;
            }
            for (NirNode node : written.graph().nodes().values()) {
                if (node instanceof NirNode.Convolution c) {
                    assertThat(c.kernel()[2]).isEqualTo(c.kernel()[3]);
                    assertThat(c.slide().groups()).isOne();
                }
            }
            NirModels.spiking("random", written.graph());
        }
    }

    @Test
    void neuronsHaveTheResistanceAndTheShapeThatTheReaderWants() throws Exception {
        for (Profile profile : new Profile[] {Profile.SNNTORCH, Profile.SPIKINGJELLY}) {
            NirGraph graph = NirReader.read(ModelFile.read(written(profile)));
            float r = profile == Profile.SNNTORCH ? 1 : 10_000;
            for (NirNode node : graph.nodes().values()) {
                if (node instanceof NirNode.IntegrateAndFire neurons) {
                    assertThat(neurons.r()).containsOnly(r);
                    assertThat(neurons.reset()).containsOnly(0);
                    assertThat(Arrays.stream(neurons.shape()).reduce(1, (a, b) -> a * b))
                            .isEqualTo(neurons.threshold().length);
                }
            }
        }
    }

    @Test
    void twoFilesOfTheSameNetworkAreTheSame() throws Exception {
        byte[] first = Files.readAllBytes(written(Profile.PLAIN));
        byte[] second = Files.readAllBytes(written(Profile.PLAIN));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatNirHasNoWordsForIsRefusedWithWhatToDo() throws Exception {
        refused(ConversionOptions.ecc().with(ConversionOptions.LEAK, 0.1), "--leak 0");
        refused(
                ConversionOptions.ecc().with(ConversionOptions.NEURONS, Neurons.SIGNED),
                "--neurons plain");
        SpikingNetwork gates =
                Converted.of(
                                RandomNetworks.withMaximumPooling(),
                                ConversionOptions.ecc()
                                        .with(
                                                ConversionOptions.MAXIMUM_POOLING,
                                                MaximumPooling.GATE),
                                1)
                        .spiking();
        refused(gates, Profile.PLAIN, "--max-pooling average");
        SpikingNetwork silent =
                Converted.of(RandomNetworks.wide(3, 5), ConversionOptions.ecc(), 1).spiking();
        refused(silent, Profile.SPINNAKER2, "--readout spikes");
    }

    private static void refused(ConversionOptions options, String remedy) throws Exception {
        refused(
                Converted.of(RandomNetworks.wide(3, 5), options, 1).spiking(),
                Profile.PLAIN,
                remedy);
    }

    private static void refused(SpikingNetwork network, Profile profile, String remedy) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> GraphBuilder.write(network, profile, T))
                .satisfies(refused ->
                        assertThat(refused.problems().getFirst().message()).contains(remedy));
    }
}
