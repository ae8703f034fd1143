package org.eccexplorer.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.offscreen.ExplorerBench;

/** Measures the window: frames while all eight combinations are simulated, and memory. */
final class WindowBench {
    private static final int SECONDS = 12;
    private static final int RUNS = 100;

    /** Images that the closed form answers in the window. */
    private static final int CLOSED_FORM = 200;

    private WindowBench() {}

    static void print(PrintWriter out, Experiment experiment, int threads) throws ProblemException {
        ExplorerBench.Start start = ExplorerBench.firstRun(experiment);
        out.printf(
                "From the start of the program: window %.2f s, closed form %.2f s, first simulated"
                        + " images %.2f s%n%n",
                start.window(), start.answer(), start.data());
        double[] answers = ExplorerBench.answers(experiment);
        out.printf(
                "From a switch to the closed form's answer: %.0f ms, at most %.0f ms (%d images)%n%n",
                answers[0] * 1e3,
                answers[1] * 1e3,
                Math.min(CLOSED_FORM, experiment.test().count()));
        out.println("drawn                           threads   frames/s   longest pause, ms");
        int some = Math.max(1, threads - 1);
        SessionFile.State deep = ExplorerBench.sixteenLayers();
        for (int number : some == threads ? List.of(threads) : List.of(some, threads)) {
            print(out, "live runs", number, ExplorerBench.measure(experiment, number, SECONDS));
            print(
                    out,
                    "16 layers x 256 steps x 8 runs",
                    number,
                    ExplorerBench.measure(experiment, deep, number, SECONDS));
        }
        long[] used = ExplorerBench.soak(Experiment.sample("digits", 20), RUNS);
        out.printf(
                "%nMemory in use after 10 runs %.1f MB, after %d runs %.1f MB%n",
                used[0] * 1e-6, RUNS, used[1] * 1e-6);
        out.flush();
        ExplorerBench.end();
    }

    private static void print(
            PrintWriter out, String drawn, int threads, ExplorerBench.Smoothness result) {
        out.printf(
                "%-30s %8d   %8.1f   %17.0f%n",
                drawn, threads, result.framesPerSecond(), result.longestPause());
        out.flush();
    }
}
