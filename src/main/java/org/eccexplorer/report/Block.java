package org.eccexplorer.report;

import java.util.List;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.file.FigureStyle;

/** What stands below each other in a section. */
public sealed interface Block {

    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** The sentence that a section is about. */
    record Lead(String text) implements Block {}

    /** A remark in smaller letters. */
    record Note(String text) implements Block {}

    /** A heading within a section. */
    record Subheading(String text) implements Block {}

    /** What is typed into a shell, or a hash: as it is. */
    record Code(String text) implements Block {}

    /** Sources, numbered from 1. */
    record References(List<String> items) implements Block {
        public References {
            items = List.copyOf(items);
        }
    }

    /** A chart, whose title and notes become its caption. */
    record Figure(Chart chart, double aspect) implements Block {
        /** Of a column of text on A4, in mm. */
        static final double WIDTH = 170;

        private static final double FONT = 7.5;

        /** How it is printed. */
        FigureStyle style() {
            return new FigureStyle(WIDTH, aspect, FONT, false, true, false);
        }
    }

    /**
     * A table.
     *
     * @param caption empty for none
     */
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** Whether its columns are named. */
        boolean hasHeadings() {
            return columns.stream().anyMatch(column -> !column.title().isEmpty());
        }

        /**
         * A column.
         *
         * @param number whether its cells are set to the right, as numbers are
         */
        public record Column(String title, boolean number) {
            public static Column words(String title) {
                return new Column(title, false);
            }

            public static Column numbers(String title) {
                return new Column(title, true);
            }
        }

        /**
         * A row.
         *
         * @param cells one for each column
         * @param strong whether it stands out
         */
        public record Row(List<String> cells, boolean strong) {
            public Row {
                cells = List.copyOf(cells);
            }

            public static Row of(List<String> cells) {
                return new Row(cells, false);
            }
        }

        /** Without rows that stand out. */
        public static Table of(String caption, List<Column> columns, List<List<String>> rows) {
            return new Table(caption, columns, rows.stream().map(Row::of).toList());
        }
    }
}
