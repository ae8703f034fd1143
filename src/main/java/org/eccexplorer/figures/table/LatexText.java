package org.eccexplorer.figures.table;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Texts as LaTeX takes them whatever the encoding of the document: in ASCII, nothing a command. */
final class LatexText {
    private static final Map<Integer, String> SIGNS =
            Map.ofEntries(
                    sign('\\', "\\textbackslash{}"),
                    sign('{', "\\{"),
                    sign('}', "\\}"),
                    sign('$', "\\$"),
                    sign('&', "\\&"),
                    sign('#', "\\#"),
                    sign('%', "\\%"),
                    sign('_', "\\_"),
                    sign('^', "\\textasciicircum{}"),
                    sign('~', "\\textasciitilde{}"),
                    sign('`', "\\textasciigrave{}"),
                    sign('<', "$<$"),
                    sign('>', "$>$"),
                    sign('|', "$|$"),
                    sign('"', "''"),
                    // At the start of a row these would belong to the end of the one before.
                    sign('[', "{[}"),
                    sign(']', "{]}"),
                    sign('*', "{*}"),
                    sign('\u00a0', "~"),
                    sign('\u202f', "\\,"),
                    sign('\u2212', "$-$"),
                    sign('\u2013', "--"),
                    sign('\u2014', "---"),
                    sign('\u2018', "`"),
                    sign('\u2019', "'"),
                    sign('\u201c', "``"),
                    sign('\u201d', "''"),
                    sign('\u2026', "\\ldots{}"),
                    sign('\u00d7', "$\\times$"),
                    sign('\u00b7', "$\\cdot$"),
                    sign('\u00b1', "$\\pm$"),
                    sign('\u00b0', "$^\\circ$"),
                    sign('\u00b2', "$^2$"),
                    sign('\u00b3', "$^3$"),
                    sign('\u2264', "$\\leq$"),
                    sign('\u2265', "$\\geq$"),
                    sign('\u2248', "$\\approx$"),
                    sign('\u2192', "$\\rightarrow$"),
                    sign('\u221e', "$\\infty$"),
                    sign('\u00b5', "$\\mu$"),
                    sign('\u00df', "\\ss{}"),
                    sign('\u0131', "\\i{}"),
                    sign('\u00e6', "\\ae{}"),
                    sign('\u00c6', "\\AE{}"),
                    sign('\u00f8', "\\o{}"),
                    sign('\u00d8', "\\O{}"),
                    sign('\u0142', "\\l{}"),
                    sign('\u0141', "\\L{}"),
                    sign('\u03b1', "$\\alpha$"),
                    sign('\u03b2', "$\\beta$"),
                    sign('\u03b3', "$\\gamma$"),
                    sign('\u03b4', "$\\delta$"),
                    sign('\u03b5', "$\\varepsilon$"),
                    sign('\u03b7', "$\\eta$"),
                    sign('\u03b8', "$\\theta$"),
                    sign('\u03ba', "$\\kappa$"),
                    sign('\u03bb', "$\\lambda$"),
                    sign('\u03bc', "$\\mu$"),
                    sign('\u03c0', "$\\pi$"),
                    sign('\u03c1', "$\\rho$"),
                    sign('\u03c3', "$\\sigma$"),
                    sign('\u03c4', "$\\tau$"),
                    sign('\u03c6', "$\\varphi$"),
                    sign('\u0394', "$\\Delta$"),
                    sign('\u03a3', "$\\Sigma$"),
                    sign('\u03a9', "$\\Omega$"));

    /** Marks above or below the letter before them. */
    private static final Map<Integer, String> MARKS =
            Map.ofEntries(
                    sign('\u0300', "\\`"),
                    sign('\u0301', "\\'"),
                    sign('\u0302', "\\^"),
                    sign('\u0303', "\\~"),
                    sign('\u0304', "\\="),
                    sign('\u0306', "\\u"),
                    sign('\u0307', "\\."),
                    sign('\u0308', "\\\""),
                    sign('\u030a', "\\r"),
                    sign('\u030b', "\\H"),
                    sign('\u030c', "\\v"),
                    sign('\u0327', "\\c"));

    private LatexText() {}

    private static Map.Entry<Integer, String> sign(char sign, String latex) {
        return Map.entry((int) sign, latex);
    }

    /**
     * A text in one line. A sign that is in no table here is named by its number: {@code
     * {[}U+4E2D{]}}.
     */
    static String of(String text) {
        int[] signs =
                Normalizer.normalize(PrintedTable.line(text), Normalizer.Form.NFD)
                        .codePoints()
                        .toArray();
        StringBuilder latex = new StringBuilder();
        for (int i = 0; i < signs.length; i++) {
            String mark = i + 1 < signs.length ? MARKS.get(signs[i + 1]) : null;
            if (mark != null && Character.isLetter(signs[i]) && signs[i] < 128) {
                latex.append(mark).append('{').appendCodePoint(signs[i]).append('}');
                i++;
            } else {
                latex.append(sign(signs[i], i > 0 ? signs[i - 1] : ' '));
            }
        }
        return latex.toString();
    }

    private static String sign(int sign, int before) {
        String known = SIGNS.get(sign);
        if (known != null) {
            return known;
        }
        if (sign >= 128) {
            return String.format(Locale.ROOT, "{[}U+%04X{]}", sign);
        }
        // Two of these would become one other sign.
        boolean joins = sign == before && (sign == '-' || sign == '\'' || sign == ',');
        return (joins ? "{}" : "") + (char) sign;
    }
}
