package org.eccexplorer.report.run;

import java.util.List;
import org.eccexplorer.figures.table.PrintedTable;
import org.eccexplorer.report.Block.Table;
import org.eccexplorer.text.TextTable;

/** Tables of the program as those of a report. */
final class Tables {
    private Tables() {}

    static Table of(PrintedTable table) {
        return Table.of(
                table.caption(),
                table.headings().stream()
                        .map(heading -> new Table.Column(heading.title(), heading.number()))
                        .toList(),
                table.rows());
    }

    static Table of(String caption, List<TextTable.Column> columns, List<List<String>> rows) {
        return Table.of(caption, columns(columns), rows);
    }

    static List<Table.Column> columns(List<TextTable.Column> columns) {
        return columns.stream()
                .map(column -> new Table.Column(column.heading(), column.number()))
                .toList();
    }

    /** Names and what they are, without caption and headings. */
    static Table facts(List<List<String>> rows) {
        return Table.of("", List.of(Table.Column.words(""), Table.Column.words("")), rows);
    }
}
