package org.eccexplorer.dataset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Labels in one column of a table, or one-hot in all of them. */
final class TableLabels {
    private TableLabels() {}

    static Labels read(TableFile table, String part, Selection selection, Reading reading)
            throws ProblemException {
        String name = String.valueOf(table.file().path().getFileName());
        List<List<String>> rows = new ArrayList<>();
        table.rows((index, line) -> rows.add(table.cells(index, line)));
        int column = column(table, part);
        if (column >= 0) {
            List<String> cells = rows.stream().map(row -> row.get(column)).toList();
            return TableImages.labels(name, cells, selection, reading);
        }
        boolean numbers = rows.stream().flatMap(List::stream).allMatch(TableFile::isNumber);
        if (!numbers || rows.isEmpty()) {
            throw DataFaults.unsupported(
                    table.file().path(),
                    Texts.text("dataset.whichLabels"),
                    Texts.text("dataset.fileHas", String.join(", ", table.names())),
                    Texts.text("dataset.nameColumn"));
        }
        Selection wanted = selection.within(rows.size());
        PixelBuilder values = new PixelBuilder("f8", wanted.count() * table.columns());
        ByteBuffer block = ByteBuffer.allocate(wanted.count() * table.columns() * Double.BYTES);
        rows.subList(wanted.from(), wanted.to())
                .forEach(row -> row.forEach(cell -> block.putDouble(Double.parseDouble(cell))));
        values.add(block.flip());
        int[] shape = {wanted.count(), table.columns()};
        return Labels.of(name, new ArrayRows("f8", shape, rows.size(), values), reading);
    }

    /** By name; the second of two, of which the first numbers the images; −1 if unclear. */
    private static int column(TableFile table, String part) {
        if (!part.isEmpty()) {
            return table.names().indexOf(part.toLowerCase(Locale.ROOT));
        }
        int usual = TableColumns.labels(table);
        boolean numbered = table.columns() == 2 && TableColumns.isOther(table, 0);
        return usual < 0 && numbered ? 1 : usual;
    }
}
