package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;

/** Holds a network's outputs against those that Keras computed. */
final class Golden {
    private Golden() {}

    /** Compares with {@code in0} and {@code out0} of the file beside the model. */
    static void assertSame(Path model, Network network, double tolerance) throws ProblemException {
        try (Npz npz = Npz.open(Fixtures.outputs(model))) {
            NpyArray images = npz.array("in0");
            int[] shape = images.shape();
            boolean planes = shape[shape.length - 1] != network.inputShape().channels();
            float[] pixels = images.floats();
            assertSame(
                    network,
                    planes ? channelsLast(pixels, network.inputShape()) : pixels,
                    npz.array("out0").floats(),
                    tolerance);
        }
    }

    /** Networks take channels-last images, whatever order the model was trained with. */
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

    /**
     * Compares the outputs of a batch.
     *
     * @param tolerance relative to the largest output in magnitude
     */
    static void assertSame(Network network, float[] images, float[] expected, double tolerance) {
        int count = images.length / network.inputShape().size();
        float[] outputs = new CnnEvaluator(network, new ScalarBackend()).evaluate(images, 0, count);
        assertThat(outputs).hasSameSizeAs(expected);
        double largest = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs(outputs[i] - expected[i]));
        }
        assertThat(largest).isPositive();
        assertThat(error / largest).as("largest error over largest output").isLessThan(tolerance);
    }
}
