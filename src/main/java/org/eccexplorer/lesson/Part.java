package org.eccexplorer.lesson;

import java.util.List;

/** A part of a page, from the top. */
public sealed interface Part {
    /** Words of one look. */
    record Span(Template text, boolean strong, boolean emphasised) {}

    /**
     * A paragraph.
     *
     * @param kind how it stands out
     */
    record Prose(Kind kind, List<Span> spans) implements Part {
        public Prose {
            spans = List.copyOf(spans);
        }
    }

    /** How a paragraph stands out. */
    enum Kind {
        PLAIN,
        /** In a box: what to do now. */
        CALLOUT,
        BULLET
    }

    /** A line of a formula with live numbers. */
    record Formula(Template line) implements Part {}

    /** A question of the header. */
    record Ask(String question) implements Part {}

    /** A check of the header. */
    record Hold(String check) implements Part {}
}
