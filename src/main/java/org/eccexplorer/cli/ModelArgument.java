package org.eccexplorer.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.eccexplorer.app.LoadedModel;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model that a command is about. */
final class ModelArgument {
    static final String KINDS =
            "A model: Keras (.keras, .h5; .json with --weights), PyTorch (.pt2) or ONNX.";

    static final String WEIGHTS =
            "Weights of a Keras model that lie in a file of their own (.weights.h5,"
                    + " .weights.json).";

    @Parameters(paramLabel = "MODEL", description = KINDS)
    private @Nullable Path model;

    @Option(names = "--weights", paramLabel = "FILE", description = WEIGHTS)
    private @Nullable Path weights;

    LoadedModel open() throws ProblemException {
        return LoadedModel.open(Objects.requireNonNull(model), weights);
    }
}
