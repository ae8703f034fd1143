package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.Tolerance;
import org.eccexplorer.app.open.Verification;
import org.eccexplorer.app.open.VerificationScript;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.ModelArgument;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.export.VerificationReport;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the imported CNN with outputs that Keras wrote. */
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
    /** The exit code where outputs differ: model and outputs are inconsistent. */
    private static final int DIFFERENT = Problem.Kind.CORRUPT.exitCode();

    /** The command, with the lines that write a file to compare with below its help. */
    static CommandLine create() {
        List<String> footer = new ArrayList<>();
        footer.add("");
        footer.add(Texts.text("cli.verify.script"));
        VerificationScript.keras("model.keras").forEach(line -> footer.add("  " + line));
        footer.add("  # ecc verify model.keras --against verify.npz#in0,out0");
        CommandLine command = new CommandLine(new VerifyCommand());
        command.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
        return command;
    }

    @Spec private @Nullable CommandSpec spec;

    @Mixin private ModelArgument model = new ModelArgument();

    @Option(
            names = "--against",
            required = true,
            paramLabel = "FILE.npz#IN,OUT",
            descriptionKey = "option.against")
    private String against = "";

    @Mixin private DenseArguments dense = new DenseArguments();

    @Option(names = "--tolerance", descriptionKey = "option.tolerance")
    private @Nullable Double tolerance;

    @Option(names = "--json", descriptionKey = "option.verifyJson")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        if (tolerance != null && !(tolerance >= 0)) {
            throw ConversionArguments.usage(
                    "--tolerance",
                    ConversionArguments.itIs(tolerance),
                    Texts.text("cli.verify.giveTolerance"));
        }
        int mark = against.lastIndexOf('#');
        List<String> keys =
                mark < 0
                        ? List.of(VerificationScript.INPUTS, VerificationScript.OUTPUTS)
                        : List.of(against.substring(mark + 1).split(",", -1));
        if (keys.size() != 2) {
            throw ConversionArguments.usage(
                    "--against",
                    ConversionArguments.itIs(against),
                    Texts.text("cli.verify.writeAgainst"));
        }
        Path file = DataSets.path(mark < 0 ? against : against.substring(0, mark));
        DenseBackend backend = dense.load();
        LoadedModel loaded = model.open().with(backend);
        Verification result = Verification.of(loaded, file, keys.getFirst(), keys.get(1));
        Tolerance fitting = Tolerance.of(loaded.model());
        double allowed = tolerance == null ? fitting.value() : tolerance;
        VerificationReport report =
                new VerificationReport(
                        loaded.id(),
                        file.toString(),
                        result.images(),
                        result.absoluteError(),
                        result.relativeError(),
                        allowed,
                        result.sameClass());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(Shown.json(report.json()));
        } else {
            print(out, result, report);
            if (tolerance == null) {
                fitting.reason().ifPresent(out::println);
            }
        }
        return report.passes() ? 0 : DIFFERENT;
    }

    private static void print(PrintWriter out, Verification result, VerificationReport report) {
        out.println(
                Texts.text(
                        "cli.verify.errors",
                        Texts.counted("cli.images", result.images()),
                        Numbers.significant(result.absoluteError(), 3),
                        Numbers.significant(result.relativeError(), 3),
                        Numbers.count(result.sameClass()),
                        Numbers.percent((double) result.sameClass() / result.images(), 2)));
        out.println(
                Texts.text(
                        report.passes() ? "cli.verify.agrees" : "cli.verify.differs",
                        Numbers.significant(report.tolerance(), 2)));
    }
}
