package org.eccexplorer.cli.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.offscreen.ExplorerBench;

/** Measures the window: frames while all eight combinations are simulated, and memory. */
final class WindowBench {
    private static final int SECONDS = 12;
    private static final int RUNS = 100;

    /** Images that the closed form answers in the window. */
    private static final int CLOSED_FORM = 200;

    private static final String LIVE = Texts.text("cli.bench.liveRuns");
    private static final String DEEP = Texts.text("cli.bench.deepRuns");

    private static final TextTable TABLE =
            TextTable.of(
                    Column.words(Texts.text("cli.bench.drawn")).atLeast(DEEP.length()),
                    Column.numbers(Texts.text("cli.bench.sweepThreads")),
                    Column.numbers(Texts.text("cli.bench.frames")),
                    Column.numbers(Texts.text("cli.bench.pause")));

    private WindowBench() {}

    /**
     * Prints all of it.
     *
     * @param opened that is being read
     */
    static void print(PrintWriter out, CompletableFuture<Experiment> opened, int threads)
            throws ProblemException {
        ExplorerBench.Start start = ExplorerBench.firstRun(opened);
        Experiment experiment = opened.join();
        out.println(
                Texts.text(
                        "cli.bench.start",
                        Numbers.fixed(start.window(), 2),
                        Numbers.fixed(start.content(), 2),
                        Numbers.fixed(start.answer(), 2),
                        Numbers.fixed(start.data(), 2),
                        Numbers.fixed(start.work(), 0)));
        out.println();
        out.flush();
        double[] answers = ExplorerBench.answers(experiment);
        out.println(
                Texts.text(
                        "cli.bench.answer",
                        Numbers.fixed(answers[0] * 1e3, 0),
                        Numbers.fixed(answers[1] * 1e3, 0),
                        Texts.counted(
                                "cli.images", Math.min(CLOSED_FORM, experiment.test().count()))));
        out.println();
        out.println(TABLE.heading());
        int some = Math.max(1, threads - 1);
        SessionState deep = ExplorerBench.sixteenLayers();
        for (int number : some == threads ? List.of(threads) : List.of(some, threads)) {
            print(out, LIVE, number, ExplorerBench.measure(experiment, number, SECONDS));
            print(out, DEEP, number, ExplorerBench.measure(experiment, deep, number, SECONDS));
        }
        long[] used = ExplorerBench.soak(Experiment.sample("digits", 20), RUNS);
        out.println();
        out.println(
                Texts.text(
                        "cli.bench.memory",
                        Numbers.fixed(used[0] * 1e-6, 1),
                        Numbers.count(RUNS),
                        Numbers.fixed(used[1] * 1e-6, 1)));
        out.flush();
    }

    private static void print(
            PrintWriter out, String drawn, int threads, ExplorerBench.Smoothness result) {
        out.println(
                TABLE.line(
                        drawn,
                        Numbers.count(threads),
                        Numbers.fixed(result.framesPerSecond(), 1),
                        Numbers.fixed(result.longestPause(), 0)));
        out.flush();
    }
}
