package org.eccexplorer.cli;

import java.nio.file.Path;
import org.eccexplorer.dataset.BundledModels;

/**
 * What most starts do, one after the other in one JVM, which keeps their classes ready (JEP 483):
 * the help and an inspection; then, for the window too, runs.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /**
     * Leaves with the exit code of the last part: an inspection, or where a file is named, the only
     * argument, drawing the window into it.
     */
    public static void main(String[] arguments) {
        Path model = BundledModels.folder().resolve("digits/digits.keras");
        int code = CommandLineProgram.execute("inspect", model.toString());
        CommandLineProgram.execute("run", "--help");
        if (arguments.length > 0) {
            CommandLineProgram.execute(
                    "run", "--sample", "digits", "--limit", "20", "--timesteps", "8");
            code =
                    CommandLineProgram.execute(
                            "screenshot", "--images", "20", "--out", arguments[0]);
        }
        System.exit(code);
    }
}
