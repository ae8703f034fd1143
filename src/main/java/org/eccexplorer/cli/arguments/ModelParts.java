package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model's own file may leave out. */
final class ModelParts {
    static final String KINDS =
            "A model: Keras (.keras, .h5; .json with --weights), PyTorch (.pt2) or ONNX.";

    @Option(
            names = "--weights",
            paramLabel = "FILE",
            description =
                    "Weights of a Keras model that lie in a file of their own (.weights.h5,"
                            + " .weights.json).")
    private @Nullable Path weights;

    @Option(
            names = "--size",
            paramLabel = "HxWxC",
            description = "Of the images, for a Keras model that leaves it open: 32x32x3.")
    private @Nullable String size;

    LoadedModel open(Path model) throws ProblemException {
        return LoadedModel.open(new ModelSource(model, weights, shape()));
    }

    /** Without a model there is nothing to add to. */
    void requireNone() throws ProblemException {
        if (weights != null || size != null) {
            throw ConversionArguments.usage(
                    weights == null ? "--size" : "--weights",
                    "no --model goes with it",
                    "Add --model");
        }
    }

    private @Nullable Shape shape() throws ProblemException {
        if (size == null) {
            return null;
        }
        Shape shape = ModelSource.size(size);
        if (shape != null) {
            return shape;
        }
        throw ConversionArguments.usage(
                "--size", "\"" + size + "\"", "Write height, width and channels: 32x32x3");
    }
}
