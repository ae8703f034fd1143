package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader of images decided that a user should know.
 *
 * @param said sentences, such as which folders are no classes
 * @param classes how many classes the data tell apart by their form (folders, columns); 0 if
 *     unknown
 * @param choices of what was decided, what may have to be another way
 */
public record DataNotes(List<String> said, int classes, List<DataChoice> choices) {
    /** Nothing to say. */
    public static final DataNotes NONE = new DataNotes(List.of(), 0, List.of());

    public DataNotes {
        said = List.copyOf(said);
        choices = List.copyOf(choices);
    }

    /** The same with more to say. */
    public DataNotes and(List<String> more) {
        List<String> all = new ArrayList<>(said);
        all.addAll(more);
        return new DataNotes(all, classes, choices);
    }

    /** Both together, the classes of the first that knows them. */
    DataNotes and(DataNotes more) {
        List<DataChoice> all = new ArrayList<>(choices);
        all.addAll(more.choices);
        DataNotes both = and(more.said);
        return new DataNotes(both.said, classes == 0 ? more.classes : classes, all);
    }
}
