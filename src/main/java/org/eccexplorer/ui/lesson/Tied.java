package org.eccexplorer.ui.lesson;

import java.util.regex.Pattern;

/** Texts in which a number and what belongs to it stay in one line. */
final class Tied {
    /** As in T = 8. */
    private static final Pattern EQUALS = Pattern.compile("(?<!\\S)(\\p{L}) = ");

    private Tied() {}

    /** The same text, which cannot be broken before a unit or at the equals sign of a letter. */
    static String text(String text) {
        return EQUALS.matcher(text.replace('\u202f', '\u00a0').replace(" %", "\u00a0%"))
                .replaceAll("$1\u00a0=\u00a0");
    }
}
