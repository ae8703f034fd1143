package org.eccexplorer.report;

import java.util.List;

/**
 * A report, whatever it is written as.
 *
 * @param kind what it is a report of, above the title
 * @param title of the whole
 * @param subtitle below the title
 * @param facts the few figures that a reader looks for first
 * @param sections numbered in their order
 */
public record Document(
        String kind, String title, String subtitle, List<Fact> facts, List<Section> sections) {

    /**
     * A figure that stands out.
     *
     * @param value with its unit
     * @param name what it is
     * @param note what it is of
     */
    public record Fact(String value, String name, String note) {}

    /** Blocks under a heading. */
    public record Section(String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    public Document {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }
}
