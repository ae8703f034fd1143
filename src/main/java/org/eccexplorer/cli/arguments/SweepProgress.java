package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.sweep.folder.Sweep;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * How far a sweep is: on a terminal in a line that is written over itself, elsewhere, such as in
 * the log of a cluster's job, in a line a minute.
 */
public final class SweepProgress {
    private static final long OFTEN = 100_000_000;
    private static final long SELDOM = 60_000_000_000L;

    private final PrintWriter err;
    private final boolean quiet;
    private final TerminalLine line;
    private final boolean terminal = TerminalLine.isOnTerminal();
    private final long start = RunningTime.nanos();
    private long last = System.nanoTime();

    /** Nothing is shown before the first update. */
    public SweepProgress(PrintWriter err, boolean quiet) {
        this.err = err;
        line = new TerminalLine(err);
        this.quiet = quiet;
    }

    /** Shows how the sweep stands. */
    public synchronized void update(Sweep.Progress progress) {
        long now = System.nanoTime();
        int ended = progress.before() + progress.done() + progress.failed();
        boolean all = ended == progress.tasks();
        if (quiet || (now - last < (terminal ? OFTEN : SELDOM) && !(terminal && all))) {
            return;
        }
        last = now;
        double seconds = RunningTime.secondsSince(start);
        String text =
                Texts.text(
                        "cli.arguments.sweepProgress",
                        TerminalLine.bar((double) ended / progress.tasks()),
                        Numbers.count(ended),
                        Numbers.count(progress.tasks()),
                        failed(progress),
                        pace(progress.images(), seconds),
                        left(progress, seconds));
        if (terminal) {
            line.show(text);
        } else {
            err.println(text);
        }
    }

    private static String failed(Sweep.Progress progress) {
        return progress.failed() == 0
                ? ""
                : Texts.text("cli.arguments.sweepFailed", Numbers.count(progress.failed()));
    }

    private static String pace(long images, double seconds) {
        return Pace.text((int) Math.min(images, Integer.MAX_VALUE), seconds);
    }

    private static String left(Sweep.Progress progress, double seconds) {
        long images = progress.images();
        long rest = progress.imagesLeft() - images;
        return images == 0 || rest <= 0
                ? ""
                : Texts.text(
                        "cli.arguments.sweepLeft",
                        Pace.duration(seconds * ((double) rest / images)));
    }

    /** Takes the line away. */
    public void end() {
        line.end();
    }
}
