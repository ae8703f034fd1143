package org.eccexplorer.cli;

import java.io.PrintWriter;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.explorer.ExplorerBench;

/** Measures the window: frames while all eight combinations are simulated, and memory. */
final class WindowBench {
    private static final int SECONDS = 15;
    private static final int RUNS = 100;

    private WindowBench() {}

    static void print(PrintWriter out, Experiment experiment, int threads) throws ProblemException {
        ExplorerBench.start();
        ExplorerBench.Start start = ExplorerBench.firstRun(experiment);
        out.printf(
                "From the start of the program: window %.2f s, closed form %.2f s, first simulated"
                        + " images %.2f s%n%n",
                start.window(), start.answer(), start.data());
        out.println("threads   frames/s   longest pause, ms");
        int some = Math.max(1, threads - 1);
        print(out, some, ExplorerBench.measure(experiment, some, SECONDS));
        print(out, threads, ExplorerBench.measure(experiment, threads, SECONDS));
        long[] used = ExplorerBench.soak(Experiment.sample("digits", 20), RUNS);
        out.printf(
                "%nMemory in use after 10 runs %.1f MB, after %d runs %.1f MB%n",
                used[0] * 1e-6, RUNS, used[1] * 1e-6);
        out.flush();
        ExplorerBench.end();
    }

    private static void print(PrintWriter out, int threads, ExplorerBench.Smoothness result) {
        out.printf(
                "%7d   %8.1f   %17.0f%n", threads, result.framesPerSecond(), result.longestPause());
        out.flush();
    }
}
