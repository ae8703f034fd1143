package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.NpyArray;
import org.eccexplorer.dataset.Npz;
import org.eccexplorer.dataset.Samples;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imported networks against what Keras itself computed with the same file. */
class GoldenTest {

    @ParameterizedTest
    @CsvSource({
        "seq.h5,1e-5",
        "seq.keras,1e-5",
        "fun.h5,1e-5",
        "fun.keras,1e-5",
        "k2seq.h5,1e-5",
        "old.h5,1e-5",
        "mf16.h5,2e-3",
        "mf16.keras,2e-3"
    })
    void outputsAreThoseOfKeras(String name, double tolerance) throws ProblemException {
        Network network = KerasModels.read(Files.fixture(name)).network();
        try (Npz npz = Npz.open(Files.fixture(name + ".io.npz"))) {
            NpyArray in = npz.array("in0");
            NpyArray expected = npz.array("out0");
            agrees(network, in.floats(), in.shape()[0], expected.floats(), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"fashion-cnn.keras,keras", "fashion-cnn.h5,h5"})
    void theSampleAnswersAsInKeras(String file, String key) throws ProblemException {
        Path model = Samples.folder().resolve("fashion-mnist").resolve(file);
        Network network = KerasModels.read(model).network();
        float[] images =
                DataSets.open(Samples.open("fashion-mnist").test(), null)
                        .scaled(1 / 255.0)
                        .pixels();
        try (Npz npz = Npz.open(Files.resource("/org/eccexplorer/sample/keras-outputs.npz"))) {
            agrees(network, images, 1000, npz.array(key).floats(), 1e-5);
        }
    }

    private static void agrees(
            Network network, float[] images, int count, float[] expected, double tolerance) {
        float[] found =
                new CnnEvaluator(network, DenseBackends.chosen()).evaluate(images, 0, count);
        assertThat(found).hasSameSizeAs(expected);
        int classes = expected.length / count;
        for (int i = 0; i < count; i++) {
            double largest = 0;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, Math.abs(expected[i * classes + c]));
            }
            for (int c = i * classes; c < (i + 1) * classes; c++) {
                assertThat((double) Math.abs(found[c] - expected[c]))
                        .isLessThanOrEqualTo(tolerance * largest);
            }
        }
    }

    @Test
    void bothFilesOfTheSampleHoldTheSameNetwork() throws ProblemException {
        Path folder = Samples.folder().resolve("fashion-mnist");
        Network keras = KerasModels.read(folder.resolve("fashion-cnn.keras")).network();
        Network h5 = KerasModels.read(folder.resolve("fashion-cnn.h5")).network();
        assertThat(h5.parameters()).isEqualTo(keras.parameters()).isEqualTo(422_538);
        assertThat(h5.nodes().stream().map(node -> node.shape()))
                .isEqualTo(keras.nodes().stream().map(node -> node.shape()).toList());
    }

    @Test
    void theModelIsDescribed() throws ProblemException {
        KerasModel model = KerasModels.read(Files.fixture("seq.keras"));
        assertThat(model.format()).isEqualTo("Keras 3.15.1 (.keras)");
        assertThat(model.rescales()).isTrue();
        assertThat(model.sha256()).hasSize(64);
        assertThat(model.warnings()).isEmpty();
    }
}
