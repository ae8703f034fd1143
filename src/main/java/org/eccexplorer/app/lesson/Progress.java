package org.eccexplorer.app.lesson;

import java.util.Map;
import java.util.Set;

/**
 * What a learner has done of a lesson.
 *
 * @param done names of the tasks that were solved
 * @param best the best score of each check that has one; lower is better
 */
public record Progress(Set<String> done, Map<String, Double> best) {
    /** Nothing yet. */
    public static final Progress NONE = new Progress(Set.of(), Map.of());

    public Progress {
        done = Set.copyOf(done);
        best = Map.copyOf(best);
    }
}
