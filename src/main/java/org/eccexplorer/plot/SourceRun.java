package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The run that values come from.
 *
 * @param run its name; empty for values of no run
 * @param images of which its values are
 * @param timesteps its T; 0 for values that have none
 * @param facts what else the values are of, or how they were counted
 */
public record SourceRun(String run, int images, int timesteps, List<Fact> facts) {
    public SourceRun {
        facts = List.copyOf(facts);
    }

    /**
     * What all values of a source have in common.
     *
     * @param name of a column for programs
     * @param title of a column for people
     */
    public record Fact(String name, String title, Object value) {}

    /** A run of which nothing else needs to be said. */
    public SourceRun(String run, int images, int timesteps) {
        this(run, images, timesteps, List.of());
    }

    /** Something that is of no run, such as the CNN. */
    public static SourceRun ofImages(int images) {
        return new SourceRun("", images, 0);
    }

    /** The same with one more fact. */
    public SourceRun with(String name, String title, Object value) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(name, title, value));
        return new SourceRun(run, images, timesteps, more);
    }
}
