package org.eccexplorer.plot;

import java.util.List;

/**
 * The data of a chart, a row per value.
 *
 * @param names of the columns for programs: small letters, digits and underscores, with the unit
 * @param header the same for people
 */
public record ChartTable(List<String> names, List<String> header, List<List<Object>> rows) {
    public ChartTable {
        names = List.copyOf(names);
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /** With names that are made of what people read. */
    public ChartTable(List<String> header, List<List<Object>> rows) {
        this(header.stream().map(ColumnNames::of).toList(), header, rows);
    }
}
