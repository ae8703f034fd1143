package org.eccexplorer.plot;

import java.util.List;

/** The data of a chart. */
public record ChartTable(List<String> header, List<List<Object>> rows) {
    public ChartTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
