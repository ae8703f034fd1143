package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TwoClasses;
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
    /** Largest relative error that passes, of a model that calculates in float32. */
    public static final double TOLERANCE = 1e-4;

    /** Runs the CNN on the inputs in an NPZ archive and compares with the outputs there. */
    public static Verification of(LoadedModel model, Path file, String inputs, String outputs)
            throws ProblemException {
        Network network = model.network();
        boolean planes = model.hasPlanesFirst();
        float[] x;
        float[] y;
        try (Npz npz = Npz.open(file)) {
            x = channelsLast(npz.array(inputs), network.inputShape(), planes);
            y = channelsLast(npz.array(outputs), network.outputShape(), planes);
        }
        int size = network.inputShape().size();
        int count = x.length / size;
        boolean single = TwoClasses.areIn(network) && y.length == count;
        int values = single ? 1 : network.outputShape().size();
        if (count == 0 || x.length % size != 0 || y.length != count * values) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    file.toString(),
                    Texts.text("app.open.arraysDoNotFit"),
                    Texts.text(
                            "app.open.arraysExpected",
                            Numbers.count(count),
                            size,
                            Numbers.count(count),
                            values,
                            Numbers.count(x.length),
                            Numbers.count(y.length)),
                    Texts.text("app.open.writeAgain"));
        }
        float[] found = model.cnn().evaluate(x, 0, count);
        if (single) {
            boolean logit = !(network.nodes().getLast().layer() instanceof Layer.Softmax);
            return compareSingle(ofClassOne(found), y, logit ? 0 : 0.5f);
        }
        return compare(found, y, count, values);
    }

    /** What a model with one output gives, of the two classes that were made of it. */
    private static float[] ofClassOne(float[] pairs) {
        float[] values = new float[pairs.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = pairs[2 * i + 1];
        }
        return values;
    }

    private static Verification compareSingle(float[] found, float[] expected, float boundary) {
        Verification errors = compare(found, expected, found.length, 1);
        int same = 0;
        for (int i = 0; i < found.length; i++) {
            same += found[i] > boundary == expected[i] > boundary ? 1 : 0;
        }
        return new Verification(
                errors.images(), errors.absoluteError(), errors.relativeError(), same);
    }

    /**
     * Values in the order of the network.
     *
     * @param planes whether the model has the channels before the rows, as PyTorch has them
     */
    private static float[] channelsLast(NpyArray array, Shape shape, boolean planes) {
        int[] given = Arrays.stream(array.shape()).skip(1).filter(n -> n != 1).toArray();
        float[] values = array.floats();
        boolean first =
                Arrays.equals(given, longer(shape.channels(), shape.height(), shape.width()));
        boolean last =
                Arrays.equals(given, longer(shape.height(), shape.width(), shape.channels()));
        if (!first || (last && !planes)) {
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

    /** Dimensions that hold more than one value each. */
    private static int[] longer(int... dimensions) {
        return Arrays.stream(dimensions).filter(n -> n != 1).toArray();
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
