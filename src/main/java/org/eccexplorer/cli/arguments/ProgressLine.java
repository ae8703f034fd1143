package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** A line of progress that is written over itself, only on a terminal. */
public final class ProgressLine {
    private static final int WIDTH = 28;
    private static final long EVERY = 100_000_000;

    /** Covers what is left of a longer line before. */
    private static final String BEHIND = " ".repeat(12);

    private final PrintWriter err;
    private final String what;
    private final boolean shown;
    private final long start = RunningTime.nanos();
    private long last;

    /**
     * A line that is not shown before the first update.
     *
     * @param what is being done to the images
     */
    public ProgressLine(PrintWriter err, boolean quiet, String what) {
        this.err = err;
        this.what = what;
        shown = !quiet && isOnTerminal();
    }

    /** Whether somebody sees a line that is written over itself. */
    // The console may still be null, where the JVM was told to have none.
    @SuppressWarnings("SystemConsoleNull")
    static boolean isOnTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** Shows how many are done. */
    public void update(int done, int total) {
        long now = System.nanoTime();
        if (!shown || (now - last < EVERY && done < total)) {
            return;
        }
        last = now;
        double seconds = RunningTime.secondsSince(start);
        int filled = (int) ((long) WIDTH * done / total);
        String bar = "=".repeat(filled) + " ".repeat(WIDTH - filled);
        err.print(
                "\r"
                        + Texts.text(
                                "cli.arguments.progress",
                                what,
                                bar,
                                Numbers.count(done),
                                Numbers.count(total),
                                Pace.whole(done, total, seconds))
                        + BEHIND);
        err.flush();
    }

    /** Shows a text in place of the bar. */
    void say(String text) {
        if (shown) {
            err.print("\r" + text + " ".repeat(Math.max(1, WIDTH + 75 - text.length())));
            err.flush();
        }
    }

    /** Takes the line away. */
    public void end() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 75) + "\r");
            err.flush();
        }
    }
}
