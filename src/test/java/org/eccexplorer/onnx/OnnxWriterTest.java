package org.eccexplorer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.FoldedCnn;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.VectorBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written opens here again and gives the same outputs. */
class OnnxWriterTest {
    private static final Random RANDOM = new Random(5);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seq.keras",
                "corpus/inception_block.keras",
                "corpus/edges.keras",
                "corpus/normalised_input.keras",
                "corpus/mobile_block.keras",
                "corpus/convolutions.keras",
                "corpus/channels_first.keras",
                "corpus/dense_only.keras"
            })
    void aModelOfKerasGivesTheSameOutputs(String name) throws ProblemException, IOException {
        Network network = LoadedModel.open(Resources.path("keras/" + name)).network();
        assertSame(network, FoldedCnn.of(network, ConversionOptions.ecc()));
    }

    /** Convolution, batch normalisation, asymmetric padding, flattening, dense. */
    @Test
    void aFlatteningKeepsItsValuesInPlace() throws ProblemException, IOException {
        Shape input = new Shape(5, 4, 3);
        Network.Builder builder = new Network.Builder(input);
        SlidingWindow window = new SlidingWindow(3, 2, 2, 1, 1, 1, 0, 1, 1, 0);
        int at =
                builder.add(
                        "conv",
                        new Layer.Convolution(window, 1, 3, 6, random(3 * 2 * 3 * 6), random(6)),
                        0);
        at =
                builder.add(
                        "bn",
                        new Layer.BatchNormalization(
                                random(6), random(6), random(6), positive(6), 1e-3),
                        at);
        at = builder.add("relu", new Layer.Relu(6), at);
        Shape planes = builder.shape(at);
        int[] source = new int[planes.size()];
        java.util.Arrays.setAll(source, i -> i);
        Shape flat = new Shape(1, 1, planes.size());
        at = builder.add("flatten", new Layer.Rearrangement("flatten", planes, flat, source), at);
        at =
                builder.add(
                        "logits",
                        new Layer.Dense(flat.size(), 4, random(4 * flat.size()), random(4)),
                        at);
        builder.add("softmax", new Layer.Softmax(false), at);
        Network network = builder.build("small");
        Network folded = FoldedCnn.of(network, ConversionOptions.ecc());
        assertThat(folded.nodes())
                .as("the batch normalisation is in the convolution")
                .hasSize(network.nodes().size() - 1);
        assertSame(network, folded);
    }

    private void assertSame(Network network, Network folded) throws ProblemException, IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, OnnxWriter.model(folded, "0"));
        Network again = OnnxModels.read(ModelFile.read(file)).network();
        int images = 3;
        float[] pixels = positive(images * network.inputShape().size());
        float[] expected =
                new CnnEvaluator(network, new VectorBackend()).evaluate(pixels, 0, images);
        float[] outputs = new CnnEvaluator(again, new VectorBackend()).evaluate(pixels, 0, images);
        assertThat(outputs).hasSameSizeAs(expected);
        for (int i = 0; i < outputs.length; i++) {
            assertThat(outputs[i])
                    .isCloseTo(expected[i], within(1e-4f * Math.max(1, Math.abs(expected[i]))));
        }
    }

    private static float[] random(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return values;
    }

    private static float[] positive(int length) {
        float[] values = random(length);
        for (int i = 0; i < length; i++) {
            values[i] = Math.abs(values[i]) + 0.1f;
        }
        return values;
    }
}
