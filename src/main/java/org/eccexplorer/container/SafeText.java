package org.eccexplorer.container;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Text from a file as it may be shown: on one line, not too long, without marks that reorder it.
 */
public final class SafeText {
    private static final int MOST = 120;

    private static final String UNSHOWABLE =
            "[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]";

    private SafeText() {}

    /** On one line, control characters and direction marks replaced. */
    public static String line(String text) {
        return text.replaceAll(UNSHOWABLE, "?");
    }

    /** As {@link #line}, cut off where it grows longer than a message bears. */
    public static String text(String text) {
        String line = line(text);
        if (line.length() <= MOST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return "%s… (%,d characters)".formatted(line.substring(0, end), line.length());
    }

    public static String json(JsonNode node) {
        return text(node.isMissingNode() ? "missing" : node.toString());
    }
}
