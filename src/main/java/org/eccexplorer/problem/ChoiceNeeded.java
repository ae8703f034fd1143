package org.eccexplorer.problem;

import java.util.List;

/** Images that can be read once a user says how: the caller may ask for it. */
public final class ChoiceNeeded extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<String> values;

    /**
     * @param key of what is to be said of the images
     * @param values that are possible
     */
    public ChoiceNeeded(Problem problem, String key, List<String> values) {
        super(problem);
        this.key = key;
        this.values = List.copyOf(values);
    }

    /** What is to be said, as behind the question mark of a data set's name. */
    public String key() {
        return key;
    }

    public List<String> values() {
        return values;
    }
}
