package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.network.Layer;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every small model that Keras or PyTorch wrote, converted: its rates follow the CNN's activations.
 */
class ConvertedCorpusTest {
    private static final int TIMESTEPS = 1024;

    private static final ConversionOptions OPTIONS =
            ConversionOptions.ecc().with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.AVERAGE);

    /** Some are no classifiers, and are refused. */
    private static boolean isConverted(Path file) {
        try {
            Conversion.of(LoadedModel.open(file).network(), OPTIONS);
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problems().getFirst().kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
            return false;
        }
    }

    @Test
    void mostOfThemAreConverted() throws Exception {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(45);
    }

    static List<Path> models() throws Exception {
        List<Path> models = new ArrayList<>();
        for (String folder : List.of("keras/corpus", "keras/corpus/keras2", "torch")) {
            try (Stream<Path> files = Files.list(Resources.path(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(keras|pt2)"))
                        .filter(ConvertedCorpusTest::isConverted)
                        .sorted()
                        .forEach(models::add);
            }
        }
        return models;
    }

    @ParameterizedTest
    @MethodSource("models")
    void ratesFollowActivations(Path file) throws ProblemException {
        LoadedModel model = LoadedModel.open(file);
        boolean fires =
                model.network().nodes().stream().anyMatch(n -> n.layer() instanceof Layer.Relu);
        LabelledImages images = images(file, model.network().inputShape());
        Settings settings = Settings.standard().withTimesteps(TIMESTEPS).with(OPTIONS);
        Prepared prepared = Prepared.of(model, images, settings, new Cancellation());
        RunSnapshot run = new RunJob(prepared, images).run(tally -> {}, new Cancellation());
        int compared = 0;
        for (LayerMeasures layer : run.layers()) {
            double r = layer.agreement().pearson();
            if (!Double.isNaN(r)) {
                assertThat(r).as(file.getFileName() + ", " + layer.name()).isGreaterThan(0.99);
                compared++;
            }
        }
        assertThat(compared).as("layers that vary").isGreaterThan(fires ? 1 : 0);
    }

    private static LabelledImages images(Path model, Shape shape) throws ProblemException {
        String name = model.getFileName().toString().replace(".pt2", "") + ".io.npz";
        try (Npz npz = Npz.open(model.resolveSibling(name))) {
            NpyArray array = npz.array("in0");
            int[] dims = array.shape();
            float[] pixels = array.floats();
            boolean planes = dims[dims.length - 1] != shape.channels();
            return new LabelledImages(
                    model.getFileName().toString(),
                    shape,
                    planes ? channelsLast(pixels, shape) : pixels,
                    new int[0],
                    List.of(),
                    false);
        }
    }

    private static float[] channelsLast(float[] planes, Shape shape) {
        float[] pixels = new float[planes.length];
        for (int i = 0; i < planes.length; i++) {
            int image = i / shape.size();
            int channel = i % shape.size() / shape.pixels();
            int pixel = i % shape.pixels();
            pixels[image * shape.size() + pixel * shape.channels() + channel] = planes[i];
        }
        return pixels;
    }
}
