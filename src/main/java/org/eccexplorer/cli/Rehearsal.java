package org.eccexplorer.cli;

import java.nio.file.Path;
import org.eccexplorer.dataset.BundledModels;

/**
 * What most starts do, one after the other in one JVM, which keeps their classes ready (JEP 483):
 * the help, an inspection, and a run in the window.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** Draws the window into a file, the only argument, and leaves with the exit code of that. */
    public static void main(String[] arguments) {
        CommandLineProgram.execute("--help");
        CommandLineProgram.execute("run", "--help");
        Path model = BundledModels.folder().resolve("digits/digits.keras");
        CommandLineProgram.execute("inspect", model.toString());
        CommandLineProgram.execute(
                "run", "--sample", "digits", "--limit", "20", "--timesteps", "8");
        System.exit(
                CommandLineProgram.execute("screenshot", "--images", "20", "--out", arguments[0]));
    }
}
