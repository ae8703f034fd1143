package org.eccexplorer.channelsfirst;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * The order of the operations of a graph: each value is made by one of them, and none reads what it
 * or a later one makes, so that the graph does not go in circles.
 */
public final class GraphOrder {
    private final String where;
    private final Set<String> later = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<String> given;

    /**
     * Of a graph.
     *
     * @param results of all operations
     * @param given names that stand for values before the first operation
     */
    public GraphOrder(String where, List<List<String>> results, Set<String> given) {
        this.where = where;
        this.given = Set.copyOf(given);
        results.forEach(later::addAll);
        later.remove(""); // stands for what has no name
    }

    /**
     * The next operation.
     *
     * @throws ProblemException if it reads what is not made yet, or makes what is there
     */
    public void next(List<String> reads, List<String> makes) throws ProblemException {
        for (String name : reads) {
            if (later.contains(name) && !made.contains(name) && !given.contains(name)) {
                throw corrupt(Texts.text("channelsfirst.readsLater", SafeText.text(name)));
            }
        }
        for (String name : makes) {
            if (!name.isEmpty() && (!made.add(name) || given.contains(name))) {
                throw corrupt(Texts.text("channelsfirst.madeTwice", SafeText.text(name)));
            }
        }
    }

    private ProblemException corrupt(String why) {
        return ModelFaults.corrupt(where, Texts.text("channelsfirst.graphOutOfOrder"), why);
    }
}
