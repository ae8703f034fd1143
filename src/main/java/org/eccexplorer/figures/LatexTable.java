package org.eccexplorer.figures;

import java.util.List;
import java.util.stream.Collectors;

/** Tables for LaTeX, with the rules of the package booktabs. */
final class LatexTable {
    private LatexTable() {}

    /** Names the packages that the preamble of a document has to load, as a comment. */
    static String head() {
        return "% \\usepackage{booktabs}\n";
    }

    static String of(PrintedTable table) {
        StringBuilder text = new StringBuilder("\\begin{table}\n  \\centering\n  \\small\n");
        if (!table.caption().isEmpty()) {
            text.append("  \\caption{").append(LatexText.of(table.caption())).append("}\n");
        }
        text.append("  \\begin{tabular}{");
        table.headings().forEach(heading -> text.append(heading.number() ? 'r' : 'l'));
        text.append("}\n    \\toprule\n");
        line(text, table.headings().stream().map(PrintedTable.Heading::title).toList());
        text.append("    \\midrule\n");
        table.rows().forEach(row -> line(text, row));
        return text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("    ")
                .append(cells.stream().map(LatexText::of).collect(Collectors.joining(" & ")))
                .append(" \\\\\n");
    }
}
