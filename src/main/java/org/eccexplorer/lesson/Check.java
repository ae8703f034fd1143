package org.eccexplorer.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to become true of the scene, however it comes about.
 *
 * @param ask what the learner is to reach
 * @param when the condition
 * @param done what is said once it is met
 * @param look first hint: where to look
 * @param change second hint: what changes
 * @param solution what the third hint sets
 * @param score a number that is kept while the condition is met, the lowest one; if there is one
 */
public record Check(
        Template ask,
        Expression when,
        Template done,
        Template look,
        Template change,
        Map<String, Double> solution,
        Optional<Expression> score) {
    public Check {
        solution = Map.copyOf(solution);
    }

    /** The names of all numbers that it asks for. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(when.names());
        score.ifPresent(own -> names.addAll(own.names()));
        for (Template text : List.of(ask, done, look, change)) {
            names.addAll(text.names());
        }
        return names;
    }
}
