package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.eccexplorer.app.sweep.folder.Sweep;
import org.eccexplorer.app.sweep.folder.SweepFolder;
import org.eccexplorer.text.Texts;
import picocli.CommandLine.Option;

/** The options that say what is printed of a sweep, and what is said where it ended. */
public final class SweepEnd {
    /** The exit code where some runs failed or are missing. */
    private static final int INCOMPLETE = 8;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    private boolean quiet;

    @Option(names = "--json", descriptionKey = "option.sweepJson")
    private boolean json;

    private int code;

    /** Whether nothing is said but results. */
    public boolean isQuiet() {
        return quiet || json;
    }

    /** Says what a sweep has, and where. */
    public void show(PrintWriter out, PrintWriter err, Sweep.End end, Path folder) {
        if (end.failed() + end.missing() > 0) {
            code = INCOMPLETE;
        }
        if (json) {
            out.println(end.json().toPrettyString());
        }
        if (isQuiet()) {
            return;
        }
        out.println(Texts.text("cli.arguments.sweepDone", Texts.counted("cli.runs", end.done())));
        if (end.failed() > 0) {
            err.println(
                    Texts.text(
                            "cli.arguments.sweepFailures",
                            Texts.counted("cli.runs", end.failed()),
                            folder.resolve(SweepFolder.FAILURES).toAbsolutePath()));
        }
        if (end.missing() > 0) {
            err.println(
                    Texts.text(
                            "cli.arguments.sweepMissing",
                            Texts.counted("cli.runs", end.missing())));
        }
        out.println(Texts.text("cli.arguments.results", folder.toAbsolutePath()));
    }

    /** The exit code: 0 where every run is done. */
    public int code() {
        return code;
    }
}
