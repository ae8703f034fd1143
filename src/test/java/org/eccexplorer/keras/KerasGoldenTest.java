package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eccexplorer.Resources;
import org.eccexplorer.array.Npz;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks read from files of real Keras versions give Keras's own outputs. */
class KerasGoldenTest {

    @ParameterizedTest
    @CsvSource({
        "seq.keras, 1e-5",
        "seq.h5, 1e-5",
        "fun.keras, 1e-5",
        "fun.h5, 1e-5",
        "k2seq.h5, 1e-5",
        "k2fun.h5, 1e-5",
        "old.h5, 1e-5",
        // Keras computed these two in float16.
        "mf16.keras, 1e-3",
        "mf16.h5, 1e-3"
    })
    void givesTheOutputsOfKeras(String name, double tolerance) throws ProblemException {
        Path file = Fixtures.path(name);
        Golden.assertSame(file, KerasModels.read(file).network(), tolerance);
    }

    @ParameterizedTest
    @CsvSource({"fashion-cnn.keras, keras", "fashion-cnn.h5, h5"})
    void givesTheOutputsOfKerasOnTheSamplesTestImages(String name, String outputs)
            throws ProblemException {
        Path images = Fixtures.sample("test-images-idx3-ubyte.gz");
        LabelledImages bytes = DataSets.open(images.toString(), null);
        float[] pixels = bytes.scaled(1 / 255.0).batch(0, bytes.count());
        Network network = KerasModels.read(Fixtures.sample(name)).network();
        try (Npz npz = Npz.open(Resources.path("sample/keras-outputs.npz"))) {
            Golden.assertSame(network, pixels, npz.array(outputs).floats(), 1e-5);
        }
    }

    @Test
    void readsTheSampleAlikeFromBothFormats() throws ProblemException {
        TrainedModel archive = KerasModels.read(Fixtures.sample("fashion-cnn.keras"));
        TrainedModel legacy = KerasModels.read(Fixtures.sample("fashion-cnn.h5"));

        assertThat(archive.format()).isEqualTo("Keras 3.15.1 (.keras)");
        assertThat(legacy.format()).isEqualTo("Keras 2.21.0 (.h5)");
        assertThat(archive.warnings()).isEmpty();
        assertThat(legacy.warnings()).isEmpty();
        assertThat(archive.network().nodes())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(legacy.network().nodes());
    }

    @Test
    void saysWhereAModelComesFrom() throws ProblemException {
        TrainedModel model = KerasModels.read(Fixtures.path("seq.keras"));

        assertThat(model.sha256())
                .isEqualTo("7d1ab45a22e9206ab62be513281c3f7718281e73971850809a039e156582222a");
        assertThat(model.rescales()).isTrue();
    }

    @Test
    void prefixesTheLayersOfNestedModels() throws ProblemException {
        Network network = KerasModels.read(Fixtures.path("fun.keras")).network();

        assertThat(network.nodes())
                .extracting(Node::name)
                .contains("inner/conv2d_1", "inner/re_lu_1");
        assertThat(network.nodes())
                .extracting(Node::layer)
                .hasAtLeastOneElementOfType(Layer.Sum.class)
                .hasAtLeastOneElementOfType(Layer.Concatenation.class);
    }
}
