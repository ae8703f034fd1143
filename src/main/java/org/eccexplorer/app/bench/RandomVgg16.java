package org.eccexplorer.app.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.tensor.Shape;

/**
 * A VGG-16 for 32 × 32 colour images with random weights (Simonyan, Zisserman 2015, configuration
 * D, one dense layer, average pooling): 13 convolutions, 313 million MACs at full width. For
 * measuring speed at a chosen mean firing rate, which a trained model would not allow.
 */
public final class RandomVgg16 {
    /** Channels of the first layer as published; all others are multiples of it. */
    public static final int WIDTH = 64;

    private static final int[][] STAGES = {{1, 1}, {2, 2}, {4, 4, 4}, {8, 8, 8}, {8, 8, 8}};
    private static final int CLASSES = 10;
    private static final int SEARCH_IMAGES = 2;

    private RandomVgg16() {}

    /**
     * The model with random images that let it fire at a mean rate. Without biases all rates are
     * proportional to the brightness of the images, λ being measured on the brightest.
     *
     * @param rate mean over all neurons and timesteps, spikes per timestep
     * @param width channels of the first layer
     */
    public static Experiment at(double rate, int images, int width, Settings settings)
            throws ProblemException {
        Network network = network(new Random(1), width);
        LoadedModel model =
                new LoadedModel(
                        ModelSource.of(Path.of("random VGG-16")),
                        new TrainedModel(
                                network,
                                "random",
                                "0".repeat(64),
                                new Conventions(false, false),
                                List.of()),
                        new CnnEvaluator(network, DenseBackends.chosen()));
        LabelledImages bright = images(Math.max(images, SEARCH_IMAGES), network.inputShape());
        double brightness = 1;
        for (int i = 0; i < 4; i++) {
            Experiment tried =
                    experiment(model, bright.limit(SEARCH_IMAGES).scaled(brightness), bright);
            brightness *= rate / meanRate(tried, settings);
        }
        return experiment(model, bright.limit(images).scaled(brightness), bright);
    }

    private static Experiment experiment(
            LoadedModel model, LabelledImages test, LabelledImages calibration) {
        return new Experiment(
                model, test, calibration, "random", "random", List.of(), List.of(), List.of());
    }

    private static double meanRate(Experiment experiment, Settings settings)
            throws ProblemException {
        Cancellation never = new Cancellation();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, never);
        RunSnapshot run = new RunJob(prepared, experiment.test()).run(tally -> {}, never);
        return run.meanRate();
    }

    private static LabelledImages images(int count, Shape shape) {
        Random random = new Random(2);
        float[] pixels = new float[count * shape.size()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new LabelledImages("random", shape, pixels, new int[0], List.of(), false);
    }

    private static Network network(Random random, int narrowest) {
        Network.Builder builder = new Network.Builder(new Shape(32, 32, 3));
        int node = 0;
        int channels = 3;
        for (int stage = 0; stage < STAGES.length; stage++) {
            for (int layer = 0; layer < STAGES[stage].length; layer++) {
                int width = narrowest * STAGES[stage][layer];
                String name = "conv" + (stage + 1) + "_" + (layer + 1);
                SlidingWindow window = SlidingWindow.same(3, 3, 1, 1, 1, 1, builder.shape(node));
                float[] kernel = weights(random, 9 * channels, width);
                node =
                        builder.add(
                                name,
                                new Layer.Convolution(
                                        window, 1, channels, width, kernel, new float[width]),
                                node);
                node = builder.add(name + "_relu", new Layer.Relu(Float.POSITIVE_INFINITY), node);
                channels = width;
            }
            node =
                    builder.add(
                            "pool" + (stage + 1),
                            new Layer.Pooling(
                                    Layer.Pooling.Kind.AVERAGE, SlidingWindow.valid(2, 2, 2, 2)),
                            node);
        }
        builder.add(
                "logits",
                new Layer.Dense(
                        channels, CLASSES, weights(random, channels, CLASSES), new float[CLASSES]),
                node);
        return builder.build("random VGG-16");
    }

    /** Normal with variance 2/inputs (He et al. 2015), in each column summing to zero. */
    private static float[] weights(Random random, int inputs, int outputs) {
        float[] weights = new float[inputs * outputs];
        double[] sums = new double[outputs];
        double deviation = Math.sqrt(2.0 / inputs);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (random.nextGaussian() * deviation);
            sums[i % outputs] += weights[i];
        }
        Arrays.setAll(sums, o -> sums[o] / inputs);
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= (float) sums[i % outputs];
        }
        return weights;
    }
}
