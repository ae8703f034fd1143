package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

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

    /** Names of the arrays that the lines of Python write. */
    public static final String INPUTS = "in0";

    public static final String OUTPUTS = "out0";

    /** Lines of Python that write verify.npz for a model. */
    public static String python(LoadedModel model) {
        String name = String.valueOf(model.file().getFileName());
        Shape in = model.network().inputShape();
        String shape =
                in.isVector()
                        ? "100, %d".formatted(in.channels())
                        : "100, %d, %d, %d".formatted(in.channels(), in.height(), in.width());
        if (name.endsWith(".pt2")) {
            return """
            import torch, numpy as np
            model = torch.export.load("%s").module()
            x = torch.rand(%s)
            y = model(x).detach()
            np.savez("verify.npz", %s=x.numpy(), %s=y.numpy())
            """
                    .formatted(name, shape, INPUTS, OUTPUTS);
        }
        if (name.endsWith(".onnx")) {
            return """
            import onnxruntime, numpy as np
            session = onnxruntime.InferenceSession("%s")
            x = np.random.default_rng(1).random((%s), dtype="float32")
            y = session.run(None, {session.get_inputs()[0].name: x})[0]
            np.savez("verify.npz", %s=x, %s=y)
            """
                    .formatted(name, shape, INPUTS, OUTPUTS);
        }
        return """
        import keras, numpy as np
        %s
        x = np.random.default_rng(1).random((100, %s), dtype="float32")%s
        y = model.predict(x)
        np.savez("verify.npz", %s=x, %s=y)
        """
                .formatted(
                        kerasModel(model.source()),
                        kerasShape(model.source().size()),
                        model.model().rescales() ? " * 255" : "",
                        INPUTS,
                        OUTPUTS);
    }

    private static String kerasModel(ModelSource source) {
        Path weights = source.weights();
        String name = String.valueOf(source.file().getFileName());
        String load =
                name.endsWith(".json")
                        ? "keras.models.model_from_json(open(\"%s\").read())"
                        : "keras.models.load_model(\"%s\")";
        String model = "model = " + load.formatted(name);
        return weights == null
                ? model
                : "%s\nmodel.load_weights(\"%s\")".formatted(model, weights.getFileName());
    }

    private static String kerasShape(@Nullable Shape size) {
        return size == null
                ? "*model.input_shape[1:]"
                : "%d, %d, %d".formatted(size.height(), size.width(), size.channels());
    }

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
                    "The arrays do not fit the model",
                    "%,d inputs of %d and %,d outputs of %d were expected; there are %,d and %,d values"
                            .formatted(count, size, count, classes, x.length, y.length),
                    "Write the file again with this model");
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
