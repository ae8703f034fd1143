package org.eccexplorer.ui.help;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.LongSupplier;
import org.eccexplorer.ui.fx.Details;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Errors nobody expected: each is shown with all that helps to find it, but one that comes again
 * and again is shown and logged only now and then.
 */
public final class Crashes {
    private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);
    private static final long PAUSE = 10_000_000_000L;

    private final LongSupplier clock;
    private long last;
    private int count;

    /**
     * None yet.
     *
     * @param clock in nanoseconds
     */
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
            LOG.error("unexpected error, the {}. one", count, error);
        }
        return shown;
    }

    /** What is shown of it. */
    public Details details(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        String advice =
                error instanceof OutOfMemoryError
                        ? "Memory ran out. Use fewer images, timesteps or threads."
                        : "The window stays open; what you did last may be incomplete.";
        return new Details(
                advice
                        + " Your runs were saved for the case that it has to be started anew."
                        + " Please report this with the lines below"
                        + (count > 1 ? "; it is the %d. error.".formatted(count) : "."),
                Texts.about() + "\n# Details\n" + trace);
    }
}
