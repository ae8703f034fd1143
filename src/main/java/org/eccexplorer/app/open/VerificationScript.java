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
                    "x = torch.rand(" + arrays(model) + ")" + half(model),
                    "y = model(x).detach().float()",
                    save("x.float().numpy()", "y.numpy()"));
        }
        if (FileKind.ONNX.matches(name)) {
            return List.of(
                    "import onnxruntime, numpy as np",
                    "session = onnxruntime.InferenceSession(\"" + name + "\")",
                    "shape = (" + arrays(model) + ")",
                    "x = np.random.default_rng(1).random(shape, dtype=\"float32\")" + range(model),
                    "first = session.get_inputs()[0]",
                    "kinds = {\"tensor(float16)\": \"float16\", \"tensor(uint8)\": \"uint8\"}",
                    "x = x.astype(kinds.get(first.type, \"float32\"))",
                    "y = session.run(None, {first.name: x})[0].astype(\"float32\")",
                    save("x", "y"));
        }
        return keras(load(source), shape(source.size()), range(model));
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

    /** Bytes, for a model that scales them by itself. */
    private static String range(LoadedModel model) {
        return model.model().rescales() ? " * 255" : "";
    }

    private static String half(LoadedModel model) {
        return switch (model.model().conventions().precision()) {
            case FLOAT16 -> ".half()";
            case BFLOAT16 -> ".bfloat16()";
            case FLOAT32, INT8 -> "";
        };
    }

    /** A hundred images in the order in which the model takes them; a vector has channels only. */
    private static String arrays(LoadedModel model) {
        Shape in = model.network().inputShape();
        if (in.isVector()) {
            return "100, " + in.channels();
        }
        return model.model().conventions().planesFirst()
                ? "100, " + in.channels() + ", " + in.height() + ", " + in.width()
                : "100, " + in.height() + ", " + in.width() + ", " + in.channels();
    }
}
