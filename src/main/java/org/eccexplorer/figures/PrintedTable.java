package org.eccexplorer.figures;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as people read it.
 *
 * @param caption what holds for all of its rows
 * @param rows a text for each column
 */
record PrintedTable(String caption, List<Heading> headings, List<List<String>> rows) {

    /**
     * Of a column.
     *
     * @param title with the unit of its numbers
     * @param number whether the column is set to the right, as numbers are
     */
    record Heading(String title, boolean number) {}

    PrintedTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The longest text of each column, in characters. */
    int[] widths() {
        return IntStream.range(0, headings.size())
                .map(c ->
                        rows.stream()
                                .mapToInt(row -> length(row.get(c)))
                                .reduce(length(headings.get(c).title()), Math::max))
                .toArray();
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** In one line: breaks, tabs and what controls printers become spaces. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
