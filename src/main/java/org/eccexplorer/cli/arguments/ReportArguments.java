package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.Document;
import org.eccexplorer.report.ReportFile;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that writes a report of the results. */
public final class ReportArguments {
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "option.report")
    private @Nullable Path file;

    /** Makes a report of results. */
    @FunctionalInterface
    public interface Made {
        Document report();
    }

    /** Checks the file before anything is computed, and makes its folder. */
    public void check() throws ProblemException {
        if (file != null) {
            ReportFile.of(file);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Folders.make(folder);
            }
        }
    }

    /** Writes the report, if it is wanted, and says where. */
    public void write(Made made, OutputArguments output, PrintWriter terminal)
            throws ProblemException {
        if (file != null) {
            ReportFile.write(file, made.report());
            output.say(terminal, Texts.text("cli.arguments.reportWritten", file.toAbsolutePath()));
        }
    }
}
