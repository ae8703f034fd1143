package org.eccexplorer.plot;

import java.util.Optional;

/**
 * One distribution.
 *
 * @param counts from the lowest bin to the highest
 * @param beyond share above the threshold, marked where it is not zero
 */
public record Violin(
        int category, Tint tint, long[] counts, double beyond, Optional<SourceRun> source) {

    /** Of no run. */
    public Violin(int category, Tint tint, long[] counts, double beyond) {
        this(category, tint, counts, beyond, Optional.empty());
    }

    /** The same, of a run. */
    public Violin from(SourceRun run) {
        return new Violin(category, tint, counts, beyond, Optional.of(run));
    }
}
