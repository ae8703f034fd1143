package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader of images decided that a user should know.
 *
 * @param said sentences, such as which folders are no classes
 * @param classes how many classes the data tell apart by their form (folders, columns); 0 if
 *     unknown
 */
public record DataNotes(List<String> said, int classes) {
    /** Nothing to say. */
    public static final DataNotes NONE = new DataNotes(List.of(), 0);

    public DataNotes {
        said = List.copyOf(said);
    }

    /** The same with more to say. */
    public DataNotes and(List<String> more) {
        List<String> all = new ArrayList<>(said);
        all.addAll(more);
        return new DataNotes(all, classes);
    }
}
