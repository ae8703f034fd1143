package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
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
        Optional<String> where = write(made);
        if (where.isPresent()) {
            output.say(terminal, where.get());
        }
    }

    /**
     * Writes the report, if it is wanted.
     *
     * @return where it lies, in a line for people
     */
    public Optional<String> write(Made made) throws ProblemException {
        if (file == null) {
            return Optional.empty();
        }
        ReportFile.write(file, made.report());
        return Optional.of(Texts.text("cli.arguments.reportWritten", file.toAbsolutePath()));
    }
}
