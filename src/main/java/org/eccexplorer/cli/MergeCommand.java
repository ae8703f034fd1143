package org.eccexplorer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eccexplorer.app.sweep.folder.Merge;
import org.eccexplorer.app.sweep.folder.Sweep;
import org.eccexplorer.app.sweep.folder.SweepJson;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.app.sweep.run.EngineProvider;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.SweepEnd;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the results of a plan's shards together. */
@Command(name = "merge", mixinStandardHelpOptions = true, sortOptions = false)
final class MergeCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "1..*", descriptionKey = "option.shards")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            descriptionKey = "option.mergeOut")
    private @Nullable Path out;

    @Option(names = "--parquet", descriptionKey = "option.parquet")
    private boolean parquet;

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    @Mixin private SweepEnd end = new SweepEnd();

    @Override
    public Integer call() throws ProblemException {
        Path folder = Objects.requireNonNull(out);
        Optional<EngineProvider> spark = parquet ? EngineProvider.find() : Optional.empty();
        if (parquet && spark.isEmpty()) {
            throw ConversionArguments.usage(
                    "--parquet",
                    Texts.text("cli.sweep.noSpark"),
                    Texts.text("cli.sweep.getSparkToMerge"));
        }
        try (ResultFolder _ = ResultFolder.claim(folder, SweepJson.NAME, force)) {
            if (spark.isEmpty()) {
                show(Merge.of(folders, folder, Optional.empty()), folder);
            } else {
                try (Engine engine = spark.get().engine(Optional.empty(), 1, Map.of())) {
                    show(Merge.of(folders, folder, Optional.of(engine)), folder);
                }
            }
        }
        return end.code();
    }

    private void show(Sweep.End merged, Path folder) {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        end.show(commandLine.getOut(), commandLine.getErr(), merged, folder);
    }
}
