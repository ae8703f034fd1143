package org.eccexplorer.plot;

import java.util.Optional;

/**
 * One line over categories.
 *
 * @param values per category, NaN where there is none
 */
public record Profile(String name, Tint tint, double[] values, Optional<SourceRun> source) {

    /** Of no run. */
    public Profile(String name, Tint tint, double[] values) {
        this(name, tint, values, Optional.empty());
    }

    /** The same, of a run. */
    public Profile from(SourceRun run) {
        return new Profile(name, tint, values, Optional.of(run));
    }
}
