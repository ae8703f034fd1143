package org.eccexplorer.figures.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.Csv;
import org.eccexplorer.problem.ProblemException;

/** A table that is taken out of the program: its texts for people, its values for programs. */
public final class SavedTable {
    private final List<PrintedTable> printed;
    private final List<String> header;
    private final List<List<Object>> values;

    /**
     * A table.
     *
     * @param printed what is printed one below the other
     * @param header names of the columns of values
     * @param values "" where there is none
     */
    public SavedTable(List<PrintedTable> printed, List<String> header, List<List<Object>> values) {
        this.printed = List.copyOf(printed);
        this.header = List.copyOf(header);
        this.values = List.copyOf(values);
    }

    /** As people read it, one table below the other. */
    public List<PrintedTable> printed() {
        return printed;
    }

    /** The whole table. */
    public String text(TableKind kind) {
        return switch (kind) {
            case CSV -> Csv.text(header, values);
            case MARKDOWN ->
                    printed.stream().map(MarkdownTable::of).collect(Collectors.joining("\n"));
            case LATEX ->
                    LatexTable.head()
                            + printed.stream()
                                    .map(LatexTable::of)
                                    .collect(Collectors.joining("\n"));
        };
    }

    /** The values with tabs between them, as spreadsheets take them. */
    public String tabbed() {
        List<List<?>> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(values);
        return lines.stream()
                .map(line ->
                        line.stream()
                                .map(cell -> PrintedTable.line(String.valueOf(cell)))
                                .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining());
    }

    /**
     * Writes a file of the kind that its name says.
     *
     * @throws ProblemException if it names no kind, or cannot be written
     */
    public void write(Path file) throws ProblemException {
        byte[] bytes = text(TableKind.of(file)).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }
}
