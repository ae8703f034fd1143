package org.eccexplorer.app.find.trial;

import java.io.Serial;
import org.eccexplorer.problem.ProblemException;

/** A problem of a setting on its way out of a worker thread, which can throw none. */
public final class Refused extends IllegalStateException {
    @Serial private static final long serialVersionUID = 1;

    private final transient ProblemException problem;

    private Refused(ProblemException problem) {
        super(problem);
        this.problem = problem;
    }

    /** Something that may be refused. */
    public interface Making<T> {
        T make() throws ProblemException;
    }

    /** Makes something in a worker thread. */
    public static <T> T wrapped(Making<T> making) {
        try {
            return making.make();
        } catch (ProblemException e) {
            throw new Refused(e);
        }
    }

    /** Lets workers work; a problem that one of them had is thrown as it was. */
    public static void during(Runnable work) throws ProblemException {
        try {
            work.run();
        } catch (IllegalStateException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof Refused refused) {
                    throw refused.problem;
                }
            }
            throw e;
        }
    }
}
