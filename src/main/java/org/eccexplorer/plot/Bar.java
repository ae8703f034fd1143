package org.eccexplorer.plot;

import java.util.Optional;

/**
 * One bar over a category.
 *
 * @param group index of its group
 * @param parts a value for each part, from 0
 * @param whole its height
 */
public record Bar(
        int category, int group, double[] parts, double whole, Optional<SourceRun> source) {

    /** Of no run. */
    public Bar(int category, int group, double[] parts, double whole) {
        this(category, group, parts, whole, Optional.empty());
    }

    /** The same, of a run. */
    public Bar from(SourceRun run) {
        return new Bar(category, group, parts, whole, Optional.of(run));
    }
}
