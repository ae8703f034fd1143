package org.eccexplorer.figures.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables for LaTeX, with the rules of the package booktabs. */
final class LatexTable {
    /** Of a heading, in characters. */
    private static final int LINE = 9;

    private LatexTable() {}

    /** Names the packages that the preamble of a document has to load, as a comment. */
    static String head() {
        return "% \\usepackage{booktabs}\n";
    }

    static String of(PrintedTable table) {
        StringBuilder text = new StringBuilder("\\begin{table}\n  \\centering\n  \\footnotesize\n");
        text.append("  \\setlength{\\tabcolsep}{3pt}\n");
        if (!table.caption().isEmpty()) {
            text.append("  \\caption{").append(LatexText.of(table.caption())).append("}\n");
        }
        text.append("  \\begin{tabular}{");
        table.headings().forEach(heading -> text.append(heading.number() ? 'r' : 'l'));
        text.append("}\n    \\toprule\n");
        text.append("    ")
                .append(
                        table.headings().stream()
                                .map(LatexTable::heading)
                                .collect(Collectors.joining("\n    & ")))
                .append(" \\\\\n");
        text.append("    \\midrule\n");
        table.rows().forEach(row -> line(text, row));
        return text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
    }

    /** In short lines, so that columns are hardly wider than their numbers. */
    private static String heading(PrintedTable.Heading heading) {
        List<String> lines = new ArrayList<>();
        for (String word : unbroken(heading.title()).split(" ", 0)) {
            String joined = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && PrintedTable.length(joined) <= LINE) {
                lines.set(lines.size() - 1, joined);
            } else {
                lines.add(word);
            }
        }
        List<String> texts = lines.stream().map(LatexText::of).toList();
        return texts.size() == 1
                ? texts.getFirst()
                : "\\begin{tabular}[b]{@{}"
                        + (heading.number() ? 'r' : 'l')
                        + "@{}}"
                        + String.join("\\\\", texts)
                        + "\\end{tabular}";
    }

    /** Signs between two things stay beside both. */
    private static String unbroken(String title) {
        return PrintedTable.line(title).replaceAll(" ([=/−]) ", "\u00a0$1\u00a0");
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("    ")
                .append(cells.stream().map(LatexText::of).collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
    }
}
