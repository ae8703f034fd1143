package org.eccexplorer.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.array.Npz;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.nir.certificate.ReaderRule;
import org.eccexplorer.nir.certificate.ReaderRule.Delay;
import org.eccexplorer.nir.certificate.ReaderSimulation;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the nir package wrote, beside what a plain loop in PyTorch makes of them. */
class ForeignFilesTest {
    private static final int T = 16;

    @TempDir private Path folder = Path.of("");

    private static Path file(String name) throws Exception {
        return Resources.path("nir/" + name + ".nir");
    }

    private static SpikingNetwork network(String name) throws Exception {
        return NirModels.spiking(name, NirReader.read(ModelFile.read(file(name))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pooled", "pooled_1_0_5", "summed", "residual", "vectors", "sequence"})
    void everyNeuronSpikesAsInPyTorch(String name) throws Exception {
        SpikingNetwork network = network(name);
        boolean subtracts = !network.dynamics().resetsToZero();
        assertThat(subtracts).isEqualTo(name.equals("pooled_1_0_5"));
        ReaderRule rule = new ReaderRule(subtracts, 1, false, false, true, false, Delay.NONE);
        ReaderSimulation simulation = new ReaderSimulation(network, rule);
        try (Npz npz = Npz.open(Resources.path("nir/" + name + ".io.npz"))) {
            float[] images = npz.array("x").floats();
            int size = network.input().size();
            for (int image = 0; image < images.length / size; image++) {
                float[] planes = Arrays.copyOfRange(images, image * size, (image + 1) * size);
                ReaderSimulation.Run run =
                        simulation.run(last(planes, network.input()), T, () -> false);
                int firing = 0;
                for (int l = 0; l < network.layers().size(); l++) {
                    if (network.layers().get(l).fires()) {
                        float[] counts = npz.array("count" + firing++).floats();
                        Shape shape = network.layers().get(l).shape();
                        float[] expected =
                                Arrays.copyOfRange(
                                        counts, image * shape.size(), (image + 1) * shape.size());
                        assertThat(run.counts().get(l)).isEqualTo(last(expected, shape));
                    }
                }
                assertThat(firing).isPositive();
            }
        }
    }

    /** Values in the order of channels, rows and columns as rows, columns and channels. */
    private static float[] last(float[] planes, Shape shape) {
        float[] last = new float[planes.length];
        for (int i = 0; i < last.length; i++) {
            last[i] = planes[i % shape.channels() * shape.pixels() + i / shape.channels()];
        }
        return last;
    }

    @ParameterizedTest
    @CsvSource({
        "bad_lif, UNSUPPORTED, LIF neurons lose charge",
        "bad_cycle, UNSUPPORTED, in a circle",
        "bad_missing_node, CORRUPT, a node that is not there: \"nowhere\"",
        "bad_shape, CORRUPT, 'node b'",
        "bad_nan, CORRUPT, 1 of 12 values",
        "bad_newer, UNSUPPORTED, version 2.0.0",
        "bad_reset, UNSUPPORTED, a spike resets V to −0.5",
        "bad_two_outputs, UNSUPPORTED, 1 Input and 2 Output nodes",
        "bad_delay, UNSUPPORTED, a Delay node",
        "bad_unread, CORRUPT, no edge leads to it",
        "bad_field, CORRUPT, the field \"weight\" is missing",
        "bad_type, UNSUPPORTED, \"Izhikevich\" is unknown",
        "bad_threshold, CORRUPT, not above 0",
        "bad_edges, CORRUPT, '\"edges\" has the shape [1, 3], not [n, 2]'",
        "bad_texts, CORRUPT, 'texts, not numbers'",
    })
    void whatCannotBeSimulatedIsRefusedByName(String name, Problem.Kind kind, String said)
            throws Exception {
        ModelFile file = ModelFile.read(file(name));
        assertThat(NirModels.isOne(file)).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> NirModels.read(file))
                .satisfies(refused -> {
                    Problem problem = refused.problems().getFirst();
                    assertThat(problem.message()).contains(said);
                    assertThat(problem.kind()).isEqualTo(kind);
                });
    }

    /** Cut anywhere, or with a byte changed, a file is read as it was or refused. */
    @Test
    void damagedFilesAreRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file("residual"));
        for (int i = 1; i < 60; i++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * i / 60);
            byte[] changed = whole.clone();
            changed[(int) ((long) whole.length * i / 61)] ^= (byte) (1 << i % 8);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> read(cut));
            try {
                read(changed);
            } catch (ProblemException refused) {
                assertThat(refused.problems()).isNotEmpty();
            }
        }
    }

    /** What is no HDF5 at all is told what it is, as with other formats. */
    @ParameterizedTest
    @CsvSource({
        "version https://git-lfs.github.com/spec/v1, UNSUPPORTED, git lfs pull",
        "<!DOCTYPE html><html>, UNSUPPORTED, HTML",
        "nothing known, CORRUPT, not an HDF5 file",
        "'', CORRUPT, empty",
    })
    void whatIsNoNirAtAllIsTold(String content, Problem.Kind kind, String said) throws Exception {
        Path file = folder.resolve("net.nir");
        Files.writeString(file, content);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LoadedModel.open(file))
                .satisfies(refused -> {
                    Problem problem = refused.problems().getFirst();
                    assertThat(problem.message()).contains(said);
                    assertThat(problem.kind()).isEqualTo(kind);
                });
    }

    private void read(byte[] bytes) throws Exception {
        Path file = folder.resolve("damaged.nir");
        Files.write(file, bytes);
        NirModels.read(ModelFile.read(file));
    }
}
