package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the converted network for other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private SourceArguments source = new SourceArguments();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            descriptionKey = "option.exportOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.exportForce")
    private boolean force;

    @Override
    public Integer call() throws ProblemException {
        Path folder = Objects.requireNonNull(out);
        try (ResultFolder _ = ResultFolder.claim(folder, NetworkFiles.NETWORK, force)) {
            export(folder);
        }
        return 0;
    }

    private void export(Path folder) throws ProblemException {
        Experiment experiment = source.open(new Cancellation());
        Prepared prepared =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        source.settings(conversion.options()),
                        new Cancellation());
        NetworkFiles.write(folder, prepared.network(), experiment.test());
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        terminal.println(
                Texts.text(
                        "cli.export.written",
                        Texts.counted("cli.layers", prepared.network().layers().size()),
                        Texts.counted("cli.neurons", prepared.network().neurons()),
                        Texts.counted("cli.images", experiment.test().count()),
                        folder));
    }
}
