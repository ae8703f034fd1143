package org.eccexplorer.files;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.problem.ProblemException;

/**
 * Tables as comma-separated values (RFC 4180), numbers with a point whatever the locale, names of
 * files' never as formulas.
 */
public final class Csv {
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r]");

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+|Infinity)([eE][+-]?\\d+)?");

    private Csv() {}

    /** Writes a table. */
    public static void write(Path file, List<String> header, List<List<Object>> rows)
            throws ProblemException {
        AtomicFile.write(
                file,
                out -> {
                    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                    writer.write(line(header));
                    for (List<Object> row : rows) {
                        writer.write(line(row));
                    }
                    writer.flush();
                });
    }

    /** A table as text. */
    public static String text(List<String> header, List<List<Object>> rows) {
        return line(header) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    /** Spreadsheets would calculate a name that begins like a formula: it gets an apostrophe. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches()
                ? "'" + text
                : text;
    }

    /** A text as it was before it was made harmless. */
    static String unescaped(String text) {
        return text.startsWith("'") && FORMULA.matcher(text.substring(1)).lookingAt()
                ? text.substring(1)
                : text;
    }

    /** A row as a line with its end. */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        String text = value instanceof String words ? harmless(words) : String.valueOf(value);
        boolean quoted =
                text.contains(",")
                        || text.contains("\"")
                        || text.contains("\n")
                        || text.contains("\r");
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
