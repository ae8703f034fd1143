package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.Watching;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.cli.arguments.WatchArguments;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.trace.Quantity;
import org.eccexplorer.trace.TraceKind;
import org.eccexplorer.trace.Watched;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes spikes, potentials and currents of chosen neurons. */
@Command(name = "trace", mixinStandardHelpOptions = true, sortOptions = false)
final class TraceCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private SourceArguments source = new SourceArguments();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Mixin private WatchArguments watch = new WatchArguments();

    @Option(names = "--format", paramLabel = "npz|nirdata", descriptionKey = "option.traceFormat")
    private @Nullable String format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            descriptionKey = "option.traceOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.exportForce")
    private boolean force;

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        Path file = Objects.requireNonNull(out).toAbsolutePath();
        TraceKind kind = kind(file);
        watch.quantities();
        watch.images();
        return Interruption.during(
                Objects.requireNonNull(spec).commandLine().getErr(),
                cancellation -> {
                    try (ResultFolder _ = ResultFolder.claimFile(file, force)) {
                        trace(file, kind, settings, cancellation);
                    }
                });
    }

    /** The kind that is asked for, else the one that the file's name ends like. */
    private TraceKind kind(Path file) throws ProblemException {
        String word = format;
        if (word == null) {
            return TraceKind.of(file);
        }
        return ConversionArguments.named(
                "--format", word, List.of(TraceKind.values()), TraceKind::word);
    }

    private void trace(Path file, TraceKind kind, Settings settings, Cancellation cancellation)
            throws ProblemException {
        Experiment experiment = source.open(cancellation);
        int[] images = watch.images(experiment.test().count());
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, cancellation);
        List<Integer> layers = watch.layers(prepared.network());
        Set<Quantity> quantities = watch.quantities();
        Watched watched =
                Watching.of(
                        prepared,
                        images,
                        layers,
                        watch.neurons(prepared.network(), layers),
                        quantities,
                        Watching.tracer(
                                prepared, experiment.test()::image, cancellation::isRequested),
                        done -> {});
        kind.write(file, watched);
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        terminal.println(
                Texts.text(
                        "cli.trace.written",
                        Texts.counted("cli.layers", layers.size()),
                        Texts.counted("cli.images", images.length),
                        settings.timesteps(),
                        quantities.stream().map(Quantity::word).collect(Collectors.joining(", ")),
                        file));
    }
}
