package org.eccexplorer.problem;

/**
 * A model that leaves the size of its images open: it can be read once it is said which size to
 * use, so whoever opens it may ask.
 */
public final class SizeLeftOpen extends ProblemException {
    private static final long serialVersionUID = 1L;

    public SizeLeftOpen(Problem problem) {
        super(problem);
    }
}
