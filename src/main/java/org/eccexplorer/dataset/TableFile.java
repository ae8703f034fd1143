package org.eccexplorer.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A text of rows and columns, between commas, semicolons or tabs, perhaps gzipped, perhaps under a
 * line of names.
 *
 * @param names of the columns in lower case; empty if the first line holds values
 * @param columns how many there are
 */
record TableFile(DataFile file, char separator, List<String> names, int columns) {
    private static final int LONGEST_LINE = 1 << 24;

    TableFile {
        names = List.copyOf(names);
    }

    /** What is done with a row. */
    @FunctionalInterface
    interface Row {
        /**
         * Takes one row.
         *
         * @param index of the row, counted from 0
         * @return whether to go on
         */
        boolean take(int index, String line) throws ProblemException;
    }

    /** Looks at the first line. */
    static TableFile of(Path path) throws ProblemException {
        DataFile file = DataFile.of(path);
        Optional<String> found =
                file.read(in -> {
                    BufferedReader reader =
                            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                    return Optional.ofNullable(line(reader));
                });
        String first =
                found.orElseThrow(() ->
                        DataFaults.corrupt(
                                path, Texts.text("dataset.empty"), Texts.text("dataset.noLines")));
        char separator = separator(first);
        List<String> cells = cells(first, separator);
        boolean named = !cells.stream().allMatch(TableFile::isNumber);
        boolean pixels = cells.stream().anyMatch(TableFile::isList);
        return new TableFile(
                file,
                separator,
                named && !pixels
                        ? cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList()
                        : List.of(),
                cells.size());
    }

    private static char separator(String line) {
        for (char separator : new char[] {'\t', ';', ','}) {
            if (line.indexOf(separator) >= 0) {
                return separator;
            }
        }
        return ',';
    }

    /** The next line that is not empty, without the mark that some systems put first. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.length() > LONGEST_LINE) {
                throw new IOException(Texts.text("dataset.lineTooLong"));
            }
            String text = line.startsWith("\ufeff") ? line.substring(1) : line;
            if (!text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** Goes through the rows below the names. */
    void rows(Row row) throws ProblemException {
        file.read(in -> {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            if (!names.isEmpty()) {
                line(reader);
            }
            int index = 0;
            for (String line = line(reader); line != null; line = line(reader)) {
                if (!row.take(index++, line)) {
                    break;
                }
            }
            return index;
        });
    }

    /** The cells of a line, without quotation marks around them. */
    List<String> cells(int index, String line) throws ProblemException {
        List<String> cells = cells(line, separator);
        if (cells.size() != columns) {
            throw uneven(index, cells.size(), columns);
        }
        return cells;
    }

    /** What is wrong with a line that has another number of values than the first. */
    ProblemException uneven(int index, int values, int wanted) {
        return DataFaults.corrupt(
                file.path(),
                Texts.text("dataset.unevenLines"),
                Texts.text(
                        "dataset.lineColumns",
                        Numbers.count(index + 1),
                        Numbers.count(values),
                        Numbers.count(wanted)));
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            cells.add(plain(line.substring(start, end)));
            start = end + 1;
        }
        cells.add(plain(line.substring(start)));
        return cells;
    }

    private static String plain(String cell) {
        String text = cell.strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Whether a cell holds an image by itself: numbers between blanks. */
    static boolean isList(String cell) {
        String[] parts = cell.split("\\s+", 3);
        return parts.length > 2 && isNumber(parts[0]) && isNumber(parts[1]);
    }

    /** The number of a column by one of several names; −1 if none has it. */
    int column(List<String> usual) {
        for (String name : usual) {
            if (names.contains(name)) {
                return names.indexOf(name);
            }
        }
        return -1;
    }
}
