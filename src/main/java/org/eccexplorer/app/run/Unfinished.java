package org.eccexplorer.app.run;

import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * A run that failed after some of its images: what is known of these is not lost with the others.
 */
public final class Unfinished extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RunSnapshot done;

    /**
     * A run that failed.
     *
     * @param done the images before the failure, at least one
     */
    public Unfinished(RunSnapshot done, Throwable cause) {
        super(Texts.text("app.run.unfinished", done.images(), done.total()), cause);
        this.done = done;
    }

    /** What was done before it. */
    public RunSnapshot done() {
        return done;
    }

    /** The problem of a user, or the bug, that ended it. */
    public Exception reason(String run) {
        return switch (getCause()) {
            case OutOfMemoryError memory -> MemoryEstimate.exhausted(run, memory);
            case ProblemException problem -> problem;
            case null, default -> this;
        };
    }
}
