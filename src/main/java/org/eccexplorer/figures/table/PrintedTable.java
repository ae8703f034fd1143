package org.eccexplorer.figures.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as people read it.
 *
 * @param caption what holds for all of its rows
 * @param rows a text for each column
 */
public record PrintedTable(String caption, List<Heading> headings, List<List<String>> rows) {

    /**
     * Of a column.
     *
     * @param title with the unit of its numbers
     * @param number whether the column is set to the right, as numbers are
     */
    public record Heading(String title, boolean number) {}

    public PrintedTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * The same with its columns as rows, where there are few rows and many columns; the first
     * column becomes the headings.
     */
    public PrintedTable transposed() {
        List<Heading> across = new ArrayList<>();
        across.add(new Heading("", false));
        rows.forEach(row -> across.add(new Heading(row.getFirst(), true)));
        List<List<String>> down = new ArrayList<>();
        for (int c = 1; c < headings.size(); c++) {
            List<String> line = new ArrayList<>(List.of(headings.get(c).title()));
            for (List<String> row : rows) {
                line.add(row.get(c));
            }
            down.add(line);
        }
        return new PrintedTable(caption, across, down);
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
