package org.eccexplorer.app.sweep.results;

import java.util.List;
import java.util.Map;

/**
 * A run of a sweep that is done, or one that failed and has no results.
 *
 * @param task its hash
 * @param chosen model, images, seed and settings by the names of their columns
 * @param points its results, t ascending
 * @param command that gives the very numbers; empty if none is known yet
 */
public record SweepRun(
        String task, Map<String, String> chosen, List<SweepPoint> points, String command) {
    public SweepRun {
        points = List.copyOf(points);
    }

    /** What it has under a name; empty if the sweep does not have it. */
    public String value(String name) {
        return chosen.getOrDefault(name, "");
    }

    /** Its results after its last timestep. */
    public SweepPoint last() {
        return points.getLast();
    }
}
