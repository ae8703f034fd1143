package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.cli.format.ExportFormat;
import org.eccexplorer.cli.format.Material;
import org.eccexplorer.cli.format.NetworkFormat;
import org.eccexplorer.cli.format.NirFormat;
import org.eccexplorer.cli.format.OnnxFormat;
import org.eccexplorer.cli.format.ScriptArguments;
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
            names = "--format",
            defaultValue = NetworkFormat.WORD,
            paramLabel = "FORMAT",
            descriptionKey = "option.format")
    private String format = NetworkFormat.WORD;

    @Mixin private NirFormat nir = new NirFormat();

    @Mixin private ScriptArguments scripts = new ScriptArguments();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            descriptionKey = "option.exportOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.exportForce")
    private boolean force;

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        ExportFormat chosen = chosen();
        Path target = Objects.requireNonNull(out);
        return Interruption.during(
                err(),
                cancellation -> {
                    try (ResultFolder claimed = chosen.claim(target, force)) {
                        export(chosen, claimed, target, settings, cancellation);
                    }
                });
    }

    /** All formats, in the order in which the help names them. */
    private List<ExportFormat> formats() {
        List<ExportFormat> all = new ArrayList<>(List.of(new NetworkFormat(), nir));
        all.addAll(scripts.formats());
        all.add(new OnnxFormat());
        return all;
    }

    /** The format that was named, with its options and nobody else's. */
    private ExportFormat chosen() throws ProblemException {
        ExportFormat chosen =
                formats().stream()
                        .filter(one -> one.word().equals(format))
                        .findFirst()
                        .orElseThrow(this::unknown);
        for (ExportFormat other : formats()) {
            if (!chosen.given().containsAll(other.given())) {
                throw ConversionArguments.usage(
                        other.given().getFirst(),
                        Texts.text("cli.export.onlyWith", other.word()),
                        Texts.text("cli.export.addFormat", other.word()));
            }
        }
        chosen.check();
        return chosen;
    }

    private ProblemException unknown() {
        return ConversionArguments.usage(
                "--format",
                "\"" + format + "\"",
                Texts.text(
                        "cli.arguments.writeOneOf",
                        formats().stream()
                                .map(ExportFormat::word)
                                .collect(Collectors.joining(", "))));
    }

    private void export(
            ExportFormat chosen,
            ResultFolder claimed,
            Path target,
            Settings settings,
            Cancellation cancellation)
            throws ProblemException {
        Experiment experiment = source.open(cancellation);
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, cancellation);
        claimed.begin();
        chosen.write(
                target,
                new Material(
                        experiment, prepared, terminal(), err(), source.limit(), cancellation));
    }

    private PrintWriter terminal() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
