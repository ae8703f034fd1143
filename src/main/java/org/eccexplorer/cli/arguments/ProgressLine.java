package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** A line of progress that is written over itself, only on a terminal. */
public final class ProgressLine {
    private static final long EVERY = 100_000_000;

    private final TerminalLine line;
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
        line = new TerminalLine(err);
        this.what = what;
        shown = !quiet && TerminalLine.isOnTerminal();
    }

    /** Shows how many are done. */
    public void update(int done, int total) {
        long now = System.nanoTime();
        if (!shown || (now - last < EVERY && done < total)) {
            return;
        }
        last = now;
        line.show(
                Texts.text(
                        "cli.arguments.progress",
                        what,
                        TerminalLine.bar((double) done / total),
                        Numbers.count(done),
                        Numbers.count(total),
                        Pace.whole(done, total, RunningTime.secondsSince(start))));
    }

    /** Shows a text in place of the bar. */
    void say(String text) {
        if (shown) {
            line.show(text);
        }
    }

    /** Takes the line away. */
    public void end() {
        line.end();
    }
}
