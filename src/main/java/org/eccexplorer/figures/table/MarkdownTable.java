package org.eccexplorer.figures.table;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as GitHub Flavored Markdown shows them, in columns that are lined up in the file too. */
final class MarkdownTable {
    /** What Markdown, or mathematics in it, would take for its own. */
    private static final String SPECIAL = "([\\\\|`*_\\[\\]~$])";

    private MarkdownTable() {}

    static String of(PrintedTable plain) {
        PrintedTable table = escaped(plain);
        int[] widths = table.widths();
        StringBuilder text = new StringBuilder();
        if (!table.caption().isEmpty()) {
            text.append(table.caption()).append("\n\n");
        }
        line(text, table, widths, table.headings().stream().map(h -> h.title()).toList());
        text.append('|');
        for (int c = 0; c < widths.length; c++) {
            boolean number = table.headings().get(c).number();
            text.append(number ? " " : " -")
                    .append("-".repeat(Math.max(2, widths[c] - 1)))
                    .append(number ? ": |" : " |");
        }
        text.append('\n');
        table.rows().forEach(row -> line(text, table, widths, row));
        return text.toString();
    }

    private static void line(
            StringBuilder text, PrintedTable table, int[] widths, List<String> cells) {
        text.append('|');
        for (int c = 0; c < widths.length; c++) {
            String cell = cells.get(c);
            String space =
                    " ".repeat(Math.max(0, Math.max(3, widths[c]) - PrintedTable.length(cell)));
            text.append(' ')
                    .append(table.headings().get(c).number() ? space + cell : cell + space)
                    .append(" |");
        }
        text.append('\n');
    }

    private static PrintedTable escaped(PrintedTable table) {
        return new PrintedTable(
                escaped(table.caption()),
                table.headings().stream()
                        .map(h -> new PrintedTable.Heading(escaped(h.title()), h.number()))
                        .toList(),
                table.rows().stream()
                        .map(row ->
                                row.stream()
                                        .map(MarkdownTable::escaped)
                                        .collect(Collectors.toList()))
                        .toList());
    }

    /** A text that is shown as it is. */
    static String escaped(String text) {
        return PrintedTable.line(text)
                .replaceAll(SPECIAL, "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
