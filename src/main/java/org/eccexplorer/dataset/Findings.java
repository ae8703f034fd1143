package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;

/** What readers of images decide while they read. */
final class Findings {
    private final List<String> said = new ArrayList<>();
    private final List<DataChoice> choices = new ArrayList<>();

    /** Adds a sentence. */
    void say(String sentence) {
        said.add(sentence);
    }

    /** Adds a decision that may be another, which is said too. */
    void decide(DataChoice choice) {
        said.add(choice.question());
        choices.add(choice);
    }

    /** What was found, of so many classes; 0 if their number is unknown. */
    DataNotes notes(int classes) {
        return new DataNotes(said, classes, choices);
    }
}
