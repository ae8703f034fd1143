package org.eccexplorer.app;

import java.nio.file.Path;
import org.eccexplorer.dataset.NpyArray;
import org.eccexplorer.dataset.Npz;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;

/**
 * How far the imported CNN is from what Keras computed.
 *
 * @param absoluteError largest absolute difference of an output
 * @param relativeError the same over the largest absolute output of its image, at least 1e-3
 * @param sameClass images of which the largest output is the same
 */
public record Verification(int images, double absoluteError, double relativeError, int sameClass) {
    /** Largest relative error that passes. */
    public static final double TOLERANCE = 1e-4;

    /** Names of the arrays that the lines of Python write. */
    public static final String INPUTS = "in0";

    public static final String OUTPUTS = "out0";

    /** Six lines of Python that write verify.npz for a model. */
    public static String python(LoadedModel model) {
        return """
        import keras, numpy as np
        model = keras.models.load_model("%s")
        shape = (100, *model.input_shape[1:])
        x = np.random.default_rng(1).random(shape, dtype="float32")%s
        y = model.predict(x)
        np.savez("verify.npz", %s=x, %s=y)
        """
                .formatted(
                        model.file().getFileName(),
                        model.model().rescales() ? " * 255" : "",
                        INPUTS,
                        OUTPUTS);
    }

    /** Runs the CNN on the inputs in an NPZ archive and compares with the outputs there. */
    public static Verification of(LoadedModel model, Path file, String inputs, String outputs)
            throws ProblemException {
        float[] x;
        float[] y;
        try (Npz npz = Npz.open(file)) {
            NpyArray in = npz.array(inputs);
            NpyArray out = npz.array(outputs);
            x = in.floats();
            y = out.floats();
        }
        int size = model.network().inputShape().size();
        int classes = model.network().outputShape().size();
        int count = x.length / size;
        if (count == 0 || x.length % size != 0 || y.length != count * classes) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    file.toString(),
                    "The arrays do not fit the model",
                    "%,d inputs of %d and %,d outputs of %d were expected; there are %,d and %,d values"
                            .formatted(count, size, count, classes, x.length, y.length),
                    "Write the file again with this model");
        }
        float[] found = model.cnn().evaluate(x, 0, count);
        return compare(found, y, count, classes);
    }

    private static Verification compare(float[] found, float[] expected, int count, int classes) {
        double absolute = 0;
        double relative = 0;
        for (int i = 0; i < count; i++) {
            double largest = 1e-3;
            double difference = 0;
            for (int c = i * classes; c < (i + 1) * classes; c++) {
                largest = Math.max(largest, Math.abs(expected[c]));
                difference = Math.max(difference, Math.abs(found[c] - expected[c]));
            }
            absolute = Math.max(absolute, difference);
            relative = Math.max(relative, difference / largest);
        }
        int[] ours = ClosedForm.answers(found, classes);
        int[] theirs = ClosedForm.answers(expected, classes);
        int same = 0;
        for (int i = 0; i < count; i++) {
            same += ours[i] == theirs[i] ? 1 : 0;
        }
        return new Verification(count, absolute, relative, same);
    }
}
