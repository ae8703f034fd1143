package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.Verification;
import org.eccexplorer.app.open.VerificationScript;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.ModelArgument;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.export.VerificationReport;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares the imported CNN with outputs that Keras wrote. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the imported CNN on given inputs and compares with given outputs.")
final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENT = 5;

    /** The command, with the lines that write a file to compare with below its help. */
    static CommandLine create() {
        List<String> footer = new ArrayList<>();
        footer.add("");
        footer.add("These lines write such a file for a model of your own:");
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
            description = "Inputs and the outputs that Keras computed.")
    private String against = "";

    @Mixin private DenseArguments dense = new DenseArguments();

    @Option(
            names = "--tolerance",
            defaultValue = "1e-4",
            description = "Largest relative error that passes (default: 1e-4).")
    private double tolerance;

    @Option(names = "--json", description = "Prints JSON for other programs (docs/verify-json.md).")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        if (!(tolerance >= 0)) {
            throw ConversionArguments.usage("--tolerance", "it is " + tolerance, "Give 1e-4, say");
        }
        int mark = against.lastIndexOf('#');
        List<String> keys =
                mark < 0
                        ? List.of(VerificationScript.INPUTS, VerificationScript.OUTPUTS)
                        : List.of(against.substring(mark + 1).split(",", -1));
        if (keys.size() != 2) {
            throw ConversionArguments.usage("--against", against, "Write FILE.npz#in0,out0");
        }
        Path file = DataSets.path(mark < 0 ? against : against.substring(0, mark));
        DenseBackend backend = dense.load();
        LoadedModel loaded = model.open().with(backend);
        Verification result = Verification.of(loaded, file, keys.getFirst(), keys.get(1));
        VerificationReport report =
                new VerificationReport(
                        loaded.id(),
                        file.toString(),
                        result.images(),
                        result.absoluteError(),
                        result.relativeError(),
                        tolerance,
                        result.sameClass());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            print(out, result, report.passes());
        }
        return report.passes() ? 0 : DIFFERENT;
    }

    private void print(PrintWriter out, Verification result, boolean passes) {
        out.printf(
                "%,d images: largest absolute error %.3g, relative %.3g; same class on %,d (%.2f"
                        + " %%)%n%s%n",
                result.images(),
                result.absoluteError(),
                result.relativeError(),
                result.sameClass(),
                100.0 * result.sameClass() / result.images(),
                passes
                        ? "The import agrees within %s".formatted(tolerance)
                        : "The import DIFFERS by more than %s".formatted(tolerance));
    }
}
