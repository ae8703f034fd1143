package org.eccexplorer.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.cli.bench.BenchCommand;
import org.eccexplorer.container.ProgramFiles;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The program {@code ecc} with its commands. */
@Command(
        name = "ecc",
        mixinStandardHelpOptions = true,
        resourceBundle = Texts.BUNDLE,
        versionProvider = CommandLineProgram.Versions.class,
        synopsisSubcommandLabel = "COMMAND")
public final class CommandLineProgram implements Runnable {
    /** Prints the version for --version. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String program = "ECC Explorer " + Version.NUMBER;
            return new String[] {
                Version.commit().isEmpty()
                        ? program
                        : program + " " + Texts.text("cli.commit", Version.commit()),
                "Java " + Runtime.version()
            };
        }
    }

    private static final String OPEN = "open";

    private static final Set<String> VERSION = Set.of("-V", "--version");

    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @CommandLine.Spec private @Nullable CommandSpec spec;

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("run", RunCommand::new);
        commands.put("compare", CompareCommand::new);
        commands.put("verify", VerifyCommand::create);
        commands.put("inspect", InspectCommand::new);
        commands.put("find", FindCommand::new);
        commands.put("sweep", SweepCommand::new);
        commands.put("merge", MergeCommand::new);
        commands.put("calibrate", CalibrateCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("trace", TraceCommand::new);
        commands.put("learn", LearnCommand::new);
        commands.put("pack", PackCommand::new);
        commands.put("paper", PaperCommand::new);
        commands.put("bench", BenchCommand::new);
        commands.put("screenshot", ScreenshotCommand::new);
        commands.put(OPEN, WindowCommand::new);
        return commands;
    }

    /**
     * Runs the program.
     *
     * @return its exit code
     */
    public static int execute(String... arguments) {
        StandardOutput output = new StandardOutput();
        PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = execute(out, err, arguments);
        out.flush();
        return output.problem().map(problem -> lost(problem, code, err)).orElse(code);
    }

    /** An output that did not arrive fails a command that did all else. */
    private static int lost(Problem problem, int code, PrintWriter err) {
        err.println(Texts.text("cli.problem", problem.message()));
        return code == 0 ? problem.kind().exitCode() : code;
    }

    /** Runs the program with other outputs. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        String[] given = command(arguments);
        CommandLine commandLine = commandLine(given[0]);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler(CommandLineProgram::usage);
        commandLine.setExecutionExceptionHandler(CommandLineProgram::report);
        commandLine.setExecutionStrategy(GivenValues::execute);
        ProgramFiles.remember();
        try {
            return commandLine.execute(given);
        } catch (LinkageError e) {
            return report(new IllegalStateException(e), commandLine, commandLine.getParseResult());
        } catch (OutOfMemoryError e) {
            ProblemException problem = MemoryEstimate.exhausted(given[0], e);
            return report(problem, commandLine, commandLine.getParseResult());
        }
    }

    /**
     * The program with one of its commands, or with all if there is none of that name: reading the
     * options of all commands would take a tenth of the start. Its version is said without any.
     */
    static CommandLine commandLine(String chosen) {
        CommandLine commandLine = new CommandLine(new CommandLineProgram());
        boolean all = !COMMANDS.containsKey(chosen) && !VERSION.contains(chosen);
        COMMANDS.forEach((name, command) -> {
            if (all || name.equals(chosen)) {
                commandLine.addSubcommand(name, command.get());
            }
        });
        return commandLine;
    }

    /**
     * The window where no command is named: with a file or a bundled model, or with nothing. Where
     * nothing can be shown, nothing becomes a run.
     */
    private static String[] command(String... arguments) {
        if (arguments.length == 0) {
            return WindowCommand.hasDisplay()
                    ? new String[] {OPEN}
                    : new String[] {"run", "--out", "ecc-results", "--force"};
        }
        String first = arguments[0];
        if (first.equals("window")) {
            return Stream.concat(Stream.of(OPEN), Arrays.stream(arguments).skip(1))
                    .toArray(String[]::new);
        }
        boolean file = !COMMANDS.containsKey(first) && (isPath(first) || new File(first).exists());
        boolean sample = first.equals("--sample") || first.startsWith("--sample=");
        return file || sample
                ? Stream.concat(Stream.of(OPEN), Arrays.stream(arguments)).toArray(String[]::new)
                : arguments;
    }

    /** Whether an argument names a file, which may be missing, and no command. */
    private static boolean isPath(String argument) {
        return !argument.startsWith("-") && argument.matches(".*[./\\\\].*");
    }

    /** One line on what is wrong; the help would push it off the screen. */
    private static int usage(CommandLine.ParameterException failure, String[] arguments) {
        CommandLine commandLine = failure.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println(Texts.text("cli.problem", String.valueOf(failure.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
        err.println(Texts.text("cli.seeHelp", commandLine.getCommandSpec().qualifiedName()));
        return Problem.Kind.USAGE.exitCode();
    }

    private static int report(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (failure instanceof ProblemException problems) {
            for (Problem problem : problems.problems()) {
                err.println(Texts.text("cli.problem", problem.message()));
            }
            return problems.problems().getFirst().kind().exitCode();
        }
        Optional<Problem> changed = ProgramFiles.changedSinceStart();
        if (changed.isPresent()) {
            err.println(Texts.text("cli.problem", changed.get().message()));
            return changed.get().kind().exitCode();
        }
        err.println(Texts.text("cli.internalError"));
        failure.printStackTrace(err);
        return 1;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), Texts.text("cli.noCommand"));
    }
}
