package org.eccexplorer.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a table are what.
 *
 * @param label −1 if there is none
 * @param list the column whose cells hold whole images; −1 if values have columns of their own
 * @param use the column that says what a row is for, such as Usage; −1 if there is none
 * @param values columns of values
 */
record TableColumns(int label, int list, int use, List<Integer> values) {
    private static final List<String> LABELS =
            List.of(
                    "label",
                    "labels",
                    "class",
                    "target",
                    "y",
                    "digit",
                    "emotion",
                    "category",
                    "classes",
                    "targets",
                    "class_id",
                    "classid",
                    "label_id",
                    "class_label");
    private static final List<String> LISTS = List.of("pixels", "image", "pixel");
    private static final List<String> USES = List.of("usage", "split", "subset");
    private static final List<String> OTHERS =
            List.of("id", "imageid", "image_id", "index", "", "unnamed: 0", "rowid", "row_id");

    TableColumns {
        values = List.copyOf(values);
    }

    /**
     * Tells them by their names, or else by how many there are.
     *
     * @param part the name of the labels' column; empty for the usual ones
     * @param first the first rows
     */
    static TableColumns of(
            TableFile table, String part, @Nullable Shape target, List<List<String>> first)
            throws ProblemException {
        int list = list(table, first);
        int use = table.column(USES);
        int label = label(table, part, use, list);
        if (table.names().isEmpty()) {
            label = unnamed(table, target, first, list);
        }
        int known = label;
        List<Integer> values =
                IntStream.range(0, table.columns())
                        .filter(c -> c != known && c != use && c != list)
                        .filter(c -> !isOther(table, c))
                        .boxed()
                        .toList();
        return new TableColumns(label, list, use, list >= 0 ? List.of() : values);
    }

    /** The usual column of labels; −1 if there is none. */
    static int labels(TableFile table) {
        return table.column(LABELS);
    }

    /** Whether a column only tells rows apart. */
    static boolean isOther(TableFile table, int column) {
        return !table.names().isEmpty() && OTHERS.contains(table.names().get(column));
    }

    private static int list(TableFile table, List<List<String>> first) {
        int named = table.column(LISTS);
        if (named >= 0 && TableFile.isList(first.getFirst().get(named))) {
            return named;
        }
        List<String> cells = first.getFirst();
        return IntStream.range(0, cells.size())
                .filter(c -> TableFile.isList(cells.get(c)))
                .findFirst()
                .orElse(-1);
    }

    /** A part may also be a value of the column of uses. */
    private static int label(TableFile table, String part, int use, int list)
            throws ProblemException {
        int named = table.names().indexOf(part.toLowerCase(Locale.ROOT));
        if (!part.isEmpty() && named < 0 && use < 0) {
            throw DataFaults.corrupt(
                    table.file().path(),
                    Texts.text("dataset.noLabels"),
                    Texts.text("dataset.lacks", part));
        }
        if (named >= 0) {
            return named;
        }
        int usual = table.column(LABELS);
        return usual == list ? -1 : usual;
    }

    /**
     * Without names labels are first, or last if the first column is the same in all rows or holds
     * fractions and the last does not.
     */
    private static int unnamed(
            TableFile table, @Nullable Shape target, List<List<String>> first, int list) {
        if (list >= 0) {
            return table.columns() > 1 ? (list == 0 ? 1 : 0) : -1;
        }
        if (target != null && target.size() == table.columns()) {
            return -1;
        }
        int last = table.columns() - 1;
        boolean sameFirst = column(first, 0).stream().distinct().count() == 1;
        boolean sameLast = column(first, last).stream().distinct().count() == 1;
        boolean fractions = hasFractions(column(first, 0)) && !hasFractions(column(first, last));
        return fractions || (sameFirst && !sameLast) ? last : 0;
    }

    private static boolean hasFractions(List<String> cells) {
        return cells.stream()
                .filter(TableFile::isNumber)
                .mapToDouble(Double::parseDouble)
                .anyMatch(value -> value != Math.rint(value));
    }

    private static List<String> column(List<List<String>> rows, int column) {
        List<String> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.get(column)));
        return cells;
    }
}
