package org.eccexplorer;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eccexplorer.cli.CommandLineProgram;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** Runs the command line and leaves with its exit code. */
    public static void main(String[] arguments) {
        System.exit(
                StartCheck.problem()
                        .map(Main::refuse)
                        .orElseGet(() -> CommandLineProgram.execute(arguments)));
    }

    private static int refuse(Problem problem) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        err.println(Texts.text("cli.problem", problem.message()));
        return problem.kind().exitCode();
    }
}
