package org.eccexplorer.ui.help;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.LongSupplier;
import org.eccexplorer.container.ProgramFiles;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Details;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unexpected errors: each is shown with all that helps to find it, but one that comes again and
 * again is shown and logged only now and then.
 */
public final class Crashes {
    private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);
    private static final long PAUSE = 10_000_000_000L;

    private final LongSupplier clock;
    private long last;
    private int count;

    /** Measures by a clock in nanoseconds. */
    public Crashes(LongSupplier clock) {
        this.clock = clock;
    }

    /** Counts an error; whether it is to be shown now. */
    public boolean isToBeShown(Throwable error) {
        long now = clock.getAsLong();
        boolean shown = count == 0 || now - last >= PAUSE;
        count++;
        if (shown) {
            last = now;
            LOG.error("unexpected error no. {}", count, error);
        }
        return shown;
    }

    /** What is shown of it. */
    public Details details(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        String advice =
                error instanceof OutOfMemoryError
                        ? Texts.text("ui.help.outOfMemory")
                        : ProgramFiles.changedSinceStart()
                                .map(Problem::message)
                                .orElseGet(() -> Texts.text("ui.help.windowStaysOpen"));
        return new Details(
                advice
                        + " "
                        + (count > 1
                                ? Texts.text("ui.help.reportError", count)
                                : Texts.text("ui.help.reportFirstError")),
                HelpTexts.about() + "\n# " + Texts.text("ui.help.details") + "\n" + trace);
    }
}
