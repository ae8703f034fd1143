package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Lines of Python that write random inputs and a model's answers into verify.npz. */
public final class VerificationScript {
    /** Names of the arrays that the lines write. */
    public static final String INPUTS = "in0";

    public static final String OUTPUTS = "out0";

    private static final String KERAS_MODEL = "model = keras.models.load_model(\"%s\")";

    private VerificationScript() {}

    /** The lines for a whole model of Keras. */
    public static List<String> keras(String name) {
        return keras(KERAS_MODEL.replace("%s", name), "*model.input_shape[1:]", "");
    }

    /** The lines for a model that was read. */
    public static List<String> of(LoadedModel model) {
        ModelSource source = model.source();
        String name = String.valueOf(source.file().getFileName());
        if (FileKind.EXPORTED_PROGRAM.matches(name)) {
            return List.of(
                    "import torch, numpy as np",
                    "model = torch.export.load(\"" + name + "\").module()",
                    "x = torch.rand(" + planes(model.network().inputShape()) + ")",
                    "y = model(x).detach()",
                    save("x.numpy()", "y.numpy()"));
        }
        if (FileKind.ONNX.matches(name)) {
            return List.of(
                    "import onnxruntime, numpy as np",
                    "session = onnxruntime.InferenceSession(\"" + name + "\")",
                    "shape = (" + planes(model.network().inputShape()) + ")",
                    "x = np.random.default_rng(1).random(shape, dtype=\"float32\")",
                    "y = session.run(None, {session.get_inputs()[0].name: x})[0]",
                    save("x", "y"));
        }
        return keras(load(source), shape(source.size()), model.model().rescales() ? " * 255" : "");
    }

    private static List<String> keras(String load, String shape, String range) {
        return List.of(
                "import keras, numpy as np",
                load,
                "shape = (100, " + shape + ")",
                "x = np.random.default_rng(1).random(shape, dtype=\"float32\")" + range,
                "y = model.predict(x)",
                save("x", "y"));
    }

    private static String save(String inputs, String outputs) {
        return "np.savez(\"verify.npz\", "
                + (INPUTS + "=" + inputs + ", ")
                + (OUTPUTS + "=" + outputs + ")");
    }

    private static String load(ModelSource source) {
        Path weights = source.weights();
        String name = String.valueOf(source.file().getFileName());
        String load =
                FileKind.JSON.matches(name)
                        ? "model = keras.models.model_from_json(open(\"%s\").read())"
                        : KERAS_MODEL;
        String model = load.replace("%s", name);
        return weights == null
                ? model
                : model + "\nmodel.load_weights(\"" + weights.getFileName() + "\")";
    }

    private static String shape(@Nullable Shape size) {
        return size == null
                ? "*model.input_shape[1:]"
                : size.height() + ", " + size.width() + ", " + size.channels();
    }

    /** A hundred images, channels before rows; a vector has channels only. */
    private static String planes(Shape in) {
        String channels = "100, " + in.channels();
        return in.isVector() ? channels : channels + ", " + in.height() + ", " + in.width();
    }
}
