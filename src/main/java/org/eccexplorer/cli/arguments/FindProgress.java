package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How far a search is, in a line that is written over itself, only on a terminal. */
public final class FindProgress {
    private static final int WIDTH = 28;

    private final PrintWriter err;
    private final boolean shown;

    /** A line that is not shown before the first update. */
    public FindProgress(PrintWriter err, boolean quiet) {
        this.err = err;
        shown = !quiet && ProgressLine.isOnTerminal();
    }

    /** Shows how the search stands. */
    public void update(SearchView view) {
        if (!shown) {
            return;
        }
        int filled = (int) (WIDTH * view.done());
        String bar = "=".repeat(filled) + " ".repeat(WIDTH - filled);
        err.print(
                "\r"
                        + Texts.text(
                                "cli.arguments.findProgress",
                                Texts.name(view.phase()),
                                bar,
                                view.counts().simulated(),
                                view.counts().givenUp() + view.counts().ruledOut(),
                                left(view.secondsLeft()))
                        + " ");
        err.flush();
    }

    private static String left(double seconds) {
        return Double.isNaN(seconds) ? Numbers.NONE : Pace.duration(seconds);
    }

    /** Takes the line away. */
    public void end() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 75) + "\r");
            err.flush();
        }
    }
}
