package org.eccexplorer.figures.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.figures.table.PrintedTable.Heading;
import org.junit.jupiter.api.Test;

/** Tables in Markdown and LaTeX, whatever users call their runs. */
class PrintedTableTest {
    private static final PrintedTable TABLE =
            new PrintedTable(
                    "Runs of digits_1 at t = 16.",
                    List.of(new Heading("run", false), new Heading("SNN − CNN, points", true)),
                    List.of(
                            List.of("a|b\\|c\nd", "−1.0"),
                            List.of("50 % of $x_1$ & #2 {λ}", "12\u202f345"),
                            List.of("[θ*] ~^`\"<ε>", "–")));

    @Test
    void markdownLinesUpAndEscapes() {
        assertThat(MarkdownTable.of(TABLE))
                .isEqualTo(
                        """
                        Runs of digits\\_1 at t = 16.

                        | run                           | SNN − CNN, points |
                        | ----------------------------- | ----------------: |
                        | a\\|b\\\\\\|c d                   |              −1.0 |
                        | 50 % of \\$x\\_1\\$ &amp; #2 {λ} |            12\u202f345 |
                        | \\[θ\\*\\] \\~^\\`"&lt;ε&gt;       |                 – |
                        """);
    }

    @Test
    void latexIsAsciiWithRulesAndNoCommandOfAName() {
        String latex = LatexTable.head() + LatexTable.of(TABLE);
        assertThat(latex)
                .isEqualTo(
                        """
                        % \\usepackage{booktabs}
                        \\begin{table}
                          \\centering
                          \\footnotesize
                          \\setlength{\\tabcolsep}{3pt}
                          \\caption{Runs of digits\\_1 at t = 16.}
                          \\begin{tabular}{lr}
                            \\toprule
                            run
                            & \\begin{tabular}[b]{@{}r@{}}SNN~$-$~CNN,\\\\points\\end{tabular} \\\\
                            \\midrule
                            a$|$b\\textbackslash{}$|$c d & $-$1.0 \\\\
                            50 \\% of \\$x\\_1\\$ \\& \\#2 \\{$\\lambda$\\} & 12\\,345 \\\\
                            {[}$\\theta${*}{]} \\textasciitilde{}\\textasciicircum{}\\textasciigrave{}''$<$$\\varepsilon$$>$ & -- \\\\
                            \\bottomrule
                          \\end{tabular}
                        \\end{table}
                        """);
        assertThat(latex.chars()).allMatch(sign -> sign < 128);
    }

    @Test
    void lettersOfOtherLanguagesAndUnknownSignsAreSpelled() {
        assertThat(LatexText.of("Größe é ñ Å İı ł"))
                .isEqualTo("Gr\\\"{o}\\ss{}e \\'{e} \\~{n} \\r{A} \\.{I}\\i{} \\l{}");
        assertThat(LatexText.of("µ μ 2× a·b 5 µJ ≤ …"))
                .isEqualTo("$\\mu$ $\\mu$ 2$\\times$ a$\\cdot$b 5 $\\mu$J $\\leq$ \\ldots{}");
        assertThat(LatexText.of("中 😀")).isEqualTo("{[}U+4E2D{]} {[}U+1F600{]}");
        assertThat(LatexText.of("a--b ''")).isEqualTo("a-{}-b '{}'");
        assertThat(LatexText.of("\u0000a\r\n\tb\u2028")).isEqualTo("a b");
    }
}
