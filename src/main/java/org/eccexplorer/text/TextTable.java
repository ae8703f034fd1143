package org.eccexplorer.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for a terminal: one line for the headings, then one for each row. Rows that come one by
 * one are written by {@link #line}, in columns of fixed width; rows that are all known are written
 * by {@link #print}, in columns as wide as their widest cell.
 */
public record TextTable(List<Column> columns) {
    private static final String GAP = "   ";

    public TextTable {
        columns = List.copyOf(columns);
    }

    public static TextTable of(Column... columns) {
        return new TextTable(List.of(columns));
    }

    /**
     * One column.
     *
     * @param number whether its cells are set to the right, as numbers are
     * @param width in characters, at least that of the heading
     */
    public record Column(String heading, boolean number, int width) {
        public Column {
            width = Math.max(width, length(heading));
        }

        /** A column of words. */
        public static Column words(String heading) {
            return new Column(heading, false, 0);
        }

        /** A column of numbers. */
        public static Column numbers(String heading) {
            return new Column(heading, true, 0);
        }

        /** The same column, at least so wide. */
        public Column atLeast(int characters) {
            return new Column(heading, number, Math.max(width, characters));
        }

        private String cell(String text) {
            String space = " ".repeat(Math.max(0, width - length(text)));
            return number ? space + text : text + space;
        }
    }

    public String heading() {
        return line(columns.stream().map(Column::heading).toList());
    }

    /** A row; the last columns may be left out. */
    public String line(List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            padded.add(columns.get(i).cell(Shown.line(cells.get(i))));
        }
        return String.join(GAP, padded).stripTrailing();
    }

    public String line(String... cells) {
        return line(Arrays.asList(cells));
    }

    /** Prints headings and rows. */
    public void print(PrintWriter out, List<List<String>> rows) {
        List<Column> fitting = new ArrayList<>(columns);
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                fitting.set(i, fitting.get(i).atLeast(length(row.get(i))));
            }
        }
        TextTable table = new TextTable(fitting);
        out.println(table.heading());
        rows.forEach(row -> out.println(table.line(row)));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
