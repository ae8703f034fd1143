package org.eccexplorer.report;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eccexplorer.text.Script;
import org.eccexplorer.text.Shown;

/** Texts as HTML that means nothing but itself, whoever wrote them: names come from files. */
final class Html {
    private Html() {}

    /** On one line, the indices of symbols lowered. */
    static String text(String text) {
        return Script.of(text).stream()
                .map(part ->
                        part.lowered()
                                ? "<sub>" + plain(part.text()) + "</sub>"
                                : plain(part.text()))
                .collect(Collectors.joining());
    }

    /** On one line, without markup of its own. */
    static String plain(String text) {
        return Shown.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A cell, of which some have lines of their own. */
    static String cell(String text) {
        return lines(text, Html::text, "<br>");
    }

    /** With its lines as they are. */
    static String code(String text) {
        return lines(text, Html::plain, "\n");
    }

    private static String lines(String text, UnaryOperator<String> each, String between) {
        return text.lines().map(each).collect(Collectors.joining(between));
    }
}
