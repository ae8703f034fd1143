package org.eccexplorer.figures.find;

import java.util.List;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.figures.table.PrintedTable;
import org.eccexplorer.figures.table.PrintedTable.Heading;
import org.eccexplorer.figures.table.SavedTable;

/** The table of what a search found, to be copied and saved. */
public final class FindTables {
    private FindTables() {}

    /**
     * All rows as they are shown; the values of programs stand in find.json.
     *
     * @param model what the settings are of
     */
    public static SavedTable of(Query query, Found found, String model) {
        FindRows rows = new FindRows(query, found);
        List<Heading> headings =
                rows.columns().stream()
                        .map(column -> new Heading(column.heading(), column.number()))
                        .toList();
        List<List<String>> cells = rows.rows().stream().map(FindRows.Row::cells).toList();
        FindWords words = new FindWords(query);
        String caption = model + ". " + String.join(" ", words.statements(found));
        return new SavedTable(
                List.of(new PrintedTable(caption, headings, cells)),
                rows.keys(),
                rows.rows().stream().map(rows::values).toList());
    }
}
