package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import java.util.Objects;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The model that a command is about. */
public final class ModelArgument {
    @Parameters(paramLabel = "MODEL", descriptionKey = "option.model")
    private @Nullable Path model;

    @Mixin private ModelParts parts = new ModelParts();

    public LoadedModel open() throws ProblemException {
        Path file = Objects.requireNonNull(model);
        return WatchedReading.read(file.toString(), new Cancellation(), () -> parts.open(file));
    }
}
