package org.eccexplorer.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Images in a table (CSV), one a row: a column for each value, with or without one of labels, as
 * MNIST is passed on, or all values in one cell, as in fer2013.csv.
 */
final class TableImages {
    private static final int LOOKED_AT = 50;
    private static final String FLOATS = "f4";

    private final TableFile table;
    private final TableColumns columns;
    private final String use;
    private final List<Integer> rows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    private TableImages(TableFile table, TableColumns columns, String use) {
        this.table = table;
        this.columns = columns;
        this.use = use;
    }

    static LabelledImages read(
            Path file, String part, @Nullable Shape target, Selection selection, Reading reading)
            throws ProblemException {
        TableFile table = TableFile.of(file);
        List<List<String>> first = first(table);
        TableColumns columns = TableColumns.of(table, part, target, first);
        Findings said = new Findings();
        TableImages images = new TableImages(table, columns, use(table, columns, part, said));
        images.index();
        return images.read(target, selection, reading).said(said.notes(0).said());
    }

    private static List<List<String>> first(TableFile table) throws ProblemException {
        List<List<String>> first = new ArrayList<>();
        table.rows((index, line) -> {
            first.add(table.cells(index, line));
            return first.size() < LOOKED_AT;
        });
        if (first.isEmpty()) {
            throw DataFaults.corrupt(
                    table.file().path(),
                    Texts.text("dataset.empty"),
                    Texts.text("dataset.noLines"));
        }
        return first;
    }

    /** Which rows are taken, by their column of uses: as is said, or those of the test. */
    private static String use(TableFile table, TableColumns columns, String part, Findings said)
            throws ProblemException {
        if (columns.use() < 0) {
            return "";
        }
        TreeSet<String> uses = new TreeSet<>();
        table.rows((index, line) -> {
            uses.add(table.cells(index, line).get(columns.use()));
            return true;
        });
        for (String use : uses) {
            if (use.equalsIgnoreCase(part)) {
                return use;
            }
        }
        for (String wanted : List.of("privatetest", "test", "publictest", "validation", "val")) {
            for (String use : uses) {
                if (use.toLowerCase(Locale.ROOT).equals(wanted)) {
                    if (uses.size() > 1) {
                        said.say(Texts.text("dataset.rowsOfUse", use, String.join(", ", uses)));
                    }
                    return use;
                }
            }
        }
        return "";
    }

    /** Finds the rows and their labels. */
    private void index() throws ProblemException {
        table.rows((index, line) -> {
            List<String> cells = table.cells(index, line);
            if (use.isEmpty() || cells.get(columns.use()).equals(use)) {
                rows.add(index);
                if (columns.label() >= 0) {
                    labels.add(cells.get(columns.label()));
                }
            }
            return true;
        });
    }

    private LabelledImages read(@Nullable Shape target, Selection selection, Reading reading)
            throws ProblemException {
        String name = String.valueOf(table.file().path().getFileName());
        Selection part = selection.within(rows.size());
        Labels found =
                labels.isEmpty() || !reading.labels().isEmpty()
                        ? LabelFile.named(reading, selection)
                        : labels(name, labels, selection, reading);
        Optional<ArrayRows> bytes = values(part, PixelBuilder.BYTES);
        ArrayRows values = bytes.isPresent() ? bytes.get() : values(part, FLOATS).orElseThrow();
        return ArrayImages.of(name, values, found, target, reading);
    }

    /** Labels in cells: numbers, or texts. */
    static Labels labels(String name, List<String> cells, Selection selection, Reading reading)
            throws ProblemException {
        if (!cells.stream().allMatch(TableFile::isNumber)) {
            return Labels.of(name, cells, selection, reading);
        }
        Selection part = selection.within(cells.size());
        double[] numbers = cells.stream().mapToDouble(Double::parseDouble).toArray();
        return Labels.of(name, ArrayRows.of(numbers, part), reading);
    }

    /** The selected rows as values of a type; empty if they are none of it. */
    private Optional<ArrayRows> values(Selection part, String type) throws ProblemException {
        int width = columns.list() >= 0 ? listed(part) : columns.values().size();
        part.checkMemory(width, PixelBuilder.width(type));
        PixelBuilder values = new PixelBuilder(type, width * part.count());
        boolean[] state = {true, false};
        int[] next = {part.from()};
        table.rows((index, line) -> {
            if (index < rows.get(next[0])) {
                return true;
            }
            ByteBuffer block =
                    ByteBuffer.allocate(width * PixelBuilder.width(type))
                            .order(ByteOrder.LITTLE_ENDIAN);
            for (String cell : cells(index, line, width)) {
                double value = number(index, cell);
                if (PixelBuilder.isBytes(type)) {
                    state[0] &= value >= 0 && value <= 255 && value == Math.rint(value);
                    state[1] |= value > 1;
                    block.put((byte) value);
                } else {
                    block.putFloat((float) value);
                }
            }
            values.add(block.flip());
            next[0]++;
            return next[0] < part.to() && state[0];
        });
        boolean fitting = state[0] && (state[1] || !PixelBuilder.isBytes(type));
        return fitting
                ? Optional.of(
                        new ArrayRows(type, new int[] {part.count(), width}, rows.size(), values))
                : Optional.empty();
    }

    private int listed(Selection part) throws ProblemException {
        int[] width = {0};
        table.rows((index, line) -> {
            boolean wanted = index == rows.get(part.from());
            if (wanted) {
                width[0] = split(table.cells(index, line).get(columns.list())).length;
            }
            return !wanted;
        });
        return width[0];
    }

    private static String[] split(String cell) {
        return cell.split("\\s+");
    }

    private List<String> cells(int index, String line, int width) throws ProblemException {
        List<String> cells = table.cells(index, line);
        if (columns.list() < 0) {
            return columns.values().stream().map(cells::get).toList();
        }
        List<String> values = List.of(split(cells.get(columns.list())));
        if (values.size() != width) {
            throw table.uneven(index, values.size(), width);
        }
        return values;
    }

    private double number(int index, String cell) throws ProblemException {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw DataFaults.unsupported(
                    table.file().path(),
                    Texts.text("dataset.notImages"),
                    Texts.text("dataset.cellIsNoNumber", Numbers.count(index + 1), cut(cell)),
                    Texts.text("dataset.tableForm"));
        }
    }

    private static String cut(String cell) {
        return cell.length() > 30 ? cell.substring(0, 30) + "…" : cell;
    }
}
