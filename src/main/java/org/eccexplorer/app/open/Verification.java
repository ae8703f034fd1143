package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * How far the imported CNN is from what the trained one computed.
 *
 * @param absoluteError largest absolute difference of an output
 * @param relativeError the same over the largest absolute output of its image, at least 1e-3
 * @param sameClass images of which the largest output is the same
 */
public record Verification(int images, double absoluteError, double relativeError, int sameClass) {
    /** Largest relative error that passes. */
    public static final double TOLERANCE = 1e-4;

    /** Runs the CNN on the inputs in an NPZ archive and compares with the outputs there. */
    public static Verification of(LoadedModel model, Path file, String inputs, String outputs)
            throws ProblemException {
        float[] x;
        float[] y;
        try (Npz npz = Npz.open(file)) {
            NpyArray in = npz.array(inputs);
            NpyArray out = npz.array(outputs);
            x = channelsLast(in, model.network().inputShape());
            y = out.floats();
        }
        int size = model.network().inputShape().size();
        int classes = model.network().outputShape().size();
        int count = x.length / size;
        if (count == 0 || x.length % size != 0 || y.length != count * classes) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    file.toString(),
                    Texts.text("app.open.arraysDoNotFit"),
                    Texts.text(
                            "app.open.arraysExpected",
                            Numbers.count(count),
                            size,
                            Numbers.count(count),
                            classes,
                            Numbers.count(x.length),
                            Numbers.count(y.length)),
                    Texts.text("app.open.writeAgain"));
        }
        float[] found = model.cnn().evaluate(x, 0, count);
        return compare(found, y, count, classes);
    }

    /** The inputs as the network takes them; PyTorch has the channels before the rows. */
    private static float[] channelsLast(NpyArray inputs, Shape shape) {
        int[] dimensions = inputs.shape();
        float[] values = inputs.floats();
        int[] planes = {shape.channels(), shape.height(), shape.width()};
        boolean first =
                dimensions.length == 4
                        && dimensions[3] != shape.channels()
                        && Arrays.equals(Arrays.copyOfRange(dimensions, 1, 4), planes);
        if (!first) {
            return values;
        }
        float[] turned = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int image = i / shape.size() * shape.size();
            int channel = i % shape.size() / shape.pixels();
            turned[image + i % shape.pixels() * shape.channels() + channel] = values[i];
        }
        return turned;
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
