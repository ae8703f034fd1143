package org.eccexplorer.files;

import java.util.ArrayList;
import java.util.List;

/** Reads tables as {@link Csv} writes them (RFC 4180): quotes, line breaks within cells, names. */
public final class CsvText {
    private final String text;
    private int at;

    private CsvText(String text) {
        this.text = text;
    }

    /**
     * The cells of all rows, the header too.
     *
     * @throws IllegalArgumentException if a quote is not closed, with the number of its line
     */
    public static List<List<String>> rows(String text) {
        CsvText reader = new CsvText(text);
        List<List<String>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(
                    Csv.unescaped(
                            at < text.length() && text.charAt(at) == '"' ? quoted() : plain()));
            if (at >= text.length()) {
                return cells;
            }
            char end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != ',') {
                return cells;
            }
        }
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(c);
                at++;
            } else {
                return cell + plain();
            }
        }
        long before = text.chars().limit(start).filter(c -> c == '\n').count();
        throw new IllegalArgumentException(String.valueOf(before + 1));
    }
}
