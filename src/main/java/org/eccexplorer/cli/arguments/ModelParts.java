package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a model's own file may leave out. */
final class ModelParts {
    @Option(names = "--weights", paramLabel = "FILE", descriptionKey = "option.weights")
    private @Nullable Path weights;

    @Option(names = "--size", paramLabel = "HxWxC", descriptionKey = "option.size")
    private @Nullable String size;

    LoadedModel open(Path model) throws ProblemException {
        return LoadedModel.open(new ModelSource(model, weights, shape()));
    }

    /** Without a model there is nothing to add to. */
    void requireNone() throws ProblemException {
        if (weights != null || size != null) {
            throw ConversionArguments.usage(
                    weights == null ? "--size" : "--weights",
                    Texts.text("cli.arguments.noModel"),
                    Texts.text("cli.arguments.addModel"));
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
                "--size", ConversionArguments.itIs(size), Texts.text("cli.arguments.writeSize"));
    }
}
