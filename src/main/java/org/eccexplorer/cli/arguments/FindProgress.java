package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How far a search is, in a line that is written over itself, only on a terminal. */
public final class FindProgress {
    private final TerminalLine line;
    private final boolean shown;

    /** A line that is not shown before the first update. */
    public FindProgress(PrintWriter err, boolean quiet) {
        line = new TerminalLine(err);
        shown = !quiet && TerminalLine.isOnTerminal();
    }

    /** Shows how the search stands. */
    public void update(SearchView view) {
        if (shown) {
            line.show(
                    Texts.text(
                            "cli.arguments.findProgress",
                            Texts.name(view.phase()),
                            TerminalLine.bar(view.done()),
                            view.counts().simulated(),
                            view.counts().givenUp() + view.counts().ruledOut(),
                            left(view.secondsLeft())));
        }
    }

    private static String left(double seconds) {
        return Double.isNaN(seconds) ? Numbers.NONE : Pace.duration(seconds);
    }

    /** Takes the line away. */
    public void end() {
        line.end();
    }
}
