package org.eccexplorer.problem;

/**
 * A model that leaves the size of its images open: it can be read once the size to use is given, so
 * the caller may ask for it.
 */
public final class SizeLeftOpen extends ProblemException {
    private static final long serialVersionUID = 1L;

    public SizeLeftOpen(Problem problem) {
        super(problem);
    }
}
