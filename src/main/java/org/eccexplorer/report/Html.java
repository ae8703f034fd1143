package org.eccexplorer.report;

import java.util.stream.Collectors;
import org.eccexplorer.text.Shown;

/** Texts as HTML that means nothing but itself, whoever wrote them: names come from files. */
final class Html {
    private Html() {}

    /** On one line. */
    static String text(String text) {
        return Shown.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A cell, of which some have lines of their own. */
    static String cell(String text) {
        return lines(text, "<br>");
    }

    /** With its lines as they are. */
    static String code(String text) {
        return lines(text, "\n");
    }

    private static String lines(String text, String between) {
        return text.lines().map(Html::text).collect(Collectors.joining(between));
    }
}
