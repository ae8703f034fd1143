package org.eccexplorer.app.lesson;

/** Numbers by their names; NaN where there is none yet. */
@FunctionalInterface
public interface Names {
    double of(String name);

    /** The same as a whole number, at least 1. */
    default int whole(String name) {
        return (int) Math.max(1, Math.rint(of(name)));
    }
}
