package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.ReportFile;
import org.eccexplorer.report.run.ResultFiles;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes results that lie in files as a report. */
@Command(name = "report", mixinStandardHelpOptions = true, sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "RESULT", descriptionKey = "option.reportResults")
    private List<Path> results = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            descriptionKey = "option.reportOut")
    private @Nullable Path out;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    private boolean quiet;

    @Override
    public Integer call() throws ProblemException {
        Path file = Objects.requireNonNull(out);
        ReportFile.of(file);
        Document document = ResultFiles.report(results);
        ReportFile.write(file, document);
        if (!quiet) {
            PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
            terminal.println(Texts.text("cli.report.written", file.toAbsolutePath()));
        }
        return 0;
    }
}
