package org.eccexplorer.report.run;

import java.util.Locale;

/** Sentences as a report writes them. */
final class Said {
    private Said() {}

    /** With a capital letter and a full stop. */
    static String sentence(String said) {
        int first = said.offsetByCodePoints(0, Math.min(1, said.length()));
        String whole = said.substring(0, first).toUpperCase(Locale.ROOT) + said.substring(first);
        return whole.endsWith(".") ? whole : whole + ".";
    }
}
