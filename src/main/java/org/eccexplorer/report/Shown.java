package org.eccexplorer.report;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as they may stand in a document, whoever wrote them: names come from files. */
final class Shown {
    /** Controls, marks that reorder a line, halves of pairs and what XML forbids. */
    private static final String UNSHOWABLE =
            "[\\p{Cntrl}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF"
                    + "\\p{Cs}\\uFFFE\\uFFFF]";

    private Shown() {}

    /** On one line, with a mark in place of what cannot be shown. */
    static String text(String text) {
        return text.replaceAll("\\R", " ").replaceAll(UNSHOWABLE, "\uFFFD");
    }

    /** The lines of a cell, of which some have two. */
    static List<String> lines(String text) {
        return text.lines().map(Shown::text).toList();
    }

    /** The lines of a cell as HTML that means nothing but itself. */
    static String html(String text, String between) {
        return lines(text).stream().map(Shown::html).collect(Collectors.joining(between));
    }

    /** The same as HTML that means nothing but itself. */
    static String html(String text) {
        return text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
